"""What pages send: the catalogue's criteria, a request's own number, an answer, a certificate's number."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.enums import CourseKind
from competency.enums import Category
from courses.learning.catalogue import ENROLLING, FILTERS, SHORT, SOON, Criteria
from courses.learning.certificate_codes import normalize_code
from ecosystem.models import Chain


class CatalogueForm(forms.Form):
    """The address of the catalogue. A value nobody offers is no filter."""

    q = forms.CharField(required=False, max_length=80)
    chain = forms.ModelChoiceField(Chain.objects, required=False, to_field_name="code")
    category = forms.ChoiceField(required=False, choices=Category.choices)
    kind = forms.ChoiceField(required=False, choices=CourseKind.choices)
    state = forms.ChoiceField(required=False, choices=[(ENROLLING, ENROLLING)])
    sort = forms.ChoiceField(required=False, choices=[(SOON, SOON), (SHORT, SHORT)])

    def criteria(self) -> Criteria:
        self.is_valid()
        asked = {name: self.cleaned_data.get(name) or "" for name in ("q", *FILTERS, "sort")}
        return Criteria(**{**asked, "chain": getattr(asked["chain"], "code", "")})


class RequestForm(forms.Form):
    """A button pressed once, however often it arrives: `client_id` was drawn when the page was made."""

    client_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def number(self, act: str, pk: int) -> uuid.UUID:
        """The number of this act on this row; a fresh one when the page sent none or nonsense.

        A page's number used for another act, by a cached page or on purpose, is another request.
        """
        drawn = (self.is_valid() and self.cleaned_data["client_id"]) or uuid.uuid4()
        return uuid.uuid5(drawn, f"{act}:{pk}")


class AnswerForm(forms.Form):
    block = forms.CharField(max_length=64)
    option = forms.IntegerField(min_value=0, max_value=25)


class CertificateForm(forms.Form):
    code = forms.CharField(
        label=_("Certificate number"),
        max_length=40,
        help_text=_("Such as LC-2026-7K3MQ-9TF2W, printed under the QR code."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("code"):
            cleaned["code"] = normalize_code(cleaned["code"]) or cleaned["code"]
        return cleaned
