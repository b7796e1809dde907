"""How Django's forms are drawn: label, help, error, control; above them a summary that takes the focus."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
