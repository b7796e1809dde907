from django.urls import path

from messaging import views

app_name = "messaging"
urlpatterns = [
    path("messages/", views.messages, name="messages"),
    path("messages/read/", views.read_all, name="read_all"),
    path("messages/<uuid:public_id>/", views.open_message, name="open"),
]
