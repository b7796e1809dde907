"""The person's answer to a roster, and the choice of the organization to act for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from words.names import normalize_name


class NameField(forms.CharField):
    """Normalized; a name of marks that nobody sees is none. What normalizing lengthens still has to fit."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "name"}))
        super().__init__(**kwargs)

    def clean(self, value):
        name = normalize_name(super().clean(value))
        self.run_validators(name)
        if self.required and not name:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return name


class WelcomeForm(forms.Form):
    name = NameField(label=_("Your name"), help_text=_("As on your identity card, family name first."))


class ActingForm(forms.Form):
    employment = forms.IntegerField()
