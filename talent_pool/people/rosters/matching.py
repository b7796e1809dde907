"""Who of the firm's own staff a row speaks of, and what an import would change. It looks nowhere else.

A row is matched by staff number, then by phone, among the firm's current employments. What a row does not say stays
as it is; what it says is compared. Whether a phone is known to another firm plays no part here, so that a plan tells
nothing about it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg

from ecosystem.enums import EmploymentState
from ecosystem.models import Employment, Organization
from talent_pool.people.models import SkillClaim
from talent_pool.people.rosters.department_paths import Departments, department_paths
from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.managers import Manager, find_managers, settled
from talent_pool.people.rosters.reading import STEP, Progress, Roster
from talent_pool.people.rosters.rows import Row

FACTS = {
    "name": "claimed_name",
    "phone": "claimed_phone",
    "staff_no": "staff_no",
    "email": "work_email",
    "department": "department",
    "post": "post",
    "category": "category",
    "title": "title",
    "education": "education",
    "joined_on": "joined_on",
}
"""A row's field to the employment's. Besides these a row speaks of skills and of the line manager."""
MOST_OF_THE_STAFF = 0.6


@dataclass(slots=True)
class Held:
    """An employment of the firm as it stands; the department as a path, `skills` as ids."""

    pk: int
    person_id: int
    state: str
    facts: dict[str, Any]
    skills: frozenset[int] = frozenset()
    manager_id: int | None = None
    version: int = 1

    def key(self, name: str) -> str:
        """The phone or the staff number, as it is compared."""
        return str(self.facts[name]).casefold()

    def changes_by(self, row: Row, department: str, manager: Manager | None) -> dict[str, Any]:
        """What the row says otherwise: fields of a row with their new values; skills as a whole set of ids, the line
        manager as a Manager.
        """
        told = {name: getattr(row, name) for name in FACTS} | {"department": department}
        found = {name: value for name, value in told.items() if value and value != self.facts[name]}
        if row.skills and self.skills != frozenset(row.skills):
            found["skills"] = frozenset(row.skills)
        if manager and manager != Manager(held=self.manager_id):
            found["line_manager"] = manager
        return found


@dataclass
class Change:
    """One employment and what a row says otherwise of it."""

    held: Held
    row: Row
    fields: dict[str, Any]


@dataclass
class Plan:
    """What an import does. `faults` are those of the file and those that only the firm's staff show, by row.

    `managers` is row number to the line manager that will be written; `departments` what each written department
    means; `known_departments` the firm's paths by pk; `staff` everybody the firm has; `spoken` the employments that
    some row means, also a row at fault or left out.
    """

    new: list[Row] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    managers: dict[int, Manager] = field(default_factory=dict)
    departments: dict[str, str] = field(default_factory=dict)
    known_departments: dict[int, str] = field(default_factory=dict)
    staff: list[Held] = field(default_factory=list)
    meant: dict[int, int] = field(default_factory=dict)

    @property
    def faulty(self) -> int:
        """How many rows are at fault; one row may have several faults."""
        return len({fault.row for fault in self.faults})

    @property
    def spoken(self) -> set[int]:
        return set(self.meant.values())


def plan_import(roster: Roster, organization: Organization | None, *, progress: Progress | None = None) -> Plan:
    """What the roster would change at the firm; everybody is new to a firm that does not exist yet."""
    paths = department_paths(organization) if organization else {}
    staff = list(staff_of(organization, paths)) if organization else []
    meant = {number: held.pk for number, held in speak_of(roster.rows, staff).items()}
    others = speak_of([*roster.faulty_rows, *roster.skipped_rows], staff, set(meant.values()))
    everybody = meant | {number: held.pk for number, held in others.items()}
    found = find_managers(roster, staff, everybody)
    pairs, faults = pair(roster, staff, {fault.row for fault in found.faults})
    kept = {row.number for row, _held in pairs}
    made = {row.number for row, held in pairs if held is None}
    return fill(
        Plan(
            faults=sorted([*roster.faults, *found.faults, *faults], key=lambda fault: fault.row),
            managers=settled(
                found.managers, staff, {number: pk for number, pk in meant.items() if number in kept}, made
            ),
            departments=meanings(roster, paths),
            known_departments=paths,
            staff=staff,
            meant=everybody,
        ),
        pairs,
        progress,
    )


def fill(plan: Plan, pairs: list[tuple[Row, Held | None]], progress: Progress | None) -> Plan:
    """Sort the rows into new, changed and unchanged."""
    for done, (row, held) in enumerate(pairs, 1):
        if progress and done % STEP == 0:
            progress(done, len(pairs))
        if held is None:
            plan.new.append(row)
            continue
        department = plan.departments.get(row.department, "")
        if fields := held.changes_by(row, department, plan.managers.get(row.number)):
            plan.changed.append(Change(held, row, fields))
        else:
            plan.unchanged.append(row)
    return plan


def meanings(roster: Roster, paths: dict[int, str]) -> dict[str, str]:
    departments = Departments(paths)
    return {written: departments.meaning(written) for written in {row.department for row in roster.rows}}


def staff_of(organization: Organization, paths: dict[int, str]) -> Iterator[Held]:
    """The firm's employments that have not ended, also those that the person refused, with their skills."""
    mine = Employment.objects.current().filter(organization=organization)
    claims = SkillClaim.objects.filter(employment__in=mine).values_list("employment_id")
    skills = {pk: frozenset(ids) for pk, ids in claims.annotate(ids=ArrayAgg("skill_id"))}
    columns = mine.values_list("pk", "person_id", "state", "line_manager", "version", *FACTS.values())
    for pk, person_id, state, manager, version, *values in columns.iterator():
        facts: dict[str, Any] = {n: "" if value is None else value for n, value in zip(FACTS, values, strict=True)}
        facts["department"] = paths.get(facts["department"], "")
        yield Held(pk, person_id, state, facts, skills.get(pk, frozenset()), manager, version)


