"""Taking a position in a chain."""

import datetime

import pytest
from django.utils import timezone
from psycopg.types.range import DateRange

from audit.models import AuditEntry
from ecosystem.actions import positions
from ecosystem.enums import PositionKind
from ecosystem.rules import NotAllowed
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 1)


def take(organization, kind=PositionKind.PARTNER, from_on=DAY):
    return positions.take(
        organization=organization, chain=make_chain(), kind=kind, from_on=from_on, by=None, at=timezone.now()
    )


def test_a_position_holds_from_its_day_on_and_leaves_a_row():
    organization = make_organization()
    position = take(organization)
    position.refresh_from_db()
    assert position.period == DateRange(DAY, None)
    entry = AuditEntry.objects.get(verb="ecosystem.position_taken")
    assert (entry.subject_id, entry.for_org_id, entry.data) == (str(position.pk), organization.pk, {"kind": "partner"})


def test_a_second_anchor_of_one_chain_is_refused():
    take(make_organization(), kind=PositionKind.ANCHOR)
    with pytest.raises(NotAllowed):
        take(make_organization(), kind=PositionKind.ANCHOR, from_on=DAY + datetime.timedelta(days=30))
