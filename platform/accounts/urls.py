from django.urls import path
from django.views.generic import RedirectView

from accounts import views

by_code = RedirectView.as_view(pattern_name="account_request_login_code")

app_name = "accounts"
urlpatterns = [
    path("staff-number/", views.staff_code, name="staff_code"),
    path("login/code/confirm/", views.ConfirmCodeView.as_view(), name="confirm_code"),
    path("phone/change/", views.change_phone, name="change_phone"),
    path("once-more/", views.ask_once_more, name="once_more"),
    path("agreements/terms/", views.agreement, {"document": "terms"}, name="terms"),
    path("agreements/privacy/", views.agreement, {"document": "privacy"}, name="privacy"),
    # of allauth's: nobody signs up, and no mail carries a password or proves an address
    path("signup/", by_code),
    path("email/", by_code),
    path("password/reset/", by_code),
]
