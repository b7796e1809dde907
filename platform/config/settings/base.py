"""What every environment shares; each concern has its own file in `parts`."""

from config.settings.parts.apps import *
from config.settings.parts.celery import *
from config.settings.parts.database import *
from config.settings.parts.language import *
from config.settings.parts.logs import *
from config.settings.parts.privacy import *
from config.settings.parts.redis import *
from config.settings.parts.security import *
from config.settings.parts.sign_in import *
from config.settings.parts.storage import *
from config.settings.parts.templates import *
from config.settings.parts.wagtail import *

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEBUG = False
FORM_RENDERER = "web.forms.Renderer"
