"""For a firm's HR: who has not come yet, who asks to be let in, who says that something is wrong."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Window

from ecosystem.enums import NOT_CORRECTED, STAFF_KEEPERS, CorrectedField, EmploymentState, RequestState, Unwelcome
from ecosystem.models import (
    CorrectionRequest,
    Employment,
    Invitation,
    InvitationLink,
    JoinRequest,
    Organization,
    Role,
)
from ecosystem.queries.employments import today
from ecosystem.staff_search import matching
from messaging.enums import DeliveryState
from messaging.models import Delivery
from words.phones import local

ON_A_DESK = 5
FIRMS_AT_MOST = 20
LATEST = 5


@dataclass(frozen=True)
class Waiting:
    """The first of them, and how many there are."""

    count: int = 0
    rows: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Asking:
    """Who wants to be let in: what they typed, and nothing else."""

    public_id: Any
    called: str
    number: str
    asked_at: datetime.datetime
    by_link: bool
    answers: Any = tuple(Unwelcome.choices)


@dataclass(frozen=True)
class Correction:
    public_id: Any
    called: str
    label: str
    now: str
    wanted: str
    asked_at: datetime.datetime
    by_hand: bool
    answers: Any = NOT_CORRECTED


@dataclass(frozen=True)
class NotCome:
    public_id: Any
    called: str
    number: str
    department: str
    invited_at: datetime.datetime | None
    unsent: bool


def counted(rows: QuerySet) -> QuerySet:
    """With the count of all in each row, so that one query tells both."""
    return rows.annotate(of_all=Window(Count("pk")))


def waiting(rows: list[Any], read) -> Waiting:
    return Waiting(rows[0].of_all, [read(row) for row in rows]) if rows else Waiting()


def waiting_requests(organization: Organization, most: int = ON_A_DESK) -> Waiting:
    """Who asks to be let in, the earliest first."""
    asked = JoinRequest.objects.filter(organization=organization, state=RequestState.WAITING).order_by("asked_at", "pk")
    return waiting(list(counted(asked)[:most]), read_asking)


def read_asking(row: JoinRequest) -> Asking:
    return Asking(row.public_id, row.name, local(row.phone), row.asked_at, row.link_id is not None)


def waiting_corrections(organization: Organization, most: int = ON_A_DESK) -> Waiting:
    """What people say is wrong, the earliest first."""
    asked = (
        CorrectionRequest.objects.filter(employment__organization=organization, state=RequestState.WAITING)
        .select_related("employment__department")
        .order_by("asked_at", "pk")
    )
    return waiting(list(counted(asked)[:most]), read_correction)


def read_correction(row: CorrectionRequest) -> Correction:
    held = row.employment
    by_hand = row.field == CorrectedField.OTHER
    now = "" if by_hand else str(getattr(held, row.field) or "")
    return Correction(
        row.public_id, held.claimed_name, str(CorrectedField(row.field).label), now, row.wanted, row.asked_at, by_hand
    )


def not_come_yet(organization: Organization, day: datetime.date, *, q: str = "", invited: str = "") -> QuerySet:
    """Employments that wait for the person's yes, by name; `invited` is "" for all, "never" or "once"."""
    last = Invitation.objects.filter(employment=OuterRef("pk")).order_by("-at")
    failed = Delivery.objects.filter(kind="ecosystem.invitation", state=DeliveryState.FAILED)
    rows = (
        Employment.objects.on(day)
        .filter(matching(q, organization.pk), organization=organization, state=EmploymentState.PENDING)
        .annotate(invited_at=Subquery(last.values("at")[:1]), last_invitation=Subquery(last.values("pk")[:1]))
        .annotate(unsent=Exists(failed.filter(ref_id=OuterRef("last_invitation"))))
    )
    if invited:
        rows = rows.filter(invited_at__isnull=invited == "never")
    return rows.select_related("department").order_by("name_key", "pk")


def not_come(organization: Organization, most: int = ON_A_DESK) -> Waiting:
    """Who stands on the roster and has not come; those never invited first."""
    rows = not_come_yet(organization, today()).order_by(F("invited_at").asc(nulls_first=True), "name_key", "pk")
    return waiting(list(counted(rows)[:most]), read_not_come)


def read_not_come(row) -> NotCome:
    department = row.department.name if row.department else ""
    number = local(row.claimed_phone)
    return NotCome(row.public_id, row.claimed_name, number, department, row.invited_at, row.unsent)


def links_of(organization: Organization) -> QuerySet[InvitationLink]:
    return InvitationLink.objects.filter(organization=organization).select_related("department").order_by("-created_at")


def joinable(day: datetime.date) -> QuerySet[Organization]:
    """Organizations with somebody who can answer a request."""
    keepers = Role.objects.on(day).filter(organization=OuterRef("pk"), kind__in=sorted(STAFF_KEEPERS))
    return Organization.objects.filter(Exists(keepers))


def find_joinable(text: str, day: datetime.date) -> list[Organization]:
    """By a part of the name; nothing typed finds nothing."""
    text = text.strip()
    if not text:
        return []
    named = Q(name__icontains=text) | Q(short_name__icontains=text) | Q(name_en__icontains=text)
    return list(joinable(day).filter(named).order_by("name_key")[:FIRMS_AT_MOST])


@dataclass
class Claim:
    """What a firm says of the person, in the person's own eyes, with what they said is wrong."""

    public_id: Any
    firm: str
    pairs: list[tuple[str, str]]
    asked: list[CorrectionRequest]
    form: Any = None


def claims_on(held: list[Employment]) -> list[Claim]:
    """One for each of the person's employments, with the latest corrections they asked for."""
    asked: dict[int, list[CorrectionRequest]] = {employment.pk: [] for employment in held}
    for request in CorrectionRequest.objects.filter(employment__in=asked).order_by("-asked_at", "-pk"):
        asked[request.employment_id].append(request)
    return [Claim(row.public_id, row.organization.name, said_of(row), asked[row.pk][:LATEST]) for row in held]


def said_of(held: Employment) -> list[tuple[str, str]]:
    said = {
        CorrectedField.NAME: held.claimed_name,
        CorrectedField.DEPARTMENT: held.department.name if held.department else "",
        CorrectedField.POST: held.post,
        CorrectedField.STAFF_NO: held.staff_no,
    }
    return [(str(name.label), value) for name, value in said.items()]
