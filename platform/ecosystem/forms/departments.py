"""A department's name and its place; which one is meant, as an indented list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ecosystem.forms.typed import PlainField
from ecosystem.models import Department, Organization
from ecosystem.queries.departments import Branch, tree


class DepartmentField(forms.ChoiceField):
    """Chooses one of the firm's departments; `clean` gives the Department, or None."""

    def __init__(self, *, label: Any, required: bool = False, **kwargs: Any) -> None:
        super().__init__(label=label, required=required, **kwargs)
        self.organization: Organization | None = None

    def offer(self, organization: Organization, branches: list[Branch], *, empty: Any) -> None:
        self.organization = organization
        self.choices = [("", empty), *((branch.pk, branch.indent + branch.name) for branch in branches)]

    def clean(self, value: Any) -> Department | None:
        chosen = super().clean(value)
        return Department.objects.filter(organization=self.organization, pk=chosen).first() if chosen else None


def offer(form: forms.Form, organization: Organization, branches: list[Branch], *, empty: Any) -> None:
    """Whatever the form asks about departments is asked about these."""
    for field in form.fields.values():
        if isinstance(field, DepartmentField):
            field.offer(organization, branches, empty=empty)


def clean_name(value: str) -> str:
    """A slash divides a path and stands in no name."""
    if "/" in value:
        raise ValidationError(_("A department's name holds no slash: put one department under the other instead."))
    return value


class DepartmentForm(forms.Form):
    name = PlainField(label=_("Department name"), max_length=80)
    parent = DepartmentField(label=_("Under which department"))

    def __init__(self, *args: Any, organization: Organization, branches: list[Branch] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        branches = tree(organization) if branches is None else branches
        offer(self, organization, branches, empty=_("At the top"))

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])


class IntoForm(forms.Form):
    """Into which department another one is merged."""

    into = DepartmentField(label=_("Merge into"), required=True)

    def __init__(self, *args: Any, department: Department, branches: list[Branch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [branch for branch in branches if branch.pk != department.pk]
        offer(self, department.organization, others, empty=_("Choose a department"))
