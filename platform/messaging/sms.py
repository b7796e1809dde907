"""The SMS gateway: one interface, the provider named by the setting SMS_GATEWAY as a dotted path."""

from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string


class Gateway(Protocol):
    def send_code(self, phone: str, code: str) -> None:
        """Send a sign-in code to a number in E.164; raises when the provider does not take it."""

    def send_text(self, phone: str, text: str) -> None:
        """Send a sentence to a number in E.164; raises when the provider does not take it."""


class NoGateway:
    """Stands where a deployment has not named its provider yet: sending says so instead of pretending."""

    def send_code(self, phone: str, code: str) -> None:
        raise ImproperlyConfigured("Set SMS_GATEWAY to the dotted path of your SMS provider's gateway.")

    def send_text(self, phone: str, text: str) -> None:
        raise ImproperlyConfigured("Set SMS_GATEWAY to the dotted path of your SMS provider's gateway.")


def gateway() -> Gateway:
    return import_string(settings.SMS_GATEWAY)()


def send_code(phone: str, code: str) -> None:
    gateway().send_code(phone, code)


def send_text(phone: str, text: str) -> None:
    gateway().send_text(phone, text)
