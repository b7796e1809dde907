"""Who leads a chain, who is in it, and which fields its members meet in, on a day."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from ecosystem.enums import PositionKind
from ecosystem.models import Chain, ChainPosition, Field, Organization


@dataclass
class ChainOnADay:
    """A chain, its positions of the day by kind and then by name, and all who ever led it in order."""

    chain: Chain
    members: list[ChainPosition] = field(default_factory=list)
    leads: list[ChainPosition] = field(default_factory=list)

    @property
    def anchor(self) -> Organization | None:
        return next((held.organization for held in self.members if held.kind == PositionKind.ANCHOR), None)

    @property
    def organizations(self) -> set[int]:
        return {held.organization_id for held in self.members}


def anchor_on(chain: Chain, day: datetime.date) -> Organization | None:
    """Who leads the chain on a day."""
    position = (
        ChainPosition.objects.on(day)
        .filter(chain=chain, kind=PositionKind.ANCHOR)
        .select_related("organization")
        .first()
    )
    return position.organization if position else None


def chains_on(day: datetime.date) -> list[ChainOnADay]:
    """Every chain in order."""
    rank = {kind: place for place, kind in enumerate(PositionKind.values)}
    told = {chain.pk: ChainOnADay(chain) for chain in Chain.objects.select_related("ecosystem")}
    positions = ChainPosition.objects.on(day).select_related("organization").order_by("organization__name_key", "pk")
    for position in sorted(positions, key=lambda position: rank[position.kind]):
        told[position.chain_id].members.append(position)
    led = ChainPosition.objects.filter(kind=PositionKind.ANCHOR).select_related("organization").order_by("period")
    for position in led:
        told[position.chain_id].leads.append(position)
    return list(told.values())


def chains_with_members(day: datetime.date) -> list[tuple[Chain, list[ChainPosition]]]:
    """Every chain in order, with its positions on the day by kind and then by organization name."""
    return [(told.chain, told.members) for told in chains_on(day)]


def fields_with_members() -> list[tuple[Field, list[Organization]]]:
    """Every field of application with the organizations in it, by name."""
    members: dict[int, list[Organization]] = defaultdict(list)
    through = Organization.fields.through.objects.select_related("organization").order_by("organization__name_key")
    for row in through:
        members[row.field_id].append(row.organization)
    return [(each, members[each.pk]) for each in Field.objects.all()]


def positions_of(organization: Organization) -> list[ChainPosition]:
    """All positions the organization has, had or will have: the latest first."""
    return list(organization.positions.select_related("chain").order_by("-period", "pk"))
