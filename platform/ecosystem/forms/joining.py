"""Asking to be let in, links that HR hands round, corrections, and HR's answers to them."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.phone_field import PhoneField
from ecosystem.enums import CorrectedField, Unwelcome
from ecosystem.forms.typed import NameField, PlainField
from ecosystem.models import Department
from words.names import normalize_name

DAYS = {7: _("one week"), 30: _("one month"), 90: _("three months")}
LENGTHS = {CorrectedField.STAFF_NO: 40}


class JoinForm(forms.Form):
    name = NameField(label=_("Your name"), help_text=_("As on your identity card, family name first."))
    phone = PhoneField(label=_("Your mobile number"))


class LinkForm(forms.Form):
    department = forms.ModelChoiceField(
        Department.objects.none(),
        label=_("Department"),
        required=False,
        empty_label=_("none"),
        help_text=_("Whoever comes by this link is put there."),
    )
    most = forms.IntegerField(label=_("For how many people"), min_value=1, max_value=2_000, initial=50)
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, choices=list(DAYS.items()), initial=30)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.filter(organization=organization).order_by("name")

    def expires_at(self, at: datetime.datetime) -> datetime.datetime:
        return at + datetime.timedelta(days=self.cleaned_data["days"])


class CorrectionForm(forms.Form):
    field = forms.ChoiceField(label=_("What is wrong?"), choices=CorrectedField.choices)
    wanted = PlainField(label=_("How should it be?"), max_length=80)

    def clean(self):
        """A name as names are written; what came of it has to fit where it will stand."""
        cleaned = super().clean()
        if cleaned.get("field") == CorrectedField.NAME and "wanted" in cleaned:
            cleaned["wanted"] = normalize_name(cleaned["wanted"])
        if cleaned.get("wanted") == "":
            self.add_error("wanted", self.fields["wanted"].error_messages["required"])
        longest = LENGTHS.get(cleaned.get("field"), 80)
        if len(cleaned.get("wanted", "")) > longest:
            self.add_error("wanted", _("This is too long."))
        return cleaned


class InviteForm(forms.Form):
    employment = forms.UUIDField()


class UnwelcomeForm(forms.Form):
    answer = forms.ChoiceField(label=_("Why not?"), choices=Unwelcome.choices)


class NotCorrectedForm(forms.Form):
    """One of three ready sentences, or one's own."""

    why = forms.CharField(label=_("Why not?"), required=False, max_length=200)
    own = forms.CharField(label=_("In your own words"), required=False, max_length=200)

    def sentence(self) -> str:
        return self.cleaned_data["own"] or self.cleaned_data["why"]

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("own") or cleaned.get("why")):
            self.add_error("own", _("Say why not: the person reads it."))
        return cleaned
