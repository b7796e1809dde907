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
from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row

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

    def key(self, name: str) -> str:
        """The phone or the staff number, as it is compared."""
        return str(self.facts[name]).casefold()

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
    """Each row with the employment it speaks of, or None; rows that cannot be carried out become faults.

    Staff numbers speak first, for the whole file; then phones, for the employments nobody has spoken of yet.
    """
    numbers = {held.key("staff_no"): held for held in staff if held.key("staff_no")}
    phones = {held.key("phone"): held for held in staff}
    by_number = {
        row.number: held
        for row in roster.rows
        if (held := numbers.get(key(row, "staff_no"))) and not is_somebody_else(row, held)
    }
    taken = {held.pk for held in by_number.values()}
    pairs: dict[int, tuple[Row, Held | None]] = {}
    for row in roster.rows:
        named = phones.get(row.phone)
        held = by_number.get(row.number) or (named if named and named.pk not in taken else None)
        pairs[row.number] = (row, held)
    fallen = take_out(pairs, {"staff_no": numbers, "phone": phones})
    faults = [Fault(row.number, roster.columns.headers[name], FaultKind.DUPLICATE_IN_FILE) for row, name in fallen]
    return list(pairs.values()), faults


def key(row: Row, name: str) -> str:
    return str(getattr(row, name)).casefold()


def is_somebody_else(row: Row, held: Held) -> bool:
    """A staff number given to another person: somebody said yes to it under another name and another phone."""
    confirmed = held.state == EmploymentState.CONFIRMED
    return confirmed and row.name != held.facts["name"] and row.phone != held.facts["phone"]


def take_out(pairs: dict[int, tuple[Row, Held | None]], owners: dict[str, dict[str, Held]]) -> list[tuple[Row, str]]:
    """Take those rows out of `pairs` that want the phone or the staff number of a colleague who keeps it.

    Returns them with the field in question. Colleagues may exchange theirs in one file. A row that falls out leaves
    its employment what it had, which may make one more row fall out: that one is looked at next.
    """
    wanting = {name: {key(row, name): row for row, _ in pairs.values()} for name in owners}
    leaving = {
        name: {held.pk for row, held in pairs.values() if held and key(row, name) not in ("", held.key(name))}
        for name in owners
    }
    waiting = [row for row, _ in pairs.values()]
    fallen = []
    while waiting:
        row = waiting.pop()
        if row.number not in pairs:
            continue
        held = pairs[row.number][1]
        for name, owned in owners.items():
            owner = owned.get(key(row, name))
            if owner and owner is not held and owner.pk not in leaving[name]:
                fallen.append((row, name))
                del pairs[row.number]
                waiting += stay(held, leaving, wanting) if held else []
                break
    return fallen


def stay(held: Held, leaving: dict[str, set[int]], wanting: dict[str, dict[str, Row]]) -> list[Row]:
    """The employment keeps its phone and its number after all; returns the rows that wanted them."""
    found = []
    for name, pks in leaving.items():
        pks.discard(held.pk)
        if row := wanting[name].get(held.key(name)):
            found.append(row)
    return found
