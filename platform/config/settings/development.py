"""A founder's machine: the demo, its SMS gateway that shows codes, and the gallery exist only here."""

import os
from urllib.parse import urlsplit

from config.settings.base import *
from config.settings.parts.apps import INSTALLED_APPS
from config.settings.parts.templates import TEMPLATES

DEBUG = True
SECRET_KEY = "development-only-" + "0" * 40
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "content.localhost", "testserver"]

INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
SMS_GATEWAY = "demo.sms.ShownGateway"
TEMPLATES[0]["OPTIONS"]["context_processors"].append("demo.context.code_strip")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WAGTAILADMIN_BASE_URL = os.environ.get("SITE_URL", "http://localhost:8000")
PORT = urlsplit(WAGTAILADMIN_BASE_URL).port
SESSION_COOKIE_NAME = f"sessionid_{PORT}"
CSRF_COOKIE_NAME = f"csrftoken_{PORT}"
"""Browsers share cookies between ports: two checkouts on one machine would sign each other out."""
