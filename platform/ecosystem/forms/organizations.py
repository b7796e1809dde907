"""How the office looks for organizations, and for which day the ecosystem is shown: both are addresses."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import Lack, OrganizationKind, PositionKind
from ecosystem.models import Chain, Field, OrganizationGroup
from ecosystem.queries.organizations import ORDERS, Criteria
from web.forms import DayInput

ANY = ("", _("All"))


class FindForm(forms.Form):
    q = forms.CharField(
        label=_("Name, pinyin or credit code"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"type": "search"}),
    )
    kind = forms.ChoiceField(label=_("Kind of organization"), choices=[ANY, *OrganizationKind.choices], required=False)
    chain = forms.ModelChoiceField(
        label=_("Industry chain"), queryset=Chain.objects.all(), required=False, empty_label=_("All")
    )
    position = forms.ChoiceField(label=_("Position"), choices=[ANY, *PositionKind.choices], required=False)
    field = forms.ModelChoiceField(
        label=_("Field of application"), queryset=Field.objects.all(), required=False, empty_label=_("All")
    )
    group = forms.ModelChoiceField(
        label=_("Group"), queryset=OrganizationGroup.objects.order_by("name"), required=False, empty_label=_("All")
    )
    lacks = forms.ChoiceField(label=_("Lacks"), choices=[ANY, *Lack.choices], required=False)
    order = forms.ChoiceField(choices=[("", ""), *((name, name) for name in ORDERS)], required=False)

    def criteria(self) -> Criteria:
        """What was understood; what was not restricts nothing."""
        self.is_valid()
        told: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if value}
        return Criteria(**told)


class DayForm(forms.Form):
    on = forms.DateField(label=_("On the day"), widget=DayInput, required=False)
