"""The person says once more who goes: by name or by the end of the phone number, and by the code just sent."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy import confirming


class ErasureForm(forms.Form):
    """`typed` is the person's name or the last four digits of their phone; nobody types that by mistake."""

    typed = forms.CharField(
        label=gettext_lazy("Your name, or the last four digits of your phone"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    code = forms.CharField(
        label=gettext_lazy("Code from the message"),
        max_length=6,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "one-code"},
        ),
    )

    def __init__(self, *args: Any, request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        if not confirming.has_phone(request):
            del self.fields["code"]

    def clean_typed(self) -> str:
        typed, person = self.cleaned_data["typed"].strip(), self.request.user
        if typed not in {person.full_name, (person.phone or "")[-4:]} - {""}:
            raise forms.ValidationError(_("That is neither your name nor the end of your phone number."))
        return typed

    def clean(self) -> dict[str, Any]:
        """A code is tried only when all else is right, so that a slip in the name costs no try."""
        if (
            not self.errors
            and "code" in self.fields
            and not confirming.is_right(self.request, self.cleaned_data["code"])
        ):
            self.add_error("code", _("This code does not hold. Check the message, or ask for a new code."))
        return self.cleaned_data
