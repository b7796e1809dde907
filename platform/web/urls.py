from django.urls import path

from . import views

app_name = "web"
urlpatterns = [
    path("look/language/", views.language, name="language"),
    path("look/size/", views.size, name="size"),
]
