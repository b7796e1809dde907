"""An organization takes a position in a chain from a day on."""

import datetime

from django.db import transaction
from psycopg.types.range import DateRange

import audit
from accounts.models import User
from ecosystem.models import Chain, ChainPosition, Organization


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
    """Give the organization the position from the day on; raises IntegrityError when the chain has an anchor then."""
    position = ChainPosition.objects.create(
        organization=organization, chain=chain, kind=kind, period=DateRange(from_on, None)
    )
    audit.record(by=by, for_org=organization, verb="ecosystem.position_taken", subject=position, at=at, kind=str(kind))
    return position
