"""Text as a form takes it: without what cannot be seen, and no longer than its column once it is normalized."""

from django import forms

from words.digits import plain
from words.names import normalize_name


class PlainField(forms.CharField):
    """One character typed may become eighteen, or none: what came of it has to fit, and to be there."""

    def read(self, text: str) -> str:
        return plain(text)

    def clean(self, value: str) -> str:
        text = self.read(super().clean(value))
        self.run_validators(text)
        if self.required and not text:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return text


class NameField(PlainField):
    """The name of a person."""

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "name"}))
        super().__init__(**kwargs)

    def read(self, text: str) -> str:
        return normalize_name(text)
