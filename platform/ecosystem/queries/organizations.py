"""The office's list of organizations: found by many criteria, each with what it lacks, in a fixed number of queries."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Value,
    When,
)

from ecosystem.enums import EventKind, EventOrigin, Lack, RoleKind
from ecosystem.models import Chain, ChainPosition, Employment, EmploymentEvent, Field, Organization, Role
from ecosystem.models import OrganizationGroup as Group
from ecosystem.uscc import normalize_uscc

ORDERS: dict[str, tuple[str, ...]] = {
    "name": ("name_key", "pk"),
    "newest": ("-pk",),
    "lacks": ("-lacking", "name_key", "pk"),
}
FLAG = "lacks_{}"


@dataclass(frozen=True)
class Criteria:
    """What the office looks for; what is empty restricts nothing."""

    q: str = ""
    kind: str = ""
    chain: Chain | None = None
    position: str = ""
    field: Field | None = None
    group: Group | None = None
    lacks: str = ""
    order: str = "name"


def find_organizations(criteria: Criteria, day: datetime.date) -> QuerySet[Organization]:
    """The organizations that meet all criteria, with flags `lacks_…`, their positions of the day and their fields."""
    rows = with_lacks(restricted(criteria, day), day)
    if criteria.lacks:
        rows = rows.filter(**{FLAG.format(criteria.lacks): True})
    positions = ChainPosition.objects.on(day).select_related("chain").order_by("chain__position", "pk")
    held = Prefetch("positions", positions, to_attr="positions_held")
    return rows.select_related("group").prefetch_related(held, "fields").order_by(*ORDERS[criteria.order])


def restricted(criteria: Criteria, day: datetime.date) -> QuerySet[Organization]:
    rows = Organization.objects.all()
    if criteria.q:
        rows = searched(rows, criteria.q)
    facts: dict[str, Any] = {"kind": criteria.kind, "group": criteria.group, "fields": criteria.field}
    rows = rows.filter(**{name: value for name, value in facts.items() if value})
    if criteria.chain or criteria.position:
        held = ChainPosition.objects.on(day).filter(organization=OuterRef("pk"))
        if criteria.chain:
            held = held.filter(chain=criteria.chain)
        if criteria.position:
            held = held.filter(kind=criteria.position)
        rows = rows.filter(Exists(held))
    return rows


def searched(rows: QuerySet[Organization], q: str) -> QuerySet[Organization]:
    """By name in either language, by pinyin with or without blanks, by credit code or firm code."""
    spoken = Func(
        F("name_key"), Value("[0-9 ]"), Value(""), Value("g"), function="regexp_replace", output_field=CharField()
    )
    code, sounds = normalize_uscc(q), "".join(q.lower().split())
    named = Q(name__icontains=q) | Q(short_name__icontains=q) | Q(name_en__icontains=q)
    return rows.annotate(spoken=spoken).filter(
        named | Q(spoken__contains=sounds) | Q(uscc__contains=code) | Q(firm_code__contains=code)
    )


def with_lacks(rows: QuerySet[Organization], day: datetime.date) -> QuerySet[Organization]:
    """Each row says what it lacks by flags, and how much by `lacking`."""
    here = {"organization": OuterRef("pk")}
    roles = Role.objects.on(day).filter(**here)
    invited = EmploymentEvent.objects.filter(
        employment=OuterRef("pk"), kind=EventKind.JOINED, origin=EventOrigin.APPLICATION
    )
    missing: dict[str, Any] = {
        Lack.USCC: Q(uscc=None),
        Lack.ADMINISTRATOR: ~Exists(roles.filter(kind=RoleKind.ADMINISTRATOR)),
        Lack.HR: ~Exists(roles.filter(kind=RoleKind.HR)),
        Lack.ROSTER: ~Exists(Employment.objects.on(day).filter(**here).exclude(Exists(invited))),
        Lack.POSITION: ~Exists(ChainPosition.objects.on(day).filter(**here)),
        Lack.FIELD: ~Exists(Organization.fields.through.objects.filter(**here)),
        Lack.FIRM_CODE: Q(firm_code=None),
    }
    flags = {
        FLAG.format(lack): ExpressionWrapper(truth, output_field=BooleanField()) for lack, truth in missing.items()
    }
    rows = rows.annotate(**flags)
    ones = [Case(When(**{flag: True}, then=1), default=0, output_field=IntegerField()) for flag in flags]
    return rows.annotate(lacking=sum(ones[1:], ones[0]))


def lacks_of(organization: Organization) -> list[Lack]:
    """What a row of `find_organizations` lacks."""
    return [lack for lack in Lack if getattr(organization, FLAG.format(lack))]


def lack_counts(criteria: Criteria, day: datetime.date) -> Counter[str]:
    """How many of those that meet the other criteria lack what."""
    rows = with_lacks(restricted(criteria, day), day)
    counted = rows.aggregate(**{lack.value: Count("pk", filter=Q(**{FLAG.format(lack): True})) for lack in Lack})
    return Counter(counted)
