"""Announcements for their readers, and for those who speak; who has read them, in numbers."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from accounts.models import User
from ecosystem.enums import AnnouncementState, EmploymentState
from ecosystem.models import Announcement, AnnouncementReceipt, Employment
from ecosystem.rules.announcements import FEWEST, TO_A_CHAIN, TO_ALL, TO_OWN_STAFF, Voice


class Reading(NamedTuple):
    """How many were reached and how many of them have read it."""

    total: int
    read: int

    @property
    def unread(self) -> int:
        return self.total - self.read


def receipts_of(person: User, day: datetime.date) -> QuerySet[AnnouncementReceipt]:
    """What the person may read, unread first; a firm's own words end with the employment, withdrawn ones at once."""
    here = Employment.objects.on(day).filter(
        person=person, state=EmploymentState.CONFIRMED, organization=OuterRef("announcement__organization")
    )
    unread_first = Case(When(read_at=None, then=Value(0)), default=Value(1))
    return (
        AnnouncementReceipt.objects.filter(person=person, announcement__state=AnnouncementState.PUBLISHED)
        .filter(Q(announcement__organization=None) | Exists(here))
        .select_related("announcement__organization", "announcement__chain")
        .order_by(unread_first, "-announcement__published_at", "-pk")
    )


def announcements_for(voice: Voice) -> QuerySet[Announcement]:
    """What this voice said or may say, and for a firm's HR also what its own staff were told by others."""
    mine = Q(pk=None)
    if voice.organization_id:
        own_staff = AnnouncementReceipt.objects.filter(announcement=OuterRef("pk"), organization=voice.organization_id)
        mine |= Q(audience__in=sorted(TO_OWN_STAFF), organization=voice.organization_id)
        mine |= Q(Exists(own_staff), state=AnnouncementState.PUBLISHED, organization=None)
    if voice.is_office:
        mine |= Q(audience__in=sorted(TO_ALL | TO_A_CHAIN), organization=None)
    elif voice.chain_ids:
        mine |= Q(audience__in=sorted(TO_A_CHAIN), organization=None, chain__in=voice.chain_ids)
    found = Announcement.objects.filter(mine).select_related("organization", "chain", "department")
    return found.order_by("-created_at", "-pk")


def readings(announcements: Iterable[Announcement], organization_id: int | None = None) -> dict[int, Reading]:
    """`{announcement id: reading}`; of one organization's staff alone, when it is given."""
    receipts = AnnouncementReceipt.objects.filter(announcement__in=[each.pk for each in announcements])
    if organization_id is not None:
        receipts = receipts.filter(organization=organization_id)
    rows = receipts.order_by().values_list("announcement").annotate(Count("pk"), Count("read_at"))
    return {pk: Reading(total, read) for pk, total, read in rows}


def readings_by_organization(announcement: Announcement) -> list[tuple[str, Reading]]:
    """`(name, reading)`, the largest first; the small ones stand together under an empty name.

    What stands together has at least five readers too, or nothing is told apart: else the sum would give it away.
    """
    rows = announcement.receipts.order_by().values_list("organization__name")
    counted = rows.annotate(total=Count("pk"), read=Count("read_at")).order_by("-total", "organization__name")
    large = [(name or "", Reading(total, read)) for name, total, read in counted if total >= FEWEST and name]
    small = [Reading(total, read) for name, total, read in counted if total < FEWEST or not name]
    while small and large and sum(reading.total for reading in small) < FEWEST:
        small.append(large.pop()[1])
    together = Reading(sum(each.total for each in small), sum(each.read for each in small))
    if together.total >= FEWEST:
        large.append(("", together))
    return large


def unread_of(announcement: Announcement, organization_id: int, day: datetime.date) -> QuerySet[AnnouncementReceipt]:
    """Receipts of the organization's current staff who have not read it, by pinyin."""
    still = Employment.objects.on(day).filter(person=OuterRef("person"), organization=organization_id)
    return announcement.receipts.filter(Exists(still), organization=organization_id, read_at=None).order_by(
        "person__name_key", "pk"
    )
