"""For those who speak: write, look at it as its readers will, say it, see who has read it, remind, take it back."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import queries
from ecosystem.actions import announcements as actions
from ecosystem.desks import kept_firm, roles_held
from ecosystem.forms.announcements import AnnouncementForm
from ecosystem.models import Announcement
from ecosystem.names import readable_names
from ecosystem.queries.announcements import FEWEST, announcements_for, readings, readings_by_organization, unread_of
from ecosystem.queries.readers import readers_of
from ecosystem.rules import NotAllowed
from ecosystem.rules.announcements import can_speak, voice_of
from jobs.models import Job

A_PAGE = 10
NAMES_A_PAGE = 50


def speaker_required(view):
    """The view gets `request.voice`; whoever may speak to nobody gets 404."""

    @login_required
    @never_cache
    @wraps(view)
    def guarded(request, *args, **kwargs):
        acting = request.acting.organization_id if request.acting else None
        request.voice = voice_of(roles=roles_held(request), acting_for=acting)
        if not request.voice:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def followed(request, public_id) -> Announcement:
    """What this voice said, or what its own staff were told."""
    return get_object_or_404(announcements_for(request.voice), public_id=public_id)


def kept(request, public_id) -> Announcement:
    """What this voice may change."""
    announcement = followed(request, public_id)
    if not can_speak(voice=request.voice, announcement=announcement):
        raise Http404
    return announcement


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
        if each.organization_id or not is_mine or reading.total >= FEWEST
    }
    listed = [(each, is_mine, told.get(each.pk)) for each, is_mine in rows]
    return render(request, "ecosystem/announcements/sent.html", {"page": page, "listed": listed})


@speaker_required
def write(request) -> HttpResponse:
    return written(request, None)


@speaker_required
def edit(request, public_id) -> HttpResponse:
    announcement = kept(request, public_id)
    return written(request, announcement)


def written(request, announcement: Announcement | None) -> HttpResponse:
    form = AnnouncementForm(request.POST or None, voice=request.voice, of=announcement)
    if request.method == "POST" and form.is_valid():
        speaker: dict[str, Any] = {"voice": request.voice, "by": request.user, "at": timezone.now()}
        try:
            if announcement is None:
                announcement = actions.draft(announcement=Announcement(**form.words()), **speaker)
            else:
                actions.edit(announcement=announcement, **speaker, **form.words())
            return redirect("ecosystem:announcement_sent", announcement.public_id)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "announcement": announcement}
    return render(request, "ecosystem/announcements/write.html", context, status=422 if form.errors else 200)


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


def unread_named(request, announcement: Announcement, firm) -> dict[str, Any]:
    """A page of names; only those that HR may read."""
    unread = unread_of(announcement, firm.pk, queries.today()).values_list("person_id", flat=True)
    page = Paginator(unread, NAMES_A_PAGE).get_page(request.GET.get("page"))
    people = list(page)
    names = readable_names(viewer=request.user, people=people, day=queries.today())
    return {"page": page, "names": [names[pk] for pk in people if pk in names]}


def done(request, public_id, deed, **more) -> HttpResponse:
    """Do it and go back to the announcement, which says why when it could not be done."""
    try:
        deed(by=request.user, at=timezone.now(), **more)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("ecosystem:announcement_sent", public_id)


@require_POST
@speaker_required
def publish(request, public_id) -> HttpResponse:
    return done(request, public_id, actions.publish, announcement=kept(request, public_id), voice=request.voice)


@require_POST
@speaker_required
def lay_out(request, public_id) -> HttpResponse:
    return done(request, public_id, actions.lay_out_again, announcement=kept(request, public_id), voice=request.voice)


@require_POST
@speaker_required
def withdraw(request, public_id) -> HttpResponse:
    return done(request, public_id, actions.withdraw, announcement=kept(request, public_id), voice=request.voice)


@require_POST
@speaker_required
def remind(request, public_id) -> HttpResponse:
    """Only for one's own staff: the office and the committees know no names to remind."""
    announcement, firm = followed(request, public_id), kept_firm(request)
    if firm is None:
        raise Http404
    return done(request, public_id, actions.remind, announcement=announcement, organization=firm)
