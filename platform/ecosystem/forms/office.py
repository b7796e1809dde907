"""What the office writes: its answers to applications, and the facts, positions and groups of organizations."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.phone_field import PhoneField
from ecosystem.actions.organizations import EDITABLE
from ecosystem.enums import OrganizationKind, PositionKind
from ecosystem.forms.typed import NameField
from ecosystem.models import Chain, Field, Organization, OrganizationGroup
from web.forms import DayInput


def words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AcceptForm(forms.Form):
    from_on = forms.DateField(label=_("The position holds from"), required=False, widget=DayInput)

    prefix = "accept"

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        kwargs["initial"] = {"from_on": today}
        super().__init__(*args, **kwargs)


class QuestionForm(forms.Form):
    question = forms.CharField(label=_("Your question"), max_length=400, widget=words(3))

    prefix = "ask"


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Why not"), max_length=400, widget=words(3), help_text=_("The applicant reads it as you write it.")
    )

    prefix = "decline"


class FactsForm(forms.Form):
    """The facts of an organization; an empty code is no code."""

    short_name = forms.CharField(label=_("Short name"), max_length=20, required=False)
    name_en = forms.CharField(label=_("English name"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Kind of organization"), choices=OrganizationKind.choices)
    uscc = forms.CharField(label=_("Unified social credit code"), max_length=40, required=False)
    uscc_override_reason = forms.CharField(
        label=_("Why the code is right all the same"), max_length=200, required=False
    )
    firm_code = forms.RegexField(
        label=_("Firm code"),
        regex=r"^[A-Z0-9]{3,20}$",
        required=False,
        help_text=_("3 to 20 capital letters and digits. Staff sign in with it and their number."),
        error_messages={"invalid": _("Only capital letters and digits, 3 to 20 of them.")},
    )
    focus = forms.CharField(label=_("Main business"), max_length=200, required=False)
    fields_of_application = forms.ModelMultipleChoiceField(
        label=_("Fields of application"),
        queryset=Field.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(organization, name) for name in EDITABLE} | {
            "fields_of_application": organization.fields.all()
        }
        super().__init__(*args, **kwargs)

    def facts(self) -> dict[str, Any]:
        told = dict(self.cleaned_data)
        told["fields"] = list(told.pop("fields_of_application"))
        return told | {"uscc": told["uscc"] or None, "firm_code": told["firm_code"] or None}


class PositionForm(forms.Form):
    chain = forms.ModelChoiceField(label=_("Industry chain"), queryset=Chain.objects.all(), empty_label=_("Choose …"))
    kind = forms.ChoiceField(label=_("Position in the chain"), choices=PositionKind.choices)
    from_on = forms.DateField(label=_("The position holds from"), widget=DayInput)
    takes_over = forms.BooleanField(label=_("It takes the lead over from the present anchor"), required=False)

    prefix = "position"

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("takes_over") and told.get("kind") != PositionKind.ANCHOR:
            self.add_error("takes_over", _("Only the lead is handed over."))
        return told


class EndForm(forms.Form):
    on = forms.DateField(label=_("first day it does not hold"), widget=DayInput)


class GroupForm(forms.Form):
    name = forms.CharField(label=_("Group"), max_length=120, widget=forms.TextInput(attrs={"list": "groups"}))

    prefix = "group"

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    @staticmethod
    def known() -> list[str]:
        return list(OrganizationGroup.objects.order_by("name").values_list("name", flat=True))


class FirstAdministratorForm(forms.Form):
    person = NameField(label=_("Name of the person"), widget=forms.TextInput)
    number = PhoneField(label=_("Mobile number"))

    prefix = "admin"
