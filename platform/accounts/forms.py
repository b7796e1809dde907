"""The three ways in: a code to a phone, a password, a staff number with its firm's code."""

from typing import Any

from allauth.account.forms import LoginForm, RequestLoginCodeForm
from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.agreements import KEY, VERSIONS, sentence_lazy
from words.digits import plain


class Agreeing(forms.Form):
    """The tick under each way in; the session remembers it until somebody has signed in."""

    agree = forms.BooleanField(
        label=sentence_lazy(),
        error_messages={"required": _("Read both and tick the box: without it nobody can come in.")},
    )

    def clean_agree(self) -> bool:
        context.request.session[KEY] = VERSIONS
        return self.cleaned_data["agree"]


class PhoneCodeForm(Agreeing, RequestLoginCodeForm):
    """Ask for a code; the answer is the same whether or not the number is known."""


class PasswordForm(Agreeing, LoginForm):
    """Phone number and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # no mail renews a password: the page says how to come in without


class StaffNumberForm(Agreeing, forms.Form):
    """A firm's code and the staff number on one's badge; the code goes to the phone on the roster."""

    field_order = ("firm_code", "staff_no", "agree")
    firm_code = forms.CharField(
        label=_("Firm code"),
        max_length=20,
        help_text=_("Four to eight letters; ask your HR if it is not on your badge."),
        widget=forms.TextInput(attrs={"autocomplete": "organization", "autocapitalize": "characters"}),
    )
    staff_no = forms.CharField(
        label=_("Staff number"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )

    def clean_firm_code(self) -> str:
        return self.cleaned_data["firm_code"].strip().upper()

    def clean_staff_no(self) -> str:
        return self.cleaned_data["staff_no"].strip()


class OnceMoreForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=6,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "one-code"}),
    )

    def clean_code(self) -> str:
        return plain(self.cleaned_data["code"]).strip()
