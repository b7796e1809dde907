"""As development, without what costs time: quick hashing, tasks run when the test asks."""

from config.settings.development import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CELERY_BROKER_URL = "memory://"
WHITENOISE_AUTOREFRESH = False
DEBUG = False
