"""An organization takes a position in a chain from a day on, gives it up, or hands the lead over."""

import datetime

from django.db import transaction
from django.db.models import QuerySet
from psycopg.types.range import DateRange

import audit
from accounts.models import User
from audit import outbox
from ecosystem.enums import PositionKind
from ecosystem.models import Chain, ChainPosition, Organization
from ecosystem.rules import office as rules
from web.dates import local


def lock_chain(chain: Chain) -> Chain:
    """Everybody who writes this chain's positions waits for the transaction's end."""
    return Chain.objects.select_for_update(no_key=True).get(pk=chain.pk)


def anchors_from(chain: Chain, day: datetime.date) -> QuerySet[ChainPosition]:
    """Who leads the chain on the day or later, the earliest first."""
    led = ChainPosition.objects.filter(chain=chain, kind=PositionKind.ANCHOR, period__overlap=DateRange(day, None))
    return led.select_related("chain", "organization").order_by("period")


@transaction.atomic
def take(
    *,
    organization: Organization,
    chain: Chain,
    kind: str,
    from_on: datetime.date,
    by: User | None,
    at: datetime.datetime,
) -> ChainPosition:
    """Give the organization the position from the day on. Raises NotAllowed when the chain has an anchor then."""
    chain = lock_chain(chain)
    if kind == PositionKind.ANCHOR:
        rules.check_seat_free(anchor=anchors_from(chain, from_on).exclude(organization=organization).first())
    still = ChainPosition.objects.filter(chain=chain, organization=organization, kind=kind)
    rules.check_not_held(held=still.filter(period__overlap=DateRange(from_on, None)).exists())
    return write(organization, chain, kind, from_on, by=by, at=at)


def write(
    organization: Organization,
    chain: Chain,
    kind: str,
    from_on: datetime.date,
    *,
    by: User | None,
    at: datetime.datetime,
) -> ChainPosition:
    position = ChainPosition.objects.create(
        organization=organization, chain=chain, kind=kind, period=DateRange(from_on, None)
    )
    audit.record(by=by, for_org=organization, verb="ecosystem.position_taken", subject=position, at=at, kind=str(kind))
    outbox.post("ecosystem.position_changed", organization_id=organization.pk)
    return position


@transaction.atomic
def end(*, position: ChainPosition, on: datetime.date, by: User | None, at: datetime.datetime) -> ChainPosition:
    """End a position: `on` is the first day it does not hold."""
    lock_chain(position.chain)
    locked = ChainPosition.objects.select_for_update().get(pk=position.pk)
    rules.check_end_day(position=locked, on=on)
    locked.period = DateRange(locked.period.lower, on)
    locked.save(update_fields=["period"])
    audit.record(by=by, for_org=locked.organization, verb="ecosystem.position_ended", subject=locked, at=at)
    outbox.post("ecosystem.position_changed", organization_id=locked.organization_id)
    return locked


@transaction.atomic
def take_back(*, position: ChainPosition, by: User | None, at: datetime.datetime) -> None:
    """Undo a position that has not held before today: a slip leaves a row of the audit and none here."""
    lock_chain(position.chain)
    locked = ChainPosition.objects.select_for_update().get(pk=position.pk)
    rules.check_take_back(position=locked, today=local(at).date())
    audit.record(by=by, for_org=locked.organization, verb="ecosystem.position_taken_back", subject=locked, at=at)
    outbox.post("ecosystem.position_changed", organization_id=locked.organization_id)
    locked.delete()


@transaction.atomic
def hand_over_anchor(
    *, chain: Chain, to: Organization, on: datetime.date, by: User | None, at: datetime.datetime
) -> ChainPosition:
    """From the day on another organization leads the chain: the one position ends as the other begins."""
    chain = lock_chain(chain)
    anchors = list(anchors_from(chain, on))
    rules.check_heir(anchors=anchors, heir_id=to.pk, on=on)
    before = ChainPosition.objects.select_for_update().get(pk=anchors[0].pk)
    before.period = DateRange(before.period.lower, on)
    before.save(update_fields=["period"])
    audit.record(by=by, for_org=before.organization, verb="ecosystem.position_ended", subject=before, at=at)
    outbox.post("ecosystem.position_changed", organization_id=before.organization_id)
    return write(to, chain, PositionKind.ANCHOR, on, by=by, at=at)
