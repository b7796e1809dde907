"""What HR can do about each fault and each doubt with one touch: equal ones told once, each with its ways out.

`offers` lists them; a choice is a `Corrections` to be joined to those that stand (`standing | choice.corrections`).
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from competency.enums import Category, Education
from talent_pool.people.rosters.choices import Choice, Offer
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.doubts import department_doubts
from talent_pool.people.rosters.faults import Fault, FaultKind, what
from talent_pool.people.rosters.matching import Plan
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.repairs import days_meant, phone_trouble, phones_meant

CHOICES: dict[str, Any] = {"category": Category, "education": Education}
MOST_TO_KEEP = 6
MOST_OFFERS = 500
MOST_APART = 30
"""Nobody decides more rows one by one."""


def offers(roster: Roster, plan: Plan) -> list[Offer]:
    """Faults first, by their first row and no more than can be looked at; then doubts."""
    grouped: dict[tuple, list[Fault]] = {}
    for fault in plan.faults:
        grouped.setdefault(group_of(fault), []).append(fault)
    offering = Offering(roster, plan)
    found = [offering.of(faults) for faults in islice(grouped.values(), MOST_OFFERS)]
    return [*sorted(found, key=lambda offer: offer.rows[0]), *department_doubts(roster, plan)]


def group_of(fault: Fault) -> tuple:
    """Equal for faults that one answer settles."""
    if fault.kind == FaultKind.CIRCULAR_MANAGER or (fault.kind == FaultKind.DUPLICATE_IN_FILE and fault.first is None):
        return (fault.kind, fault.field, fault.row)
    return (fault.kind, fault.field, fault.value.casefold())


class Offering:
    """Makes offers of faults."""

    def __init__(self, roster: Roster, plan: Plan):
        self.roster, self.plan = roster, plan
        self.names = {row.number: row.name for row in roster.every_row}

    def of(self, faults: list[Fault]) -> Offer:
        kinds: dict[FaultKind, Callable[[list[Fault]], Offer]] = {
            FaultKind.REQUIRED: self.required,
            FaultKind.INVALID_PHONE: self.phone,
            FaultKind.INVALID_DATE: self.day,
            FaultKind.UNKNOWN_CHOICE: self.choice,
            FaultKind.DUPLICATE_IN_FILE: self.duplicate,
            FaultKind.UNKNOWN_MANAGER: self.manager,
            FaultKind.AMBIGUOUS_MANAGER: self.manager,
            FaultKind.CIRCULAR_MANAGER: self.manager,
        }
        return kinds[faults[0].kind](faults)

    def offer(self, faults: list[Fault], problem: str, choices: Iterable[Choice], **more: Any) -> Offer:
        first = faults[0]
        rows = more.pop("rows", tuple(sorted({fault.row for fault in faults})))
        return Offer(str(first.kind), rows, first.column, first.field, first.value, problem, tuple(choices), **more)

    def apart(self, faults: list[Fault], make: Callable[[list[Fault]], Offer]) -> tuple[Offer, ...]:
        return tuple(make([fault]) for fault in faults) if 1 < len(faults) <= MOST_APART else ()

    def required(self, faults: list[Fault]) -> Offer:
        problem = _("is empty, but everybody needs one")
        each = self.apart(faults, self.required)
        return self.offer(faults, problem, [leave_out(faults)], wants_text=len(faults) == 1, each=each)

    def phone(self, faults: list[Fault]) -> Offer:
        value = faults[0].value
        meant = [Choice(phone, in_cells(faults, phone)) for phone in phones_meant(value)]
        each = self.apart(faults, self.phone)
        choices = [*meant, leave_out(faults)]
        return self.offer(faults, phone_trouble(value), choices, wants_text=len(faults) == 1, each=each)

    def day(self, faults: list[Fault]) -> Offer:
        meant = [Choice(day, in_cells(faults, day)) for day in days_meant(faults[0].value)]
        each = self.apart(faults, self.day)
        choices = [*meant, leave_empty(faults)]
        return self.offer(faults, _("is no day of the calendar"), choices, wants_text=True, each=each)

    def choice(self, faults: list[Fault]) -> Offer:
        name, value = faults[0].field, faults[0].value
        labels = {str(code): str(label) for code, label in CHOICES[name].choices}
        choices = [Choice(all_rows_as(len(faults), label), means(faults, code)) for code, label in labels.items()]
        problem = {
            "category": _("does not say whether research, management or marketing is meant"),
            "education": _("is no education that is known here"),
        }[name]
        each = self.apart(faults, self.choice_alone)
        empty = Choice(_("Leave empty"), means(faults, ""))
        return self.offer(faults, problem, [*choices, *([empty] if value else [leave_empty(faults)])], each=each)

    def choice_alone(self, faults: list[Fault]) -> Offer:
        """For one row only, whatever the word means in others."""
        whole = self.choice(faults)
        labels = CHOICES[faults[0].field].choices
        choices = [Choice(str(label), in_cells(faults, str(code))) for code, label in labels]
        return self.offer(faults, whole.problem, [*choices, leave_empty(faults)])

    def duplicate(self, faults: list[Fault]) -> Offer:
        first = faults[0]
        if first.first is None:
            return self.taken(faults)
        rows = tuple(sorted({*(fault.row for fault in faults), *(f.first for f in faults if f.first)}))
        names = [self.names.get(row, "") for row in rows]
        keep = [
            Choice(self.keep(row, names), Corrections(skipped=frozenset(rows) - {row})) for row in rows[:MOST_TO_KEEP]
        ]
        if first.field == "staff_no":
            keep.append(Choice(_("Leave the later numbers empty"), blank(faults)))
        listed = _(", ").join(dict.fromkeys(filter(None, names)))
        return self.offer(faults, _("stands in several rows: %(names)s") % {"names": listed}, keep, rows=rows)

    def keep(self, row: int, names: list[str]) -> str:
        name = self.names.get(row, "")
        if name and names.count(name) == 1:
            return _("Keep %(name)s") % {"name": name}
        return _("Keep row %(row)s") % {"row": row}

    def taken(self, faults: list[Fault]) -> Offer:
        name, value = faults[0].field, faults[0].value.casefold()
        owner = next((str(held.facts["name"]) for held in self.plan.staff if held.key(name) == value), "")
        choices = [leave_out(faults), *([leave_empty(faults)] if name == "staff_no" else [])]
        problem = _("belongs to %(name)s on your roster") % {"name": owner}
        return self.offer(faults, problem, choices, wants_text=True)

    def manager(self, faults: list[Fault]) -> Offer:
        value = faults[0].value
        problem = what(faults[0].kind).rstrip(".。")
        named: list[Choice] = []
        if faults[0].kind == FaultKind.AMBIGUOUS_MANAGER:
            told = {row.staff_no: row.post for row in self.roster.every_row if row.name == value and row.staff_no}
            named = [Choice(f"{value} {number} {post}".strip(), means(faults, number)) for number, post in told.items()]
        choices = [*named[:MOST_TO_KEEP], leave_empty(faults)]
        return self.offer(faults, problem, choices, wants_text=faults[0].kind != FaultKind.CIRCULAR_MANAGER)


def in_cells(faults: list[Fault], text: str) -> Corrections:
    return Corrections(cells={(fault.row, fault.field): text for fault in faults})


def means(faults: list[Fault], meaning: str) -> Corrections:
    """The word means this in every row, also in those to come; in these cells only, where the word cannot be told."""
    first = faults[0]
    if not first.value:
        return in_cells(faults, meaning)
    return Corrections(words={first.field: {first.value: meaning}})


def blank(faults: list[Fault]) -> Corrections:
    return Corrections(blank=frozenset((fault.row, fault.field) for fault in faults))


def leave_empty(faults: list[Fault]) -> Choice:
    return Choice(_("Leave empty"), blank(faults))


def leave_out(faults: list[Fault]) -> Choice:
    rows = frozenset(fault.row for fault in faults)
    told = ngettext("Leave this row out", "Leave these %(count)s rows out", len(rows))
    return Choice(told % {"count": len(rows)}, Corrections(skipped=rows))


def all_rows_as(count: int, label: str) -> str:
    if count == 1:
        return label
    return _("All %(count)s rows: %(label)s") % {"count": count, "label": label}
