"""Applications that wait for the office, and whether an organization is here already or looks like one that is."""

import re
from collections import Counter

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from ecosystem.enums import OPEN_APPLICATIONS, ApplicationState
from ecosystem.models import Organization, OrganizationApplication

COMMON = re.compile(r"有限责任公司|股份有限公司|有限公司|股份|集团|科技|技术|信息|浙江省?|杭州市?|余杭区?|中国|[\W_]")
ALIKE = 0.6
MOST_ALIKE = 5


def is_in_register(*, name: str, uscc: str) -> bool:
    """By code, or by name with a code: those that only the source names may apply, that is how they come in."""
    register = Organization.objects.all()
    return register.filter(uscc=uscc).exists() or register.filter(name=name).exclude(uscc=None).exists()


def has_applied(*, uscc: str, besides: int | None = None) -> bool:
    """Somebody else's application for this code is open."""
    waiting = OrganizationApplication.objects.filter(state__in=sorted(OPEN_APPLICATIONS)).exclude(pk=besides or 0)
    return waiting.filter(uscc=uscc).exists()


def applications_by_state(state: str = "") -> QuerySet[OrganizationApplication]:
    """All of a state, or all: those the office is to look at first, the longest waiting first; then the latest."""
    rows = OrganizationApplication.objects.select_related("chain", "organization")
    if state:
        rows = rows.filter(state=state)
    office_first = Case(
        When(state=ApplicationState.SUBMITTED, then=Value(0)),
        When(state=ApplicationState.ASKED_BACK, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.order_by(office_first, "submitted_at" if state in OPEN_APPLICATIONS or not state else "-decided_at")


def counts_by_state() -> Counter[str]:
    rows = OrganizationApplication.objects.order_by().values_list("state").annotate(Count("pk"))
    return Counter(dict(rows))


def waiting_applications(most: int) -> tuple[list[OrganizationApplication], int]:
    """For the office's desk: the longest waiting, and how many wait in all."""
    waiting = OrganizationApplication.objects.filter(state=ApplicationState.SUBMITTED).select_related("chain")
    return list(waiting.order_by("submitted_at", "pk")[:most]), waiting.count()


def similar_organizations(application: OrganizationApplication) -> list[Organization]:
    """Organizations in the register whose names look like this one's: perhaps it is here under another spelling."""
    asked = [pairs(name) for name in (application.name, application.short_name) if name]
    rows = Organization.objects.exclude(pk=application.organization_id or 0).values_list("pk", "name", "short_name")
    scored = [
        (max((likeness(one, pairs(other)) for one in asked for other in (name, short) if other), default=0), pk)
        for pk, name, short in rows
    ]
    best = [pk for score, pk in sorted(scored, reverse=True) if score >= ALIKE][:MOST_ALIKE]
    found = Organization.objects.in_bulk(best)
    return [found[pk] for pk in best]


def pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring characters of what sets a name apart."""
    core = COMMON.sub("", name) or name
    return frozenset(core[place : place + 2] for place in range(max(1, len(core) - 1)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: how much two names share; a name within the other counts as alike."""
    return len(one & other) / max(1, min(len(one), len(other)))
