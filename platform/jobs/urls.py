from django.urls import path

from jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs/<uuid:public_id>/", views.job, name="job"),
    path("jobs/<uuid:public_id>/stop/", views.stop, name="stop"),
    path("jobs/<uuid:public_id>/file/", views.file, name="file"),
]
