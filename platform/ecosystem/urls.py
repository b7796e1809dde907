from django.urls import path

from ecosystem import views

app_name = "ecosystem"
urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("acting/", views.act_for, name="act_for"),
    path("ecosystem/", views.overview, name="overview"),
]
