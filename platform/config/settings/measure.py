"""For benches and faults: the demo's data under what production pays for, without its TLS."""

from config.settings.development import *

DEBUG = False
WHITENOISE_AUTOREFRESH = False
