"""A row as the preview draws it: field by field what it says, what stood before, what is wrong. For the firm's HR."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from competency.enums import Category, Education
from competency.models import Skill
from talent_pool.people.models import RosterRow
from talent_pool.people.models.imports import RowResult
from talent_pool.people.rosters.faults import FaultKind, what
from words.phones import local

LABELS = {
    "name": _("Name"),
    "staff_no": _("Staff no."),
    "phone": _("Phone"),
    "department": _("Department"),
    "post": _("Post"),
    "category": _("Category"),
    "skills": _("Skills"),
    "title": _("Professional title"),
    "education": _("Education"),
    "joined_on": _("Joined on"),
    "line_manager": _("Line manager"),
    "email": _("E-mail"),
}
"""A row's field as HR calls it, in the order of the screen."""
CHOICES: dict[str, dict[str, Any]] = {
    "category": dict(Category.choices),
    "education": dict(Education.choices),
}


@dataclass
class Cell:
    """`after` stands where `before` did; of skills `gone` and `added` alone. `bad` is what is written and wrong."""

    name: str
    text: str = ""
    before: str = ""
    after: str = ""
    gone: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    bad: str = ""
    problem: str = ""

    @property
    def is_changed(self) -> bool:
        return bool(self.before or self.after)

    @property
    def is_plain(self) -> bool:
        """Nothing but text."""
        marked = self.problem or self.before or self.after or self.gone or self.added or self.unknown
        return not marked and not self.is_name

    @property
    def is_long(self) -> bool:
        return self.name == "skills"

    @property
    def is_name(self) -> bool:
        return self.name == "name"

    @property
    def label(self) -> Any:
        return LABELS[self.name]


@dataclass
class Drawn:
    number: int
    result: RowResult
    cells: list[Cell]


def drawn(rows: Iterable[RosterRow], fields: list[str]) -> list[Drawn]:
    """The rows with these fields; skills are named with one question for all."""
    rows = list(rows)
    skills = skill_names(rows)
    return [Drawn(row.number, RowResult(row.result), [cell_of(row, name, skills) for name in fields]) for row in rows]


def skill_names(rows: list[RosterRow]) -> dict[int, str]:
    ids = {pk for row in rows for pk in row.facts.get("skills", ())}
    ids |= {pk for row in rows for side in row.changes.get("skills", ()) for pk in side}
    is_english = (get_language() or "").startswith("en")
    told = Skill.objects.filter(pk__in=ids).values_list("pk", "name", "name_en")
    return {pk: (name_en if is_english and name_en else name) for pk, name, name_en in told}


def cell_of(row: RosterRow, name: str, skills: dict[int, str]) -> Cell:
    cell = Cell(name)
    for fault in row.faults:
        if fault["field"] == name:
            cell.bad, cell.problem = local(fault["value"] or ""), what(FaultKind(fault["kind"]))
    if name == "skills":
        return skill_cell(cell, row, skills)
    cell.text = said(name, row.facts.get(name, ""))
    if name in row.changes:
        before, after = row.changes[name]
        cell.before, cell.after = said(name, before), said(name, after)
        if cell.before == cell.after:
            cell.before, cell.after = (local(each) for each in (before, after))
    return cell


def skill_cell(cell: Cell, row: RosterRow, skills: dict[int, str]) -> Cell:
    before, after = (set(side) for side in row.changes.get("skills", (row.facts.get("skills", ()),) * 2))
    cell.text = joined(skills, before & after)
    cell.gone = sorted(skills.get(pk, "") for pk in before - after)
    cell.added = sorted(skills.get(pk, "") for pk in after - before)
    cell.unknown = row.facts.get("unknown_skills", [])
    return cell


def joined(skills: dict[int, str], pks: Iterable[int]) -> str:
    return str(_(", ")).join(sorted(skills.get(pk, "") for pk in pks))


def said(name: str, value: Any) -> str:
    """A value in words; of a phone the middle is left out: the list is looked at by more eyes than one pair."""
    if name in CHOICES:
        return str(CHOICES[name].get(value, value))
    if name == "phone" and value:
        digits = local(value)
        return f"{digits[:3]} ···· {digits[-4:]}"
    return str(value)
