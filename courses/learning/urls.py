from django.urls import path

from courses.learning.views import catalogue, enrollments, lessons, me, verify

app_name = "learning"
urlpatterns = [
    path("courses/", catalogue.catalogue, name="catalogue"),
    path("learn/runs/<uuid:run_id>/enroll/", enrollments.enroll, name="enroll"),
    path("learn/enrollments/<uuid:public_id>/", enrollments.enrollment, name="enrollment"),
    path("learn/enrollments/<uuid:public_id>/withdraw/", enrollments.withdraw, name="withdraw"),
    path("learn/enrollments/<uuid:public_id>/items/<int:position>/", lessons.item, name="item"),
    path("learn/enrollments/<uuid:public_id>/items/<int:position>/finish/", lessons.finish, name="finish"),
    path("learn/enrollments/<uuid:public_id>/items/<int:position>/answer/", lessons.answer, name="answer"),
    path("me/", me.me, name="me"),
    path("me/certificates/<str:code>/", me.certificate, name="certificate"),
    path("verify/", verify.ask, name="verify_ask"),
    path("verify/<str:code>/", verify.verify, name="verify"),
]
