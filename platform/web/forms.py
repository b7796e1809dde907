"""How Django's forms are drawn: label, help, error, control; above them a summary that takes the focus."""

from django.forms import DateInput
from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"


class DayInput(DateInput):
    """The browser's own calendar, which reads and writes 2026-11-24 in every language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, str] | None = None):
        super().__init__(attrs, format="%Y-%m-%d")
