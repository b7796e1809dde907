from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    name = "jobs"
    verbose_name = _("Long work")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        autodiscover_modules("jobs")
        import_module("jobs.exports")
