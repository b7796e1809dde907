"""Templates live in the rooms; partials make one file serve a page and its htmx fragment."""

from typing import Any

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.nav.navigation",
                "messaging.context.bell",
                "web.context.look",
            ],
        },
    }
]
