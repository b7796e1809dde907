"""What a plan comes to, in one number: two plans with the same digest would be carried out alike."""

import hashlib
from collections.abc import Iterator
from typing import Any

from talent_pool.people.rosters.matching import FACTS, Change, Plan
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row


def digest(plan: Plan, roster: Roster) -> str:
    """SHA-256 over every row: what becomes of it, of which employment and which version, what stood and what will."""
    told = hashlib.sha256()
    for line in sorted(lines(plan, roster)):
        told.update(repr(line).encode())
    return told.hexdigest()


def lines(plan: Plan, roster: Roster) -> Iterator[tuple]:
    for row in plan.new:
        yield (row.number, "new", told_by(row, plan))
    for change in plan.changed:
        held = change.held
        yield (change.row.number, "changed", held.pk, held.version, held.state, tuple(differences(change)))
    for row in plan.unchanged:
        yield (row.number, "unchanged", plan.meant.get(row.number, 0))
    for fault in plan.faults:
        yield (fault.row, "faulty", fault.field, str(fault.kind), fault.value)
    for row in roster.skipped_rows:
        yield (row.number, "skipped")


def told_by(row: Row, plan: Plan) -> tuple:
    facts = [getattr(row, name) for name in FACTS if name != "department"]
    manager = plan.managers.get(row.number)
    return (*map(as_text, facts), plan.departments.get(row.department, ""), as_text(row.skills), as_text(manager))


def differences(change: Change) -> Iterator[tuple[str, str, str]]:
    """Field, what stood, what will stand; as text, in the order of fields."""
    held = change.held
    before = {"skills": held.skills, "line_manager": held.manager_id}
    for name in sorted(change.fields):
        yield name, as_text(held.facts.get(name, before.get(name))), as_text(change.fields[name])


def as_text(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return ",".join(map(str, sorted(value)))
    return "" if value is None else str(value)
