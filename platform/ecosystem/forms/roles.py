"""Who is given which role."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import RoleKind
from ecosystem.forms.staff import MANAGER, ColleagueField, of_firm
from ecosystem.models import Organization


class GiveForm(forms.Form):
    """`kinds` are those that the person who asks may give."""

    who = ColleagueField(label=_("Who"), max_length=120, help_text=MANAGER)

    def __init__(self, *args: Any, organization: Organization, kinds: frozenset[RoleKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_firm(self, organization)
        choices = [(kind.value, kind.label) for kind in RoleKind if kind in kinds]
        self.fields["kind"] = forms.ChoiceField(label=_("Role"), choices=choices)


class HandOverForm(forms.Form):
    who = ColleagueField(label=_("Who takes over"), max_length=120, help_text=MANAGER)

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_firm(self, organization)
