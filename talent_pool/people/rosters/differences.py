"""What stood and what will stand, field by field: in words for HR, in columns and ids for the history."""

from collections.abc import Mapping
from typing import Any

from competency.enums import Category, Education
from talent_pool.people.rosters.matching import FACTS, Change, Plan
from talent_pool.people.rosters.staff import Manager

LABELS: dict[str, dict[str, Any]] = {
    "category": {str(value): label for value, label in Category.choices},
    "education": {str(value): label for value, label in Education.choices},
}


class Words:
    """Says values of a plan as HR reads them. `skills` is skill id to name."""

    def __init__(self, plan: Plan, skills: Mapping[int, str]):
        self.skills = skills
        self.staff = {held.pk: str(held.facts["name"]) for held in plan.staff}
        self.rows = {row.number: row.name for row in (*plan.new, *(change.row for change in plan.changed))}

    def say(self, name: str, value: Any) -> str:
        if value in (None, "", (), frozenset()):
            return ""
        if name == "skills":
            return "、".join(sorted(self.skills.get(pk, "") for pk in value))
        if isinstance(value, Manager):
            return self.rows.get(value.row, "") if value.row else self.staff.get(value.held or 0, "")
        if name in LABELS:
            return str(LABELS[name].get(value, value))
        return str(value).removeprefix("+86") if name == "phone" else str(value)

    def facts(self, plan: Plan, row: Any) -> dict[str, str]:
        """A row's fields in words, those that say something."""
        told = {name: getattr(row, name) for name in (*FACTS, "skills")}
        told["department"] = plan.departments.get(row.department, row.department)
        told["line_manager"] = plan.managers.get(row.number)
        said = {name: self.say(name, value) for name, value in told.items()}
        if row.line_manager:
            said["line_manager"] = said["line_manager"] or row.line_manager
        return {name: text for name, text in said.items() if text}

    def changes(self, change: Change) -> dict[str, list[str]]:
        """`{field: [before, after]}` in words."""
        return {
            name: [self.say(name, stood(change, name)), self.say(name, change.fields[name])] for name in change.fields
        }


def stood(change: Change, name: str) -> Any:
    """What the employment held of a field before the change."""
    held = change.held
    if name == "line_manager":
        return Manager(held=held.manager_id) if held.manager_id else None
    return held.skills if name == "skills" else held.facts[name]
