"""Write an announcement, say it, take it back; read it, and remind those who have not."""

import datetime
from typing import Any

from django.db import transaction

import audit
import jobs
from accounts.models import User
from audit import outbox
from ecosystem.enums import AnnouncementState
from ecosystem.models import Announcement, AnnouncementReceipt, Organization
from ecosystem.rules import announcements as rules
from jobs.models import Job
from messaging import actions as messages
from web.dates import local

LAY_OUT = "ecosystem.lay_out_announcement"
REMIND = "ecosystem.remind_of_announcement"


def key_of(announcement_id: int) -> str:
    """Under which its readers' messages stand."""
    return f"ecosystem.announcement:{announcement_id}"


@transaction.atomic
def draft(*, announcement: Announcement, voice: rules.Voice, by: User, at: datetime.datetime) -> Announcement:
    """Keep a new one. Nobody but those who may speak so sees it."""
    rules.check_can_speak(voice=voice, announcement=announcement)
    announcement.by, announcement.created_at, announcement.state = by, at, AnnouncementState.DRAFT
    announcement.save(force_insert=True)
    record(announcement, "drafted", by=by, at=at)
    return announcement


@transaction.atomic
def edit(*, announcement: Announcement, voice: rules.Voice, by: User, at: datetime.datetime, **words: Any) -> None:
    """Change a draft; `words` are its audience, chain, department, title and body."""
    locked = Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
    rules.check_can_edit(announcement=locked)
    for name, value in words.items():
        setattr(locked, name, value)
    rules.check_can_speak(voice=voice, announcement=locked)
    locked.save(update_fields=list(words))
    record(locked, "edited", by=by, at=at)


@transaction.atomic
def publish(*, announcement: Announcement, voice: rules.Voice, by: User, at: datetime.datetime) -> Job:
    """Say it: the worker lays out a receipt for each reader of this day, and rings their bells."""
    locked = become(announcement, AnnouncementState.PUBLISHED, voice=voice)
    locked.published_at = at
    locked.save(update_fields=["state", "published_at"])
    record(locked, "published", by=by, at=at)
    outbox.post("ecosystem.announcement_published", announcement_id=locked.pk)
    return jobs.start(LAY_OUT, by=by, for_org=locked.organization, at=at, announcement_id=locked.pk)


@transaction.atomic
def lay_out_again(*, announcement: Announcement, voice: rules.Voice, by: User, at: datetime.datetime) -> Job | None:
    """Somebody stopped the worker, or it failed: begin once more. None when there is nothing to do."""
    locked = Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
    rules.check_can_speak(voice=voice, announcement=locked)
    waiting = Job.objects.unfinished().filter(kind=LAY_OUT, ids__announcement_id=locked.pk).exists()
    if locked.state != AnnouncementState.PUBLISHED or locked.laid_out_at or waiting:
        return None
    return jobs.start(LAY_OUT, by=by, for_org=locked.organization, at=at, announcement_id=locked.pk)


@transaction.atomic
def withdraw(*, announcement: Announcement, voice: rules.Voice, by: User, at: datetime.datetime) -> None:
    """Take it back: from the next request on nobody reads it, nor the message that led to it."""
    locked = become(announcement, AnnouncementState.WITHDRAWN, voice=voice)
    locked.withdrawn_at = at
    locked.save(update_fields=["state", "withdrawn_at"])
    messages.take_back(key=key_of(locked.pk))
    record(locked, "withdrawn", by=by, at=at)


@transaction.atomic
def read(*, receipt: AnnouncementReceipt, by: User, at: datetime.datetime) -> None:
    """The reader says so; the first time counts. The bell is quiet about it then."""
    AnnouncementReceipt.objects.filter(pk=receipt.pk, person=by, read_at=None).update(read_at=at)
    messages.read(person_id=by.pk, key=key_of(receipt.announcement_id), at=at)


@transaction.atomic
def remind(*, announcement: Announcement, organization: Organization, by: User, at: datetime.datetime) -> Job:
    """An organization's HR reminds its own staff who have not read it, at most once a day."""
    locked = Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
    last = reminded_at(locked, organization.pk)
    rules.check_can_remind(
        announcement=locked, reminded_on=local(last).date() if last else None, today=local(at).date()
    )
    ids = {"announcement_id": locked.pk, "organization_id": organization.pk}
    return jobs.start(REMIND, by=by, for_org=organization, at=at, **ids)


def reminded_at(announcement: Announcement, organization_id: int) -> datetime.datetime | None:
    """When the organization last reminded its staff of it."""
    reminders = Job.objects.filter(
        kind=REMIND, for_org_id=organization_id, ids__announcement_id=announcement.pk
    ).order_by("-created_at")
    return reminders.values_list("created_at", flat=True).first()


def become(announcement: Announcement, state: AnnouncementState, *, voice: rules.Voice) -> Announcement:
    """The locked row in its new state, not yet saved."""
    locked = Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
    rules.check_can_speak(voice=voice, announcement=locked)
    rules.check_can_become(announcement=locked, state=state)
    locked.state = state
    return locked


def record(announcement: Announcement, what: str, *, by: User, at: datetime.datetime) -> None:
    verb = f"ecosystem.announcement_{what}"
    audit.record(by=by, for_org=announcement.organization, verb=verb, subject=announcement, at=at)
