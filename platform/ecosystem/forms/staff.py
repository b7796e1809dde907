"""What HR types about its own people. The fields are those of `ecosystem.staff.FIELDS`."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from competency.enums import Category, Education
from ecosystem import staff
from ecosystem.enums import EmploymentKind, RoleKind
from ecosystem.forms.departments import DepartmentField, offer
from ecosystem.forms.typed import NameField, PlainField
from ecosystem.models import Employment, Organization
from ecosystem.queries.departments import Branch, tree
from ecosystem.queries.staff_list import HERE, Criteria
from web.forms import DayInput
from words.digits import plain
from words.phones import normalize_phone

MANAGER = _("Staff number or full name of somebody on your staff.")


class ColleagueField(forms.CharField):
    """Names one of the firm's current staff; `clean` gives the Employment, or None."""

    organization: Organization

    def clean(self, value: str) -> Employment | None:
        text = plain(super().clean(value))
        if not text and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if not text:
            return None
        meant = staff.asked_for(self.organization, text)
        if not meant:
            raise ValidationError(_("Nobody on your staff has this number or name."))
        if len(meant) > 1:
            raise ValidationError(_("Several people have this name: give the staff number."))
        return meant[0]


def of_firm(form: forms.Form, organization: Organization) -> None:
    """Whoever the form asks for is looked for on this firm's staff."""
    for field in form.fields.values():
        if isinstance(field, ColleagueField):
            field.organization = organization


class PlaceForm(forms.Form):
    """Where a person stands in the firm."""

    department = DepartmentField(label=_("Department"))
    post = PlainField(label=_("Post"), max_length=80, required=False)
    manager = ColleagueField(label=_("Line manager"), max_length=120, required=False, help_text=MANAGER)

    def __init__(self, *args: Any, organization: Organization, branches: list[Branch] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        of_firm(self, organization)
        offer(self, organization, tree(organization) if branches is None else branches, empty=_("No department"))


class Claim(PlaceForm):
    """Whom a firm means, and where it says they stand."""

    name = NameField(label=_("Name"), widget=forms.TextInput)
    mobile = forms.CharField(
        label=_("Mobile number"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    number = PlainField(label=_("Staff number"), max_length=40, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of employment"),
        choices=EmploymentKind.choices,
        help_text=_("Your own word for it. It says nothing of where else the person works."),
    )

    def clean_mobile(self) -> str:
        try:
            return normalize_phone(self.cleaned_data["mobile"])
        except ValueError as fault:
            raise ValidationError(_("This is no mobile number: it has 11 digits and begins with 1.")) from fault


class JoinForm(Claim):
    """Enough to be asked; the rest can be said later."""

    field_order = ("name", "mobile", "number", "department", "post", "manager", "kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = EmploymentKind.PRIMARY


class EditForm(Claim):
    """Carries what each field said when the page was opened, and the version of the row then."""

    field_order = (
        *("name", "mobile", "number", "department", "post", "manager"),
        *("category", "title", "education", "joined_on", "mail", "kind", "version"),
    )
    category = forms.ChoiceField(label=_("Category"), choices=[("", "—"), *Category.choices], required=False)
    title = forms.CharField(label=_("Professional title"), max_length=40, required=False)
    education = forms.ChoiceField(label=_("Education"), choices=[("", "—"), *Education.choices], required=False)
    joined_on = forms.DateField(label=_("Joined the firm on"), required=False, widget=DayInput)
    mail = forms.EmailField(label=_("Work e-mail"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, employment: Employment, **kwargs: Any) -> None:
        initial = staff.told(employment) | {"version": employment.version}
        super().__init__(*args, organization=employment.organization, initial=initial, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "version"

    def changed(self) -> dict[str, Any]:
        """The fields that HR changed since the page was opened, with their values."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name != "version"}

    def as_shown(self) -> dict[str, str]:
        """What each field of a fresh form says, as a browser would send it back."""
        return {bound.name: "" if bound.value() is None else str(bound.value()) for bound in self}


class MoveForm(PlaceForm):
    """Another department, post or line manager, from a day on."""

    field_order = ("department", "post", "manager", "on")
    on = forms.DateField(label=_("From the day"), widget=DayInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, employment: Employment, day: Any, **kwargs: Any) -> None:
        told = {name: value for name, value in staff.told(employment).items() if name in self.field_order}
        initial = told | {"version": employment.version, "on": day}
        super().__init__(*args, organization=employment.organization, initial=initial, **kwargs)


class LeaveForm(forms.Form):
    """From which day on the person is not there; who takes over the administration, when they hold it alone."""

    on = forms.DateField(
        label=_("First day away"),
        widget=DayInput,
        help_text=_("Today ends it at once: nothing of theirs is yours any more."),
    )
    successor = ColleagueField(
        label=_("Who takes over the administration"), max_length=120, required=False, help_text=MANAGER
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, organization: Organization, asks_for_successor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_firm(self, organization)
        if not asks_for_successor:
            del self.fields["successor"]


class SearchForm(forms.Form):
    """The address is the search; what is no choice is not asked."""

    q = forms.CharField(max_length=80, required=False)
    state = forms.CharField(required=False)
    within = forms.IntegerField(required=False)
    category = forms.ChoiceField(choices=Category.choices, required=False)
    role = forms.ChoiceField(choices=RoleKind.choices, required=False)
    manager = forms.UUIDField(required=False)
    sort = forms.ChoiceField(choices=[(name, name) for name in ("name", "joined", "department")], required=False)
    page = forms.IntegerField(min_value=1, max_value=100_000, required=False)

    def criteria(self, states: set[str], manager: int | None) -> Criteria:
        """`manager` is the employment that the address names."""
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        state = said.get("state", HERE)
        return Criteria(
            q=said.get("q", ""),
            state=state if state in states else HERE,
            within=said.get("within"),
            category=said.get("category", ""),
            role=said.get("role", ""),
            manager=manager,
            sort=said.get("sort", "name"),
        )


class ManyForm(forms.Form):
    """One thing for many people; the others are taken off the form."""

    department = DepartmentField(label=_("Department"))
    category = forms.ChoiceField(label=_("Category"), choices=[("", "—"), *Category.choices], required=False)
    manager = ColleagueField(label=_("Line manager"), max_length=120, required=False, help_text=MANAGER)
    on = forms.DateField(label=_("First day away"), widget=DayInput)

    def __init__(self, *args: Any, organization: Organization, what: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {what: self.fields[what]}
        if what == "department":
            offer(self, organization, tree(organization), empty=_("No department"))
        of_firm(self, organization)
