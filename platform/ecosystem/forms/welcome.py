"""The person's answer to a roster, and the choice of the organization to act for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from words.names import normalize_name


class WelcomeForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=80,
        help_text=_("As on your identity card, family name first."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        """Normalized; a name of marks that nobody sees is none. What normalizing lengthens still has to fit."""
        name = normalize_name(self.cleaned_data["name"])
        field = self.fields["name"]
        field.run_validators(name)
        if not name:
            raise forms.ValidationError(field.error_messages["required"], code="required")
        return name


class ActingForm(forms.Form):
    employment = forms.IntegerField()
