from django.urls import path

from web import views

app_name = "web"
urlpatterns = [path("look/size/", views.size, name="size")]
