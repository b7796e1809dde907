"""Who of the firm's own staff a row speaks of, and what an import would change. It looks nowhere else.

A row is matched by staff number, then by phone, among the firm's current employments. What a row does not say stays
as it is; what it says is compared. Whether a phone is known to another firm plays no part here, so that a plan tells
nothing about it.
"""

from dataclasses import dataclass, field
from typing import Any

from ecosystem.enums import EmploymentState
from ecosystem.models import Organization
from talent_pool.people.rosters.department_paths import Departments, department_paths
from talent_pool.people.rosters.faults import Fault
from talent_pool.people.rosters.managers import find_managers, settled
from talent_pool.people.rosters.pairing import pair, speak_of
from talent_pool.people.rosters.reading import STEP, Progress, Roster
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.staff import FACTS, Held, Manager, staff_of

__all__ = ["FACTS", "Change", "Held", "Plan", "leavers", "looks_whole", "plan_import"]

MOST_OF_THE_STAFF = 0.6


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


def leavers(plan: Plan, staff: list[Held]) -> list[Held]:
    """Of the staff, who has not refused and whom no row speaks of; by name."""
    spoken = plan.spoken
    gone = [held for held in staff if held.pk not in spoken and held.state != EmploymentState.REFUSED]
    return sorted(gone, key=lambda held: (held.facts["name"], held.pk))


def looks_whole(plan: Plan, staff: list[Held]) -> bool:
    """Whether the file seems to be the whole roster and not a part: most of the staff are in it."""
    mine = {held.pk for held in staff if held.state != EmploymentState.REFUSED}
    return bool(mine) and len(mine & plan.spoken) >= MOST_OF_THE_STAFF * len(mine)
