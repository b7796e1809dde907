"""The person's answer at first sign-in, and the organization acted for."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ecosystem import rules
from ecosystem.actions import corrections, employments
from ecosystem.forms.joining import CorrectionForm
from ecosystem.forms.welcome import ActingForm, WelcomeForm
from ecosystem.middleware import SESSION_KEY
from ecosystem.models import Employment
from ecosystem.queries.joining import said_of
from web.onward import onward


@login_required
@never_cache
def welcome(request) -> HttpResponse:
    """Is this your name and your firm? Asked for each claimed employment, one at a time.

    The page says which claim it showed: an answer sent twice is no answer to the next claim.
    """
    claim = next((held for held in request.employments if held.is_pending), None)
    if claim is None:
        return onward(request)
    is_answer = request.POST.get("claim") == str(claim.pk)
    is_wrong = is_answer and "wrong" in request.POST
    name = request.user.full_name or claim.claimed_name
    form = WelcomeForm(request.POST if is_answer else None, initial={"name": name})
    wrong = CorrectionForm(request.POST if is_wrong else None, auto_id="wrong_%s")
    try:
        if is_answer and answered(request, claim, form, wrong if is_wrong else None):
            return onward(request)
    except rules.NotAllowed:
        return onward(request)
    context = {
        "claim": claim,
        "said": [(label, value) for label, value in said_of(claim) if value],
        "form": form,
        "wrong": wrong,
        "next": request.POST.get("next") or request.GET.get("next", "/"),
    }
    return render(request, "ecosystem/welcome.html", context, status=422 if form.errors or wrong.errors else 200)


def answered(request, claim: Employment, form: WelcomeForm, wrong: CorrectionForm | None) -> bool:
    """Carry out what the person says of the claim; False when a form has to be shown again."""
    said = {"employment": claim, "by": request.user, "at": timezone.now()}
    if "refuse" in request.POST:
        employments.refuse(**said)
        return True
    if not form.is_valid() or (wrong is not None and not wrong.is_valid()):
        return False
    if wrong is None:
        employments.confirm(name=form.cleaned_data["name"], **said)
    else:
        corrections.confirm_but(name=form.cleaned_data["name"], **wrong.cleaned_data, **said)
    return True


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
