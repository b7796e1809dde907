"""As development, without what costs time: quick hashing, tasks run when the test asks."""

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.development import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CELERY_BROKER_URL = "memory://"
WHITENOISE_AUTOREFRESH = False
DEBUG = False

FILES = Path(tempfile.mkdtemp(prefix="liancai-test-files-"))
atexit.register(shutil.rmtree, FILES, ignore_errors=True)
MEDIA_ROOT = FILES / "media"
PRIVATE_ROOT = FILES / "private"
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_ROOT
