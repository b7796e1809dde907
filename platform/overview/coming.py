"""The two weeks ahead of a firm's HR: who leaves, which link ends, until when a roster can be undone."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ecosystem.models import Employment, InvitationLink, Organization
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.rules import undo_until
from web.dates import local

DAYS = 14
SATURDAY = 5


@dataclass(frozen=True)
class Entry:
    title: str
    text: str
    url: str


@dataclass
class Day:
    on: datetime.date
    entries: list[Entry] = field(default_factory=list)

    @property
    def is_off(self) -> bool:
        return self.on.weekday() >= SATURDAY


def days_ahead(organization: Organization, today: datetime.date) -> list[Day]:
    """Today and the thirteen days after it, each with what it brings."""
    found: dict[datetime.date, list[Entry]] = defaultdict(list)
    until = today + datetime.timedelta(days=DAYS)
    for on, entry in (*leaving(organization, today, until), *ending_links(organization), *undoable(organization)):
        found[on].append(entry)
    days = (today + datetime.timedelta(days=ahead) for ahead in range(DAYS))
    return [Day(on, found[on]) for on in days]


def leaving(organization: Organization, today: datetime.date, until: datetime.date):
    mine = Employment.objects.filter(organization=organization, to_on__gt=today, to_on__lt=until)
    for on, count in mine.values_list("to_on").annotate(Count("pk")).order_by("to_on"):
        text = ngettext("%(count)s person", "%(count)s people", count) % {"count": count}
        yield on, Entry(_("Last day"), text, f"{reverse('ecosystem:staff')}?state=leaving")


def ending_links(organization: Organization):
    links = InvitationLink.objects.filter(organization=organization, revoked_at=None)
    for ends_at in links.order_by("expires_at").values_list("expires_at", flat=True)[:DAYS]:
        yield local(ends_at).date(), Entry(_("Link ends"), f"{local(ends_at):%H:%M}", reverse("ecosystem:invitations"))


def undoable(organization: Organization):
    done = RosterImport.objects.filter(organization=organization, state=ImportState.COMMITTED)
    for public_id, at in done.order_by("-committed_at").values_list("public_id", "committed_at")[:DAYS]:
        assert at is not None  # what is COMMITTED says since when
        last = local(undo_until(at))
        yield last.date(), Entry(_("Undo until"), f"{last:%H:%M}", reverse("people:import", args=[public_id]))
