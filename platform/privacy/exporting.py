"""All that is held about one person, as tables: for a machine (JSON), for a reader (.xlsx), and on their own page.

Other people are never in it: where one stands in a row, the row says in which role.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import DateTimeField, Field, ForeignKey, JSONField, Model
from django.utils.encoding import force_str
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from privacy.inventory import HEADINGS, INSIDE, INVENTORY, Declared, Personal
from privacy.rows import models_to_read, rows_of
from web.dates import local
from words import phones

Row = dict[str, Any]

POINTERS = {
    "id": pgettext_lazy("column", "Number"),
    "person": pgettext_lazy("column", "Person"),
    "user": pgettext_lazy("column", "Person"),
    "employment": pgettext_lazy("column", "Number of the employment"),
    "organization": pgettext_lazy("column", "Organization"),
    "department": pgettext_lazy("column", "Department"),
    "chain": pgettext_lazy("column", "Industry chain"),
    "ecosystem": pgettext_lazy("column", "Ecosystem"),
    "by": pgettext_lazy("column", "By whom"),
    "granted_by": pgettext_lazy("column", "By whom"),
    "answered_by": pgettext_lazy("column", "By whom"),
    "decided_by": pgettext_lazy("column", "By whom"),
    "link": pgettext_lazy("column", "By which link"),
    "announcement": pgettext_lazy("column", "Announcement"),
    "roster_import": pgettext_lazy("column", "Roster"),
    "run": pgettext_lazy("column", "Course run"),
    "pool": pgettext_lazy("column", "Seats of"),
    "enrollment": pgettext_lazy("column", "Number of the enrollment"),
    "item": pgettext_lazy("column", "Lesson"),
}
"""What nobody declares, since it says nothing of a person: which row, and which other row it belongs to."""


@dataclass(frozen=True)
class Table:
    """The rows of one model about the person; `fields` by name, in the model's order."""

    label: str
    fields: dict[str, Field]
    rows: list[Model]
    person: Model

    @property
    def heading(self) -> str:
        return force_str(HEADINGS[self.label].words)

    @property
    def holders(self) -> list[str]:
        """The organizations that hold the rows, each once."""
        return sorted({name for row in self.rows if (name := self.holder_of(row))})

    def holder_of(self, row: Model) -> str:
        found: Any = row
        for step in filter(None, HEADINGS[self.label].holder.split("__")):
            found = getattr(found, step)
        return "" if found is row or found is None else found.name

    def declared(self, name: str) -> Declared | None:
        return INVENTORY[self.label].get(name)

    def name_of(self, name: str) -> str:
        return label_of(self.fields[name], self.declared(name))

    def promises(self) -> list[Personal]:
        """What is said of these fields, each purpose once."""
        said = {str(field.purpose): field for field in map(self.declared, self.fields) if isinstance(field, Personal)}
        return list(said.values())

    def value(self, row: Model, name: str) -> Any:
        """What JSON can hold: dates as ISO text, codes as they are, other people as their role."""
        field = self.fields[name]
        if isinstance(field, ForeignKey):
            return self.pointed_at(row, field)
        value = field.value_from_object(row)
        if isinstance(field, JSONField):
            return shown_keys(INSIDE.get(f"{self.label}.{name}", {}), value)
        if isinstance(value, datetime.datetime | datetime.date):
            return value.isoformat()
        return value if value is None or isinstance(value, bool | int | str) else str(value)

    def pointed_at(self, row: Model, field: ForeignKey) -> Any:
        number = getattr(row, field.attname)
        if number is None:
            return None
        related = field.related_model
        if related is get_user_model():
            return _("you") if number == self.person.pk else self.role_at(row)
        return number if related._meta.label in INVENTORY else str(getattr(row, field.name))

    def role_at(self, row: Model) -> str:
        holder = self.holder_of(row)
        return _("HR of %(organization)s") % {"organization": holder} if holder else _("somebody of this house")

    def words(self, row: Model, name: str) -> Any:
        """The same for a reader: choices in words, moments by the Shanghai clock, phones as people write them."""
        field = self.fields[name]
        value, choices = self.value(row, name), dict(field.flatchoices or ())
        if isinstance(value, str) and isinstance(field, DateTimeField):
            return f"{local(field.value_from_object(row)):%Y-%m-%d %H:%M:%S}"
        if isinstance(value, str) and phones.MOBILE.fullmatch(phones.local(value)):
            return phones.local(value)
        return force_str(choices[value]) if isinstance(value, str) and value in choices else value


def label_of(field: Field, declared: Declared | None) -> str:
    told = declared.label if declared and declared.label else POINTERS.get(field.name, field.verbose_name)
    return capfirst(force_str(told))


def shown_keys(keys: dict[str, Declared], value: Any) -> Any:
    """The JSON with those of its keys that may be shown."""
    if isinstance(value, list):
        return [shown_keys(keys, part) for part in value]
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if (found := keys.get(key, keys.get("*"))) and found.shown}


def shown_fields(label: str, model: type[Model]) -> dict[str, Field]:
    """The number of the row, what is declared and may be shown, and what tells of which firm, run or page it is."""
    told = INVENTORY[label]
    return {
        field.name: field
        for field in model._meta.concrete_fields
        if field.primary_key or (told[field.name].shown if field.name in told else isinstance(field, ForeignKey))
    }


def tables_about(person, progress: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Table]:
    """Every model that holds something about the person, with its rows."""
    models = models_to_read()
    for done, (label, model) in enumerate(models):
        progress(done, len(models))
        holder = HEADINGS[label].holder
        found = rows_of(label, person)
        if rows := list(found.select_related(holder) if holder else found):
            yield Table(label, shown_fields(label, model), rows, person)
