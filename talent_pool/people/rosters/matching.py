"""Who of the firm's own staff a row speaks of, and what an import would change. It looks nowhere else.

A row is matched by staff number, then by phone, among the firm's current employments. What a row does not say stays
as it is; what it says is compared. Whether a phone is known to another firm plays no part here, so that a plan tells
nothing about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F

from ecosystem.enums import EmploymentState
from ecosystem.models import Employment, Organization
from talent_pool.people.models import SkillClaim
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Fault, FaultKind, Row

FACTS = {
    "name": "claimed_name",
    "phone": "claimed_phone",
    "staff_no": "staff_no",
    "email": "work_email",
    "department": "department_name",
    "post": "post",
    "category": "category",
    "title": "title",
    "education": "education",
    "joined_on": "joined_on",
}
"""A row's field to the employment's."""


@dataclass(slots=True)
class Held:
    """An employment of the firm as it stands; `skills` are ids."""

    pk: int
    person_id: int
    state: str
    facts: dict[str, Any]
    skills: frozenset[int] = frozenset()

    def changes_by(self, row: Row) -> dict[str, Any]:
        """What the row says otherwise: fields of a row with their new values; skills as a whole set of ids."""
        found = {name: value for name in FACTS if (value := getattr(row, name)) and value != self.facts[name]}
        if row.skills and self.skills != frozenset(row.skills):
            found["skills"] = frozenset(row.skills)
        return found


@dataclass
class Change:
    """One employment and what a row says otherwise of it."""

    held: Held
    row: Row
    fields: dict[str, Any]


@dataclass
class Plan:
    """What an import does. `faults` are those of the file and those that only the firm's staff show, by row."""

    new: list[Row] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def faulty(self) -> int:
        """How many rows are at fault; one row may have several faults."""
        return len({fault.row for fault in self.faults})


def plan_import(roster: Roster, organization: Organization | None) -> Plan:
    """What the roster would change at the firm; everybody is new to a firm that does not exist yet."""
    staff = list(staff_of(organization)) if organization else []
    pairs, faults = pair(roster, staff)
    plan = Plan(faults=sorted([*roster.faults, *faults], key=lambda fault: fault.row))
    for row, held in pairs:
        fields = held.changes_by(row) if held else {}
        if held is None:
            plan.new.append(row)
        elif fields:
            plan.changed.append(Change(held, row, fields))
        else:
            plan.unchanged.append(row)
    return plan


def staff_of(organization: Organization) -> Iterator[Held]:
    """The firm's employments that have not ended, also those that the person refused, with their skills."""
    mine = Employment.objects.current().filter(organization=organization)
    claims = SkillClaim.objects.filter(employment__in=mine).values_list("employment_id")
    skills = {pk: frozenset(ids) for pk, ids in claims.annotate(ids=ArrayAgg("skill_id"))}
    columns = mine.annotate(department_name=F("department__name")).values_list(
        "pk", "person_id", "state", *FACTS.values()
    )
    for pk, person_id, state, *values in columns.iterator():
        facts = {name: "" if value is None else value for name, value in zip(FACTS, values, strict=True)}
        yield Held(pk, person_id, state, facts, skills.get(pk, frozenset()))


def pair(roster: Roster, staff: list[Held]) -> tuple[list[tuple[Row, Held | None]], list[Fault]]:
    """Each row with the employment it speaks of, or None; rows that cannot be carried out become faults."""
    by_staff_no = {held.facts["staff_no"].casefold(): held for held in staff if held.facts["staff_no"]}
    by_phone = {held.facts["phone"]: held for held in staff}
    pairs: dict[int, tuple[Row, Held | None]] = {}
    taken: set[int] = set()
    faults: list[Fault] = []

    def fault(row: Row, name: str) -> None:
        faults.append(Fault(row.number, roster.columns.headers[name], FaultKind.DUPLICATE_IN_FILE))

    for row in roster.rows:
        numbered = by_staff_no.get(row.staff_no.casefold()) if row.staff_no else None
        held = numbered or by_phone.get(row.phone)
        if held and held.pk in taken:
            fault(row, "staff_no" if numbered else "phone")
        elif numbered and is_somebody_else(row, numbered):
            fault(row, "staff_no")
        else:
            pairs[row.number] = (row, held)
            taken |= {held.pk} if held else set()
    for row in rows_that_take_a_phone(pairs, by_phone):
        fault(row, "phone")
    return list(pairs.values()), faults


def is_somebody_else(row: Row, held: Held) -> bool:
    """A staff number given to another person: somebody said yes to it under another name and another phone."""
    confirmed = held.state == EmploymentState.CONFIRMED
    return confirmed and row.name != held.facts["name"] and row.phone != held.facts["phone"]


def rows_that_take_a_phone(pairs: dict[int, tuple[Row, Held | None]], by_phone: dict[str, Held]) -> list[Row]:
    """Rows, taken out of `pairs`, that want the phone of a colleague who keeps it.

    Two colleagues may exchange phones in one file. A row that falls out leaves its employment the old phone, which
    may make one more row fall out: that one is looked at next.
    """
    leaving = {held.pk for row, held in pairs.values() if held and row.phone != held.facts["phone"]}
    wanting = {row.phone: row for row, _ in pairs.values()}
    waiting = list(wanting.values())
    fallen: list[Row] = []
    while waiting:
        row = waiting.pop()
        owner = by_phone.get(row.phone)
        if owner is None or owner.pk in leaving or row.number not in pairs or pairs[row.number][1] is owner:
            continue
        _, held = pairs.pop(row.number)
        fallen.append(row)
        if held:
            leaving.discard(held.pk)
            if next_row := wanting.get(held.facts["phone"]):
                waiting.append(next_row)
    return fallen
