"""What all of the wizard's addresses do: find the firm's own roster, say what was refused, go back to the page."""

from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ecosystem.desks import keeper_required
from talent_pool.people import rules
from talent_pool.people.imports.actions.looking import look_soon
from talent_pool.people.imports.page import ImportPage
from talent_pool.people.models import RosterImport
from web.onward import onward

UNREADABLE = 422


def own_roster(request, public_id) -> RosterImport:
    """The firm's import; another firm's is not there."""
    mine = RosterImport.objects.select_related("organization", "job", "by", "committed_by")
    return get_object_or_404(mine, public_id=public_id, organization=request.firm)


def deed(view):
    """A POST about one roster: `view(request, roster)` does it; what is refused is told on the roster's page."""

    @require_POST
    @never_cache
    @keeper_required
    @wraps(view)
    def done(request, public_id) -> HttpResponse:
        roster = own_roster(request, public_id)
        try:
            return view(request, roster)
        except rules.ImportRefused as refusal:
            return draw(request, own_roster(request, public_id), refusal=str(refusal))

    return done


def draw(request, roster: RosterImport, *, refusal: str = "") -> HttpResponse:
    """The page of one roster; with what was typed when a deed was refused, so that nothing is lost."""
    page = ImportPage(
        roster,
        at=timezone.now(),
        show=request.GET.get("show", ""),
        number=request.GET.get("page", "1"),
        typed=request.POST.dict() if refusal else None,
    )
    is_fragment = request.htmx and not refusal and request.htmx.target == "rows"
    template = "people/imports/import.html" + ("#rows" if is_fragment else "")
    context = {"at": page, "roster": roster, "refusal": refusal, "address": roster_url(roster)}
    return render(request, template, context, status=UNREADABLE if refusal else 200)


def roster_url(roster: RosterImport, place: str = "") -> str:
    return reverse("people:import", args=[roster.public_id]) + place


def look_again(request, roster: RosterImport, place: str = "#fx") -> HttpResponse:
    """After a correction: look, and show what came of it."""
    look_soon(roster=roster, by=request.user, at=timezone.now())
    return onward(request, roster_url(roster, place))


def say(request, sentence: str) -> None:
    messages.success(request, sentence)
