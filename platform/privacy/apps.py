from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """Each room says what it holds (`personal.py`), until when (`keeping.py`), what ends first (`erasure.py`)."""

    name = "privacy"
    verbose_name = _("What is held of you")

    def ready(self) -> None:
        autodiscover_modules("personal")
        autodiscover_modules("keeping")
        autodiscover_modules("erasure")
