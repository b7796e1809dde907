"""Our answers to allauth's questions: where the phone is kept, how a code leaves, that nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from accounts import actions
from accounts.models import User
from accounts.phone_field import PhoneField
from messaging import codes
from web.onward import own_page


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False

    def phone_form_field(self, **kwargs) -> PhoneField:
        return PhoneField(**kwargs)

    def get_phone(self, user) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def get_user_by_phone(self, phone: str) -> User | None:
        return User.objects.filter(phone=phone, is_active=True).first()

    def set_phone(self, user, phone: str, verified: bool) -> None:
        actions.set_phone(user=user, phone=phone, verified=verified, at=timezone.now())

    def set_phone_verified(self, user, phone: str) -> None:
        actions.set_phone(user=user, phone=phone, verified=True, at=timezone.now())

    def send_verification_code_sms(self, user, phone: str, code: str, **kwargs) -> None:
        codes.leave(phone, code)

    def send_unknown_account_sms(self, phone: str, **kwargs) -> None:
        """The same work as for a number we know, so that the time it takes tells nothing."""
        codes.leave_none(phone)

    def is_safe_url(self, url: str | None) -> bool:
        return bool(own_page(self.request, url))

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        """Say nothing after a sign-in or sign-out: the page that follows shows it."""
