"""Sentences of allauth's that we say otherwise in Chinese; our catalogue stands before allauth's."""

from django.utils.translation import gettext_noop

SENTENCES = (
    gettext_noop("Code"),
    gettext_noop("Incorrect code."),
    gettext_noop("The phone number and/or password you specified are not correct."),
)
