"""The person's answer at first sign-in, and the organization acted for."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ecosystem import rules
from ecosystem.actions import employments
from ecosystem.forms.welcome import ActingForm, WelcomeForm
from ecosystem.middleware import SESSION_KEY


def onward(request) -> HttpResponse:
    """Back to where the person was going, when that is a page of ours."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return HttpResponseRedirect(target)


@login_required
def welcome(request) -> HttpResponse:
    """Is this your name and your firm? Asked for each claimed employment, one at a time.

    The page says which claim it showed: an answer sent twice is no answer to the next claim.
    """
    claim = next((held for held in request.employments if held.is_pending), None)
    if claim is None:
        return onward(request)
    is_answer = request.POST.get("claim") == str(claim.pk)
    name = request.user.full_name or claim.claimed_name
    form = WelcomeForm(request.POST if is_answer else None, initial={"name": name})
    if is_answer:
        try:
            if "refuse" in request.POST:
                employments.refuse(employment=claim, by=request.user, at=timezone.now())
                return onward(request)
            if form.is_valid():
                employments.confirm(
                    employment=claim, name=form.cleaned_data["name"], by=request.user, at=timezone.now()
                )
                return onward(request)
        except rules.NotAllowed:
            return onward(request)
    context = {"claim": claim, "form": form, "next": request.POST.get("next") or request.GET.get("next", "/")}
    return render(request, "ecosystem/welcome.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def act_for(request) -> HttpResponse:
    """Choose the organization one acts for; only a confirmed employment of one's own counts."""
    form = ActingForm(request.POST)
    confirmed = {held.pk for held in request.employments if held.is_confirmed}
    if not form.is_valid() or form.cleaned_data["employment"] not in confirmed:
        raise Http404
    request.session[SESSION_KEY] = form.cleaned_data["employment"]
    return onward(request)
