"""An organization introduces itself, and answers when the office asks back."""

from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.phone_field import PhoneField
from ecosystem import licences
from ecosystem.actions.applications import APPLICANT, FACTS
from ecosystem.actions.organizations import UsccRefused, check_uscc
from ecosystem.enums import OrganizationKind, PositionKind
from ecosystem.models import Chain, Field, OrganizationApplication
from words.phones import mask_phone

NO_POSITION = [("", _("Not sure yet"))]


class ApplicationForm(forms.Form):
    """`meant` is the code that was probably meant, `asks_reason` says that a reason would let the typed one through."""

    name = forms.CharField(
        label=_("Full name of the organization"),
        max_length=120,
        help_text=_("As on the business licence."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    short_name = forms.CharField(
        label=_("Short name"), max_length=20, required=False, help_text=_("How people call it, up to 20 characters.")
    )
    kind = forms.ChoiceField(label=_("Kind of organization"), choices=OrganizationKind.choices)
    uscc = forms.CharField(
        label=_("Unified social credit code"),
        max_length=40,
        help_text=_("18 letters and digits, on the licence under its name."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    uscc_override_reason = forms.CharField(
        label=_("Why the code is right all the same"),
        max_length=200,
        required=False,
        help_text=_("Only if the licence really says so; the office compares."),
    )
    licence = forms.FileField(
        label=_("Picture of the business licence"),
        error_messages={"required": _("Add a picture of the licence.")},
        help_text=_("JPEG, PNG or PDF up to 10 MB. Only the district office sees it, for 90 days after its decision."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
    )
    held_licence = forms.CharField(required=False, widget=forms.HiddenInput)
    chain = forms.ModelChoiceField(
        label=_("Industry chain"), queryset=Chain.objects.all(), required=False, empty_label=_("Not sure yet")
    )
    position = forms.ChoiceField(
        label=_("Position in the chain"), choices=[*NO_POSITION, *PositionKind.choices], required=False
    )
    fields_of_application = forms.ModelMultipleChoiceField(
        label=_("Fields of application"),
        queryset=Field.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    applicant_name = forms.CharField(
        label=_("Your name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    applicant_post = forms.CharField(
        label=_("Your post"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    applicant_phone = PhoneField(
        label=_("Your mobile number"),
        help_text=_("The office answers to it; once accepted, you sign in with it as the first administrator."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meant: str | None = None
        self.asks_reason = False
        self.fields["licence"].required = self.needs_licence() and not self.holds_licence

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_licence(self):
        """The cleaned file, a new one or the one kept from the page before."""
        upload = self.cleaned_data["licence"]
        if upload is None:
            return self.kept_licence()
        try:
            if upload.size > licences.LARGEST:
                raise licences.LicenceRefused(_("The file is larger than 10 MB. A smaller picture is enough."))
            return licences.cleaned(upload.read())
        except licences.LicenceRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def kept_licence(self):
        return licences.held(self.data.get("held_licence", ""))

    def needs_licence(self) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if "uscc" in told:
            self.clean_code(told)
        if bool(told.get("chain")) != bool(told.get("position")):
            missing = "position" if told.get("chain") else "chain"
            self.add_error(missing, _("Chain and position go together: choose both, or neither."))
        return told

    def clean_code(self, told: dict[str, Any]) -> None:
        try:
            told["uscc"] = check_uscc(told["uscc"], told.get("uscc_override_reason", ""))
        except UsccRefused as refusal:
            self.meant, self.asks_reason = refusal.meant, refusal.has_shape
            self.add_error("uscc", str(refusal))

    def hold_licence(self) -> None:
        """The page goes back with errors: the file that came with it need not be chosen again."""
        file = self.cleaned_data.get("licence")
        if file:
            told = cast(QueryDict, self.data).copy()
            told["held_licence"] = licences.hold(file)
            self.data = told

    @property
    def holds_licence(self) -> bool:
        return bool(self.is_bound and licences.held(self.data.get("held_licence", "")))

    def facts(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {name: told[name] for name in (*FACTS, *APPLICANT) if told.get(name) or name != "applicant_phone"}


class AnswerForm(ApplicationForm):
    """The same, with the answer; number and licence stay as they are unless given anew."""

    answer = forms.CharField(
        label=_("Your answer to the office"), max_length=400, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, application: OrganizationApplication, **kwargs: Any) -> None:
        self.application = application
        initial = {name: getattr(application, name) for name in (*FACTS, *APPLICANT) if name != "applicant_phone"}
        kwargs["initial"] = initial | {"fields_of_application": application.fields.all()}
        super().__init__(*args, **kwargs)
        number = self.fields["applicant_phone"]
        number.required = False
        number.help_text = _("Leave it empty to keep %(number)s.") % {"number": mask_phone(application.applicant_phone)}
        self.asks_reason = bool(application.uscc_override_reason)

    def needs_licence(self) -> bool:
        return not self.application.licence
