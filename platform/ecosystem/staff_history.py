"""The history of an employment in plain words: what changed from what to what, who did it, and when."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competency.enums import Category, Education
from ecosystem import staff
from ecosystem.enums import EmploymentKind, EmploymentState, EventOrigin
from ecosystem.models import Department, Employment, EmploymentEvent
from web.dates import full_day
from words.phones import local

SHOWN = 50
LABELS = {
    "name": gettext_lazy("Name"),
    "mobile": gettext_lazy("Mobile number"),
    "number": gettext_lazy("Staff number"),
    "mail": gettext_lazy("Work e-mail"),
    "department": gettext_lazy("Department"),
    "post": gettext_lazy("Post"),
    "category": gettext_lazy("Category"),
    "title": gettext_lazy("Professional title"),
    "education": gettext_lazy("Education"),
    "joined_on": gettext_lazy("Joined the firm on"),
    "manager": gettext_lazy("Line manager"),
    "kind": gettext_lazy("Kind of employment"),
    "state": gettext_lazy("State"),
    "to_on": gettext_lazy("First day away"),
    "from_on": gettext_lazy("In force from"),
    "moved_on": gettext_lazy("From the day"),
    "skills": gettext_lazy("Skills"),
    "person": gettext_lazy("Person behind the number"),
}
"""What a field of the history is called. What is not here stands for nothing a person would ask about."""
WORDS = {"category": Category, "education": Education, "kind": EmploymentKind, "state": EmploymentState}
DAYS = frozenset({"joined_on", "to_on", "from_on", "moved_on"})


@dataclass(frozen=True)
class Change:
    label: Any
    before: str
    after: str


@dataclass
class Told:
    """One line of the history. `by` is a name, or what acted: a roster, the person, the house."""

    kind: str
    at: datetime.datetime
    by: str
    origin: str
    changes: list[Change] = field(default_factory=list)


def history(held: Employment) -> list[Told]:
    """The latest first; at most SHOWN."""
    events = list(held.events.all()[:SHOWN])
    words = Words(held, events)
    return [words.told(event) for event in events]


class Words:
    """Turns ids and codes into words, all that the events speak of fetched at once."""

    def __init__(self, held: Employment, events: list[EmploymentEvent]):
        self.held = held
        organization = held.organization
        self.people = staff.names_of_people(organization, [event.by_id for event in events if event.by_id])
        self.departments = dict(
            Department.objects.filter(organization=organization, pk__in=said(events, "department")).values_list(
                "pk", "name"
            )
        )
        self.managers = staff.names_of(organization, said(events, "line_manager"))

    def told(self, event: EmploymentEvent) -> Told:
        named = ((staff.NAMES.get(column, column), pair) for column, pair in event.changes.items())
        changes = [
            Change(LABELS[name], self.word(name, before), self.word(name, after))
            for name, (before, after) in named
            if name in LABELS
        ]
        return Told(event.get_kind_display(), event.at, self.who(event), origin_of(event), changes)

    def who(self, event: EmploymentEvent) -> str:
        """A name of one's own staff; nobody else is named."""
        if event.by_id == self.held.person_id:
            return _("The person")
        if event.by_id in self.people:
            return self.people[event.by_id][0]
        return _("Somebody outside your staff") if event.by_id else _("The house")

    def word(self, name: str, value: Any) -> str:
        if value in (None, "", []):
            return ""
        if name == "department" and isinstance(value, int):
            return self.departments.get(value, _("a department that is no more"))
        if name == "manager" and isinstance(value, int):
            return self.managers.get(value, _("somebody who is no more on the roster"))
        if name == "person":
            return _("one person")
        if name == "skills":
            return str(len(value)) if isinstance(value, list) else str(value)
        if name in DAYS and (day := parse_date(str(value))):
            return str(full_day(day))
        if name in WORDS:
            known = dict(WORDS[name].choices)
            return str(known.get(value, value))
        return local(str(value)) if name == "mobile" else str(value)


def origin_of(event: EmploymentEvent) -> str:
    """By which way, when it was not by hand."""
    return "" if event.origin == EventOrigin.HAND else event.get_origin_display()


def said(events: list[EmploymentEvent], column: str) -> list[int]:
    """The ids that the events name in this column."""
    pairs = (event.changes.get(column, ()) for event in events)
    return [value for pair in pairs for value in pair if isinstance(value, int)]
