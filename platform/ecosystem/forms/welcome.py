"""The person's answer to a roster, and the choice of the organization to act for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.forms.typed import NameField


class WelcomeForm(forms.Form):
    name = NameField(label=_("Your name"), help_text=_("As on your identity card, family name first."))


class ActingForm(forms.Form):
    employment = forms.IntegerField()
