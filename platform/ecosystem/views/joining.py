"""For those whom no roster names: ask a firm's HR, by a link it handed round or by choosing the firm."""

from allauth.core import ratelimit
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ecosystem import queries
from ecosystem.actions import join_requests
from ecosystem.actions.invitation_links import digest_of
from ecosystem.forms.joining import JoinForm
from ecosystem.models import InvitationLink
from ecosystem.queries.joining import find_joinable, joinable
from ecosystem.rules import joining as rules

GONE, NONE_SUCH = 410, 404


@never_cache
def by_link(request, token: str) -> HttpResponse:
    """The firm and two fields; a link that lets nobody in says why, and what to do."""
    links = InvitationLink.objects.select_related("organization")
    link = links.filter(digest=digest_of(token)).first()
    if link is None:
        return render(request, "ecosystem/joining/no_link.html", status=NONE_SUCH)
    try:
        rules.check_link(link=link, at=timezone.now())
        return asked(request, link.organization, link)
    except rules.LinkEnded as ended:
        return render(request, "ecosystem/joining/no_link.html", {"ended": ended}, status=GONE)


@never_cache
def choose(request) -> HttpResponse:
    """Choose a firm by its name; people are never listed."""
    q = request.GET.get("q", "")[:60].replace("\x00", "")
    context = {"q": q, "firms": find_joinable(q, queries.today())}
    return render(request, "ecosystem/joining/choose.html", context)


@never_cache
def ask(request, public_id) -> HttpResponse:
    return asked(request, get_object_or_404(joinable(queries.today()), public_id=public_id), None)


def asked(request, firm, link: InvitationLink | None) -> HttpResponse:
    """The form, or the same page after it whoever the number belongs to."""
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if ratelimit.consume(request, action="join", key=form.cleaned_data["phone"]):
            join_requests.ask(organization=firm, link=link, at=timezone.now(), **form.cleaned_data)
            return redirect("ecosystem:join_asked")
        form.add_error(None, _("Too many requests have come from here or for this number. Try again tomorrow."))
    return render(
        request, "ecosystem/joining/ask.html", {"form": form, "firm": firm}, status=422 if form.errors else 200
    )


def done(request) -> HttpResponse:
    return render(request, "ecosystem/joining/asked.html")
