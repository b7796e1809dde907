"""What HR sends about a roster, as plain values."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sheets.safety import LARGEST_FILE, MEGABYTE


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("The roster"),
        help_text=_("An .xlsx, .xls or .csv of at most 20 MB, as it is: the columns are recognized."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv,.txt"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(_("The file is empty."))
        if file.size > LARGEST_FILE:
            told = _("The file is larger than %(limit)s MB. Remove pictures from it, or send it in parts.")
            raise forms.ValidationError(told % {"limit": LARGEST_FILE // MEGABYTE})
        return file


class SeenForm(forms.Form):
    """Which version of the roster the page showed."""

    version = forms.IntegerField(min_value=1, max_value=2_000_000_000)


class ColumnsForm(SeenForm):
    sheet = forms.CharField(max_length=80, required=False)
    header_row = forms.IntegerField(min_value=1, max_value=60, required=False)


class SkipForm(SeenForm):
    row = forms.IntegerField(min_value=1, max_value=2_000_000)
    back = forms.BooleanField(required=False)


class CommitForm(SeenForm):
    digest = forms.CharField(max_length=64)
    is_whole = forms.BooleanField(required=False)


class LeaverForm(forms.Form):
    answer = forms.ChoiceField(choices=[("left", ""), ("stays", "")])
    on = forms.DateField(required=False)
