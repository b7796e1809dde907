from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [path("staff-number/", views.staff_code, name="staff_code")]
