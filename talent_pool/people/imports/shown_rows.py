"""A plan as rows that the screens page through: what each row says, what it changes, what is wrong with it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from talent_pool.people.models import RosterImport, RosterRow
from talent_pool.people.models.imports import RowResult
from talent_pool.people.rosters.faults import Fault
from talent_pool.people.rosters.matching import FACTS, Change, Plan
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row

SHOWN = (*FACTS, "line_manager", "skills")


def rows_of(roster_import: RosterImport, roster: Roster, plan: Plan) -> Iterator[RosterRow]:
    """Everybody in the file, in its order."""
    changes = {change.row.number: change for change in plan.changed}
    new = {row.number for row in plan.new}
    faults: dict[int, list[Fault]] = defaultdict(list)
    for fault in plan.faults:
        faults[fault.row].append(fault)
    skipped = {row.number for row in roster.skipped_rows}
    names = Names(roster, plan)
    for row in roster.every_row:
        change = changes.get(row.number)
        result = result_of(row, skipped=skipped, faults=faults, changes=changes, new=new)
        yield RosterRow(
            roster_import=roster_import,
            number=row.number,
            result=result,
            facts=facts_of(row, plan),
            changes=names.changes_of(change) if change and result == RowResult.CHANGED else {},
            faults=[fault_json(fault) for fault in faults[row.number]] if result == RowResult.FAULTY else [],
        )


def result_of(row: Row, *, skipped, faults, changes, new) -> RowResult:
    if row.number in skipped:
        return RowResult.SKIPPED
    if row.number in faults:
        return RowResult.FAULTY
    if row.number in new:
        return RowResult.NEW
    return RowResult.CHANGED if row.number in changes else RowResult.UNCHANGED


def facts_of(row: Row, plan: Plan) -> dict[str, Any]:
    """What the row says, by field, without what it does not say; skills as ids, words that are none beside them."""
    told = {name: plain(getattr(row, name)) for name in SHOWN}
    told["department"] = plan.departments.get(row.department, row.department)
    told["unknown_skills"] = list(row.unknown_skills)
    return {name: value for name, value in told.items() if value}


def plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return sorted(value) if isinstance(value, tuple | frozenset) else value


def fault_json(fault: Fault) -> dict[str, str]:
    return {"field": fault.field, "column": fault.column, "kind": str(fault.kind), "value": fault.value}


class Names:
    """Line managers by name: those on the staff and those in the file."""

    def __init__(self, roster: Roster, plan: Plan):
        has_managers = bool(plan.managers)
        self.held = {held.pk: str(held.facts["name"]) for held in plan.staff} if has_managers else {}
        self.rows = {row.number: row.name for row in roster.every_row} if has_managers else {}

    def changes_of(self, change: Change) -> dict[str, list[Any]]:
        return {name: self.before_and_after(change, name) for name in change.fields}

    def before_and_after(self, change: Change, name: str) -> list[Any]:
        after = change.fields[name]
        if name == "skills":
            return [sorted(change.held.skills), sorted(after)]
        if name == "line_manager":
            told = self.held.get(after.held) if after.held else self.rows.get(after.row)
            return [self.held.get(change.held.manager_id or 0, ""), told or ""]
        return [plain(change.held.facts[name]), plain(after)]
