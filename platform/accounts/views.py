"""Signing in by staff number, and the page for the code; the rest are allauth's own views."""

import secrets

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.utils import passthrough_next_redirect_url
from allauth.account.views import ChangePhoneView, ConfirmLoginCodeView
from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts import once_more
from accounts.agreements import IN_FORCE_SINCE, VERSIONS
from accounts.forms import OnceMoreForm, StaffNumberForm
from messaging import codes
from words.phones import mask_phone


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


@login_required
@never_cache
def change_phone(request) -> HttpResponse:
    """allauth's page, once the person has shown that it is them."""
    if request.user.phone and not once_more.is_fresh(request):
        if once_more.has_another_way(request.user):
            return reauthentication_required(ChangePhoneView.as_view())(request)
        return redirect("accounts:once_more")
    return ChangePhoneView.as_view()(request)


@login_required
@never_cache
def ask_once_more(request) -> HttpResponse:
    """A code to the number the person has now, then on to changing it."""
    if not request.user.phone:
        return redirect("account_change_phone")
    form = OnceMoreForm(request.POST if "code" in request.POST else None)
    if "send" in request.POST:
        if ratelimit.consume(request, action="request_login_code", key=request.user.phone):
            once_more.send_code(request)
            return redirect("accounts:once_more")
        form = OnceMoreForm({})
        form.add_error(None, _("Too many codes were asked for. Wait five minutes and try again."))
    elif form.is_bound and form.is_valid():
        if once_more.check_code(request, form.cleaned_data["code"]):
            return redirect("account_change_phone")
        form.add_error("code", _("This code is not right, or no longer valid."))
    context = {"form": form, "is_sent": once_more.is_sent(request), "number": mask_phone(request.user.phone)}
    return render(request, "account/once_more.html", context, status=422 if form.errors else 200)


def agreement(request, document: str) -> HttpResponse:
    context = {"version": VERSIONS[document], "since": IN_FORCE_SINCE}
    return render(request, f"account/agreements/{document}.html", context)
