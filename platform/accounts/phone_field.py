"""A form field that reads a phone number the way people type it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from words.phones import normalize_phone


class PhoneField(forms.CharField):
    """Cleans to E.164; full-width digits, spaces and a leading +86 are welcome."""

    default_error_messages = {"invalid_phone": _("This is not a mobile number: it has 11 digits and starts with 1.")}

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Phone number"))
        kwargs.setdefault("max_length", 30)
        super().__init__(**kwargs)
        self.widget.input_type = "tel"
        self.widget.attrs.update({"autocomplete": "tel-national", "inputmode": "tel"})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return text
        try:
            return normalize_phone(text)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid_phone"], code="invalid_phone") from None
