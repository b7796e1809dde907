from django.urls import path

from ecosystem.views import overview, welcome

app_name = "ecosystem"
urlpatterns = [
    path("welcome/", welcome.welcome, name="welcome"),
    path("acting/", welcome.act_for, name="act_for"),
    path("ecosystem/", overview.overview, name="overview"),
]
