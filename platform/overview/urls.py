from django.urls import path

from overview import views

app_name = "overview"
urlpatterns = [
    path("home/", views.home, name="home"),
    path("desk/", views.desk, name="desk"),
]
