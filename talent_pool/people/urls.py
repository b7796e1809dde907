from django.urls import path

from talent_pool.people.views import deeds, leavers, rosters

app_name = "people"
urlpatterns = [
    path("", rosters.rosters, name="imports"),
    path("upload/", rosters.bring_in, name="upload"),
    path("leavers/<int:pk>/", leavers.leaver, name="leaver"),
    path("<uuid:public_id>/", rosters.roster, name="import"),
    path("<uuid:public_id>/faults.xlsx", rosters.faults, name="faults"),
    path("<uuid:public_id>/columns/", deeds.columns, name="columns"),
    path("<uuid:public_id>/correct/", deeds.correct, name="correct"),
    path("<uuid:public_id>/skip/", deeds.skip, name="skip"),
    path("<uuid:public_id>/forget/", deeds.forget_word, name="forget_word"),
    path("<uuid:public_id>/commit/", deeds.commit, name="commit"),
    path("<uuid:public_id>/undo/", deeds.undo, name="undo"),
    path("<uuid:public_id>/drop/", deeds.drop, name="drop"),
    path("<uuid:public_id>/retry/", deeds.retry, name="retry"),
    path("<uuid:public_id>/invite/", deeds.invite, name="invite"),
]
