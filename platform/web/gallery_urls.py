from django.urls import path

from web import gallery

app_name = "gallery"
urlpatterns = [path("", gallery.gallery, name="all")]
