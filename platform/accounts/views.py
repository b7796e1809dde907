"""Signing in by staff number, and the page for the code; the rest are allauth's own views."""

import secrets

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.utils import passthrough_next_redirect_url
from allauth.account.views import ConfirmLoginCodeView
from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.forms import StaffNumberForm
from messaging import codes


@never_cache
def staff_code(request) -> HttpResponse:
    """Send a code to the phone of the person behind a staff number; the answer is the same when there is none."""
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = StaffNumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        firm_code, staff_no = form.cleaned_data["firm_code"], form.cleaned_data["staff_no"]
        if ratelimit.consume(request, action="request_login_code", key=f"{firm_code}:{staff_no}".upper()):
            user = import_string(settings.ACCOUNTS_STAFF_LOOKUP)(firm_code, staff_no)
            phone = user.phone if user else f"unknown-{secrets.token_hex(4)}"
            LoginCodeVerificationProcess.initiate(request=request, user=user, phone=phone)
            return redirect(passthrough_next_redirect_url(request, reverse("account_confirm_login_code"), "next"))
        form.add_error(None, _("Too many codes were asked for. Wait five minutes and try again."))
    return render(request, "account/staff_code.html", {"form": form}, status=422 if form.errors else 200)


class ConfirmCodeView(ConfirmLoginCodeView):
    """The code is typed, or asked for once more: where nobody is behind the number, as if there were somebody."""

    def _resend_form_valid(self, form) -> HttpResponse:
        if self._process.user:
            return super()._resend_form_valid(form)
        codes.leave_none(self._process.state.get("phone", ""))
        self._process.record_resend()
        self._process.persist()
        return HttpResponseRedirect(self.passthrough_next_url(reverse("account_confirm_login_code")))
