"""HR's page of those who have not come yet: invite them one by one or all, and hand round links."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import queries
from ecosystem.actions import invitation_links, invitations
from ecosystem.desks import keeper_required
from ecosystem.enums import NotInvited
from ecosystem.forms.joining import InviteForm, LinkForm
from ecosystem.models import InvitationLink
from ecosystem.queries.joining import links_of, not_come_yet, read_not_come
from ecosystem.rules import NotAllowed
from web.onward import onward

A_PAGE = 50
FILTERS = ("", "never", "once")


def chosen(request, asked) -> dict[str, str]:
    """What the page is narrowed to."""
    invited = asked.get("invited", "")
    return {"q": asked.get("q", "")[:60].replace("\x00", ""), "invited": invited if invited in FILTERS else ""}


def context_of(request, **more) -> dict:
    narrowed = chosen(request, request.GET)
    page = Paginator(not_come_yet(request.firm, queries.today(), **narrowed), A_PAGE).get_page(request.GET.get("page"))
    page.object_list = [read_not_come(row) for row in page.object_list]
    filters = {"": _("Everybody"), "never": _("Never invited"), "once": _("Invited")}
    return {
        **narrowed,
        "page": page,
        "filters": filters,
        "links": links_of(request.firm),
        "now": timezone.now(),
        "form": LinkForm(organization=request.firm),
        **more,
    }


@require_safe
@keeper_required
@never_cache
def not_come(request) -> HttpResponse:
    return render(request, "ecosystem/joining/invitations.html", context_of(request))


@require_POST
@keeper_required
def send(request) -> HttpResponse:
    """Invite one, or everybody of the list as it was narrowed."""
    rows = not_come_yet(request.firm, queries.today(), **chosen(request, request.POST))
    if "everybody" not in request.POST:
        form = InviteForm(request.POST)
        if not form.is_valid() or not (rows := rows.filter(public_id=form.cleaned_data["employment"])):
            raise Http404
    told = invitations.invite(employments=rows, by=request.user, at=timezone.now())
    messages.success(request, outcome(told))
    return onward(request, reverse("ecosystem:invitations"))


def outcome(told: invitations.Invited) -> str:
    """Nine invited; and how many were not, each reason once."""
    sent = ngettext("%(count)s person is invited.", "%(count)s people are invited.", told.sent) % {"count": told.sent}
    why = [
        _("%(count)s: %(reason)s") % {"count": n, "reason": NotInvited(key).label} for key, n in told.skipped.items()
    ]
    return " ".join([sent, *([_("Not invited:"), "; ".join(why)] if why else [])])


@require_POST
@keeper_required
@never_cache
def make_link(request) -> HttpResponse:
    """The answer shows the address, once: only its digest is kept."""
    form = LinkForm(request.POST, organization=request.firm)
    if not form.is_valid():
        return render(request, "ecosystem/joining/invitations.html", context_of(request, form=form), status=422)
    now = timezone.now()
    try:
        link, token = invitation_links.make(
            organization=request.firm,
            department=form.cleaned_data["department"],
            most=form.cleaned_data["most"],
            expires_at=form.expires_at(now),
            by=request.user,
            at=now,
        )
    except NotAllowed as refusal:
        form.add_error("department", str(refusal))
        return render(request, "ecosystem/joining/invitations.html", context_of(request, form=form), status=422)
    address = request.build_absolute_uri(reverse("ecosystem:join_by_link", args=[token]))
    return render(request, "ecosystem/joining/link.html", {"link": link, "address": address})


@require_POST
@keeper_required
def revoke_link(request, public_id) -> HttpResponse:
    link = get_object_or_404(InvitationLink, organization=request.firm, public_id=public_id)
    invitation_links.revoke(link=link, by=request.user, at=timezone.now())
    return redirect("ecosystem:invitations")
