"""For those who speak: write, say it, remind those who have not read it, take it back. See following for the rest."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ecosystem.actions import announcements as actions
from ecosystem.desks import kept_firm, roles_held
from ecosystem.forms.announcements import AnnouncementForm
from ecosystem.models import Announcement
from ecosystem.queries.announcements import announcements_for
from ecosystem.rules import NotAllowed
from ecosystem.rules.announcements import Voice, can_speak, voice_of


def voice_of_request(request) -> Voice:
    """For whom the person may speak today, acting as they do."""
    return voice_of(roles=roles_held(request), acting_for=request.acting.organization_id if request.acting else None)


def speaker_required(view):
    """The view gets `request.voice`; whoever may speak to nobody gets 404."""

    @login_required
    @never_cache
    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.voice = voice_of_request(request)
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
