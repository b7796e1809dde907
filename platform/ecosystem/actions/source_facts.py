"""What the source document tells of the ecosystem, read as often as you like with one result."""

import datetime
from typing import Any

from django.db import transaction
from psycopg.types.range import DateRange

import audit
from accounts.models import User
from ecosystem.enums import OrganizationKind, PositionKind
from ecosystem.models import Chain, ChainPosition, Ecosystem, Field, Organization

SLOTS = "abc"
ALWAYS = DateRange(None, None)


@transaction.atomic
def import_ecosystem(facts: dict[str, Any], *, by: User | None, at: datetime.datetime) -> Ecosystem:
    """Bring the facts (the parsed ecosystem.json) into the tables.

    Organizations named in the source get the source's facts and nothing else: no code, no people, no invented figures.
    """
    told = facts["ecosystem"]
    ecosystem, _ = Ecosystem.objects.update_or_create(
        code="smart-iot",
        defaults={
            "name": told["name"],
            "name_en": told["name_en"],
            "district": told["district"],
            "lead_body": told["lead_body"],
        },
    )
    for place, chain_facts in enumerate(facts["chains"]):
        import_chain(ecosystem, place, chain_facts)
    for place, name in enumerate(facts["fields"]):
        Field.objects.update_or_create(name=name, defaults={"ecosystem": ecosystem, "position": place})
    audit.record(by=by, for_org=None, verb="ecosystem.source_imported", subject=ecosystem, at=at)
    return ecosystem


def import_chain(ecosystem: Ecosystem, place: int, facts: dict[str, Any]) -> None:
    chain, _ = Chain.objects.update_or_create(
        code=facts["code"],
        defaults={
            "ecosystem": ecosystem,
            "name": facts["name"],
            "name_en": facts["name_en"],
            "committee": facts["committee"],
            "slot": SLOTS[place % len(SLOTS)],
            "position": place,
        },
    )
    if anchor := facts["anchor"]:
        organization, _ = Organization.objects.update_or_create(
            name=anchor["name"],
            defaults={"kind": OrganizationKind.FIRM, "focus": anchor["focus"], "honours": anchor["honours"]},
        )
        if not chain.positions.filter(kind=PositionKind.ANCHOR).exists():  # it may have been handed over since
            ChainPosition.objects.create(
                chain=chain, organization=organization, kind=PositionKind.ANCHOR, period=ALWAYS
            )
