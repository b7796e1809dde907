"""HR's answer about somebody whom a whole roster did not name."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ecosystem.desks import keeper_required
from ecosystem.queries import today
from ecosystem.rules import NotAllowed
from talent_pool.people.forms import LeaverForm
from talent_pool.people.imports.actions import leaving
from talent_pool.people.models import LeaverProposal
from web.onward import onward


@require_POST
@never_cache
@keeper_required
def leaver(request, pk) -> HttpResponse:
    proposal = get_object_or_404(LeaverProposal, pk=pk, employment__organization=request.firm)
    form = LeaverForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        leaving.answer(
            proposal=proposal,
            has_left=form.cleaned_data["answer"] == "left",
            on=form.cleaned_data["on"] or today(),
            by=request.user,
            at=timezone.now(),
        )
    except LeaverProposal.DoesNotExist:
        raise Http404 from None
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return onward(request, "/desk/")
