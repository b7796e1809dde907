from django.urls import path

from privacy import views

app_name = "privacy"
urlpatterns = [
    path("me/data/", views.my_data, name="my_data"),
    path("me/data/export/", views.export, name="export"),
    path("me/data/erase/", views.erase_me, name="erase"),
    path("me/data/erase/code/", views.send_code, name="send_code"),
]
