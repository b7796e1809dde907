"""Who leads a chain, and who is in it, on a day."""

import datetime
from collections import defaultdict

from ecosystem.enums import PositionKind
from ecosystem.models import Chain, ChainPosition, Organization


def anchor_on(chain: Chain, day: datetime.date) -> Organization | None:
    """Who leads the chain on a day."""
    position = (
        ChainPosition.objects.on(day)
        .filter(chain=chain, kind=PositionKind.ANCHOR)
        .select_related("organization")
        .first()
    )
    return position.organization if position else None


def chains_with_members(day: datetime.date) -> list[tuple[Chain, list[ChainPosition]]]:
    """Every chain in order, with its positions on the day by kind and then by organization name."""
    rank = {kind: place for place, kind in enumerate(PositionKind.values)}
    positions = ChainPosition.objects.on(day).select_related("organization").order_by("organization__name_key")
    members: dict[int, list[ChainPosition]] = defaultdict(list)
    for position in sorted(positions, key=lambda position: rank[position.kind]):
        members[position.chain_id].append(position)
    return [(chain, members[chain.pk]) for chain in Chain.objects.all()]
