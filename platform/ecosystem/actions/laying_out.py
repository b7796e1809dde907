"""What the worker does with an announcement: a receipt and a message for each reader, in bulk."""

import datetime
from collections.abc import Callable
from itertools import islice

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

import audit
from ecosystem.actions.announcements import key_of
from ecosystem.enums import AnnouncementState
from ecosystem.models import Announcement, AnnouncementReceipt
from ecosystem.queries.announcements import unread_of
from ecosystem.queries.readers import readers_of
from ecosystem.rules import NotAllowed
from messaging import actions as messages
from web.dates import local

KIND = "ecosystem.announcement"
REMINDER = "ecosystem.announcement_reminder"
BATCH = 2_000

Progress = Callable[[int, int], None]


@transaction.atomic
def lay_out(*, announcement_id: int, at: datetime.datetime, progress: Progress) -> int:
    """Reach those who belong to the audience on the day of publication; later comers are not. Again is harmless.

    It is seen as a whole or not at all. Raises NotAllowed when it was withdrawn meanwhile.
    """
    announcement = Announcement.objects.get(pk=announcement_id)
    check_stands(announcement)
    readers = list(readers_of(announcement, local(announcement.published_at).date()))
    waiting, done = iter(readers), 0
    while some := list(islice(waiting, BATCH)):
        progress(done, len(readers))
        hand_out(announcement, some, at=at)
        done += len(some)
    locked = Announcement.objects.select_for_update().get(pk=announcement_id)
    check_stands(locked)
    locked.laid_out_at = locked.laid_out_at or at
    locked.save(update_fields=["laid_out_at"])
    audit.record(
        by=None,
        for_org=locked.organization,
        verb="ecosystem.announcement_laid_out",
        subject=locked,
        at=at,
        rows=len(readers),
    )
    return len(readers)


def hand_out(announcement: Announcement, readers: list[tuple[int, int]], *, at: datetime.datetime) -> None:
    receipts = [
        AnnouncementReceipt(announcement=announcement, person_id=person, organization_id=organization)
        for person, organization in readers
    ]
    AnnouncementReceipt.objects.bulk_create(receipts, ignore_conflicts=True)
    messages.send_many(
        people=[person for person, _organization in readers],
        kind=KIND,
        key=key_of(announcement.pk),
        url=address_of(announcement),
        at=at,
        title=announcement.title,
    )


@transaction.atomic
def remind_all(*, announcement_id: int, organization_id: int, at: datetime.datetime) -> int:
    """Bring the message of those of the organization who have not read it up again, unread."""
    announcement = Announcement.objects.select_for_update().get(pk=announcement_id)
    check_stands(announcement)
    people = list(unread_of(announcement, organization_id, local(at).date()).values_list("person_id", flat=True))
    messages.send_many(
        people=people,
        kind=REMINDER,
        key=key_of(announcement.pk),
        url=address_of(announcement),
        at=at,
        anew=True,
        title=announcement.title,
    )
    return len(people)


def check_stands(announcement: Announcement) -> None:
    if announcement.state != AnnouncementState.PUBLISHED:
        raise NotAllowed(_("It was withdrawn before it reached anybody."))


def address_of(announcement: Announcement) -> str:
    return reverse("ecosystem:announcement", args=[announcement.public_id])
