"""What was said and who has read it: names for the firm's own HR, numbers by organization for the others."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ecosystem import queries
from ecosystem.actions import announcements as actions
from ecosystem.desks import kept_firm
from ecosystem.models import Announcement, Organization
from ecosystem.names import readable_names
from ecosystem.queries.announcements import announcements_for, readings, readings_by_organization, unread_of
from ecosystem.queries.readers import readers_of
from ecosystem.rules.announcements import can_count, can_speak
from ecosystem.views.speaking import followed, speaker_required
from jobs.models import Job

A_PAGE = 10
NAMES_A_PAGE = 50


@require_safe
@speaker_required
def sent(request) -> HttpResponse:
    """Each with how many have read it; HR counts its own staff, others nothing below five."""
    firm = request.voice.organization_id
    page = Paginator(announcements_for(request.voice), A_PAGE).get_page(request.GET.get("page"))
    rows = [(each, can_speak(voice=request.voice, announcement=each)) for each in page]
    whole = readings(each for each, is_mine in rows if is_mine)
    of_staff = readings((each for each, is_mine in rows if not is_mine), organization_id=firm)
    told = {
        each.pk: reading
        for each, is_mine in rows
        if (reading := (whole if is_mine else of_staff).get(each.pk))
        if can_count(announcement=each, is_own_staff=not is_mine, readers=reading.total)
    }
    listed = [(each, is_mine, told.get(each.pk)) for each, is_mine in rows]
    return render(request, "ecosystem/announcements/sent.html", {"page": page, "listed": listed})


@require_safe
@speaker_required
def sent_one(request, public_id) -> HttpResponse:
    """A draft as its readers will see it; what was said, with who has read it."""
    announcement = followed(request, public_id)
    is_mine = can_speak(voice=request.voice, announcement=announcement)
    context = {"announcement": announcement, "is_mine": is_mine, **readers_told(request, announcement, is_mine)}
    return render(request, "ecosystem/announcements/sent_one.html", context)


def readers_told(request, announcement: Announcement, is_mine: bool) -> dict[str, Any]:
    """How many it will reach, how far the worker is, or who has read it: HR reads names, others organizations."""
    if announcement.published_at is None:
        return {"reach": readers_of(announcement, queries.today()).count()} if is_mine else {}
    if announcement.laid_out_at is None:
        jobs = Job.objects.filter(kind=actions.LAY_OUT, ids__announcement_id=announcement.pk)
        return {"job": jobs.filter(by=request.user).order_by("-created_at").first()}
    told: dict[str, Any] = {}
    if announcement.organization_id is None and is_mine:
        told["by_organization"] = readings_by_organization(announcement)
    if firm := kept_firm(request):
        told["reading"] = readings([announcement], organization_id=firm.pk).get(announcement.pk)
        told["unread"] = unread_named(request, announcement, firm)
        told["reminded_at"] = actions.reminded_at(announcement, firm.pk)
        told["reminded_today"] = told["reminded_at"] and timezone.localdate(told["reminded_at"]) == queries.today()
    return told


def unread_named(request, announcement: Announcement, firm: Organization) -> dict[str, Any]:
    """A page of names; only those that HR may read."""
    unread = unread_of(announcement, firm.pk, queries.today()).values_list("person_id", flat=True)
    page = Paginator(unread, NAMES_A_PAGE).get_page(request.GET.get("page"))
    people = list(page)
    names = readable_names(viewer=request.user, people=people, day=queries.today())
    return {"page": page, "names": [names[pk] for pk in people if pk in names]}
