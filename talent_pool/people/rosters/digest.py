"""What a plan comes to, in one number: two plans with the same digest would be carried out alike."""

import hashlib
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from talent_pool.people.rosters.matching import FACTS, Change, Plan
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row

BETWEEN = "\x1f"
"""Stands in no cell: control characters are taken out when they are read."""
facts_of = attrgetter(*(name for name in FACTS if name != "department"))


def digest(plan: Plan, roster: Roster) -> str:
    """SHA-256 over every row: what becomes of it, of which employment and which version, what stood and what will."""
    return hashlib.sha256("\n".join(sorted(lines(plan, roster))).encode()).hexdigest()


def lines(plan: Plan, roster: Roster) -> Iterator[str]:
    for row in plan.new:
        yield line(row.number, "new", *facts_of(row), *more_of(row, plan))
    for change in plan.changed:
        held = change.held
        yield line(change.row.number, "changed", held.pk, held.version, held.state, *differences(change))
    for row in plan.unchanged:
        yield line(row.number, "unchanged", plan.meant.get(row.number, 0))
    for fault in plan.faults:
        yield line(fault.row, "faulty", fault.field, fault.kind, fault.value)
    for row in roster.skipped_rows:
        yield line(row.number, "skipped")


def line(*told: Any) -> str:
    return BETWEEN.join(map(str, told))


def more_of(row: Row, plan: Plan) -> tuple:
    return plan.departments.get(row.department, ""), sorted(row.skills), plan.managers.get(row.number)


def differences(change: Change) -> Iterator[str]:
    """Field, what stood, what will stand; in the order of fields."""
    held = change.held
    before = {"skills": held.skills, "line_manager": held.manager_id}
    for name in sorted(change.fields):
        yield line(name, as_text(held.facts.get(name, before.get(name))), as_text(change.fields[name]))


def as_text(value: Any) -> str:
    return ",".join(map(str, sorted(value))) if isinstance(value, frozenset) else str(value)
