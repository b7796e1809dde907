"""HR's page of those who ask to be let in: accept one or all, or say why not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import rules
from ecosystem.actions import join_requests
from ecosystem.desks import keeper_required
from ecosystem.forms.joining import UnwelcomeForm
from ecosystem.models import JoinRequest
from ecosystem.queries.joining import waiting_requests
from web.onward import onward

A_PAGE = 100


def back(request) -> HttpResponse:
    return onward(request, reverse("ecosystem:join_requests"))


def request_of(request, public_id) -> JoinRequest:
    return get_object_or_404(JoinRequest, organization=request.firm, public_id=public_id)


@require_safe
@keeper_required
@never_cache
def waiting(request) -> HttpResponse:
    return render(request, "ecosystem/joining/requests.html", {"waiting": waiting_requests(request.firm, A_PAGE)})


@require_POST
@keeper_required
def accept(request, public_id) -> HttpResponse:
    try:
        join_requests.accept(request=request_of(request, public_id), by=request.user, at=timezone.now())
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("On the roster now, and invited by text."))
    return back(request)


@require_POST
@keeper_required
def accept_all(request) -> HttpResponse:
    done = join_requests.accept_all(organization=request.firm, by=request.user, at=timezone.now())
    told = ngettext("%(count)s person is let in.", "%(count)s people are let in.", done) % {"count": done}
    messages.success(request, told)
    return back(request)


@require_POST
@keeper_required
def decline(request, public_id) -> HttpResponse:
    asked, form = request_of(request, public_id), UnwelcomeForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "ecosystem/joining/requests.html",
            {"waiting": waiting_requests(request.firm, A_PAGE), "form": form},
            status=422,
        )
    try:
        join_requests.decline(request=asked, by=request.user, at=timezone.now(), **form.cleaned_data)
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    return back(request)
