"""What must never run in production, as system checks that stop the start."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register


@register(deploy=False)
def nothing_of_the_demo_without_debug_settings(**_):
    """Production refuses to start beside demo data, demo log-ins or the gateway that shows codes."""
    if settings.SETTINGS_MODULE != "config.settings.production":
        return []
    faults = []
    if apps.is_installed("demo"):
        faults.append(Error("The demo app is installed under production settings.", id="config.E001"))
    if settings.SMS_GATEWAY.startswith("demo."):
        faults.append(Error("The SMS gateway that shows codes is set under production settings.", id="config.E002"))
    if settings.DEBUG:
        faults.append(Error("DEBUG is on under production settings.", id="config.E003"))
    if apps.is_installed("django.contrib.admin"):
        faults.append(Error("Django's admin is installed under production settings.", id="config.E004"))
    return faults
