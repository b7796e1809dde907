from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MessagingConfig(AppConfig):
    name = "messaging"

    def ready(self) -> None:
        """Each room's `messages.py` registers the kinds of message it sends."""
        autodiscover_modules("messages")
