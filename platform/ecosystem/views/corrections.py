"""What a firm says of me, with a way to have it corrected; and HR's page of what people say is wrong."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import rules
from ecosystem.actions import corrections
from ecosystem.desks import keeper_required
from ecosystem.forms.joining import CorrectionForm, NotCorrectedForm
from ecosystem.models import CorrectionRequest
from ecosystem.queries.joining import claims_on, waiting_corrections
from web.onward import onward

A_PAGE = 100


@require_safe
@login_required
@never_cache
def mine(request) -> HttpResponse:
    return shown(request)


def shown(request, wrong: CorrectionForm | None = None, at_claim=None) -> HttpResponse:
    claims = claims_on(request.employments)
    for claim in claims:
        is_asked = wrong is not None and claim.public_id == at_claim
        claim.form = wrong if is_asked else CorrectionForm(auto_id=f"{claim.public_id}_%s")
    context = {"claims": claims, "form": wrong}
    return render(request, "ecosystem/joining/claims.html", context, status=422 if wrong else 200)


@require_POST
@login_required
def ask(request, public_id) -> HttpResponse:
    held = next((held for held in request.employments if held.public_id == public_id), None)
    if held is None:
        raise Http404
    form = CorrectionForm(request.POST, auto_id=f"{public_id}_%s")
    if not form.is_valid():
        return shown(request, form, public_id)
    try:
        corrections.ask(employment=held, by=request.user, at=timezone.now(), **form.cleaned_data)
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("ecosystem:my_claims")


@require_safe
@keeper_required
@never_cache
def waiting(request) -> HttpResponse:
    return page(request)


def page(request, form: NotCorrectedForm | None = None) -> HttpResponse:
    context = {"waiting": waiting_corrections(request.firm, A_PAGE), "form": form}
    return render(request, "ecosystem/joining/corrections.html", context, status=422 if form else 200)


def back(request) -> HttpResponse:
    return onward(request, reverse("ecosystem:corrections"))


def request_of(request, public_id) -> CorrectionRequest:
    mine = CorrectionRequest.objects.select_related("employment")
    return get_object_or_404(mine, employment__organization=request.firm, public_id=public_id)


@require_POST
@keeper_required
def apply(request, public_id) -> HttpResponse:
    """Write what the person wants; `by_hand` when HR has done so elsewhere."""
    do = corrections.settle if "by_hand" in request.POST else corrections.apply
    try:
        do(request=request_of(request, public_id), by=request.user, at=timezone.now())
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Corrected; the person is told."))
    return back(request)


@require_POST
@keeper_required
def decline(request, public_id) -> HttpResponse:
    asked, form = request_of(request, public_id), NotCorrectedForm(request.POST)
    if not form.is_valid():
        return page(request, form)
    try:
        corrections.decline(request=asked, why=form.sentence(), by=request.user, at=timezone.now())
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    return back(request)