def leavers(plan: Plan, staff: list[Held]) -> list[Held]:
    """Of the staff, who has not refused and whom no row speaks of; by name."""
    spoken = plan.spoken
    gone = [held for held in staff if held.pk not in spoken and held.state != EmploymentState.REFUSED]
    return sorted(gone, key=lambda held: (held.facts["name"], held.pk))


def looks_whole(plan: Plan, staff: list[Held]) -> bool:
    """Whether the file seems to be the whole roster and not a part: most of the staff are in it."""
    mine = {held.pk for held in staff if held.state != EmploymentState.REFUSED}
    return bool(mine) and len(mine & plan.spoken) >= MOST_OF_THE_STAFF * len(mine)


def pair(
    roster: Roster, staff: list[Held], out: Iterable[int] = ()
) -> tuple[list[tuple[Row, Held | None]], list[Fault]]:
    """Each row with the employment it speaks of, or None; rows that cannot be carried out become faults.

    The rows numbered in `out` are left aside: something else is wrong with them.
    """
    owners = {name: {held.key(name): held for held in staff if held.key(name)} for name in ("staff_no", "phone")}
    meant, aside = speak_of(roster.rows, staff), set(out)
    pairs = {row.number: (row, meant.get(row.number)) for row in roster.rows if row.number not in aside}
    fallen = take_out(pairs, owners)
    kind, headers = FaultKind.DUPLICATE_IN_FILE, roster.columns.headers
    faults = [Fault(row.number, headers[name], kind, name, str(getattr(row, name))) for row, name in fallen]
    return list(pairs.values()), faults


def speak_of(rows: list[Row], staff: list[Held], taken: Iterable[int] = ()) -> dict[int, Held]:
    """Row number to the employment that the row means, for rows that mean one, each employment once.

    Staff numbers speak first, for the whole file; then phones, for the employments nobody has spoken of yet.
    """
    numbers = {held.key("staff_no"): held for held in staff if held.key("staff_no")}
    phones = {held.key("phone"): held for held in staff}
    before = set(taken)
    found = {
        row.number: held
        for row in rows
        if (held := numbers.get(key(row, "staff_no"))) and held.pk not in before and not is_somebody_else(row, held)
    }
    spoken = before | {held.pk for held in found.values()}
    for row in rows:
        held = phones.get(row.phone) if row.phone else None
        if held and row.number not in found and held.pk not in spoken:
            found[row.number] = held
    return found


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
