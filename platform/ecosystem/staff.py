"""A firm's own staff as its HR reads them: the one reader of the firm's claims on the staff screens.

Screens know neither columns nor numbers: they speak of FIELDS (name, mobile, number …), and this file knows where
those are.
"""

import datetime
from copy import copy
from dataclasses import dataclass
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import Q

from ecosystem.models import Employment, Organization
from web.dates import full_day
from words.phones import local

FIELDS = {
    "name": "claimed_name",
    "mobile": "claimed_phone",
    "number": "staff_no",
    "mail": "work_email",
    "department": "department",
    "post": "post",
    "category": "category",
    "title": "title",
    "education": "education",
    "joined_on": "joined_on",
    "manager": "line_manager",
    "kind": "kind",
}
"""What a form calls it, and the column it stands in."""
NAMES = {column: field for field, column in FIELDS.items()}


@dataclass(frozen=True)
class Line:
    """One person in a list."""

    pk: int
    public_id: UUID
    name: str
    number: str
    mobile: str
    department: str
    post: str
    category: str
    state: str
    state_words: str
    kind: str
    joined_on: datetime.date | None
    to_on: datetime.date | None

    @classmethod
    def of(cls, held: Employment) -> "Line":
        return cls(
            pk=held.pk,
            public_id=held.public_id,
            name=held.claimed_name,
            number=held.staff_no,
            mobile=local(held.claimed_phone),
            department=held.department.name if held.department else "",
            post=held.post,
            category=held.get_category_display(),
            state=held.state,
            state_words=held.get_state_display(),
            kind=held.kind,
            joined_on=held.joined_on,
            to_on=held.to_on,
        )


def lines(organization: Organization, ids: list[int]) -> list[Line]:
    """Those of the ids that are the organization's, in the order of the ids."""
    mine = Employment.objects.filter(organization=organization, pk__in=ids).select_related("department")
    found = {held.pk: Line.of(held) for held in mine.defer("search_words", "search_tokens")}
    return [found[pk] for pk in ids if pk in found]


def names_of(organization: Organization, employment_ids: list[int]) -> dict[int, str]:
    """`{employment id: name on the roster}` for those of the ids that are the organization's."""
    mine = Employment.objects.filter(Q(organization=organization), pk__in=employment_ids)
    return dict(mine.values_list("pk", "claimed_name"))


def names_of_people(organization: Organization, person_ids: list[int]) -> dict[int, tuple[str, UUID]]:
    """`{person id: (name, the employment's public id)}` of those who work or worked there, as the firm spells them."""
    mine = Employment.objects.filter(Q(organization=organization), person__in=person_ids).order_by("from_on", "pk")
    rows = mine.values_list("person", "claimed_name", "public_id")
    return {person: (name, public_id) for person, name, public_id in rows}


def asked_for(organization: Organization, text: str) -> list[Employment]:
    """The current staff whom a staff number, or else a name, means; more than one when the name is not enough."""
    mine = Employment.objects.current().filter(organization=organization)
    numbered = mine.filter(staff_no__iexact=text)
    return list(numbered[:2]) or list(mine.filter(claimed_name=text)[:2])


def told(held: Employment) -> dict[str, Any]:
    """What the firm says of a person, by FIELDS, as a form shows it."""
    facts = {field: getattr(held, column) for field, column in FIELDS.items() if field != "manager"}
    manager = held.line_manager
    return facts | {
        "mobile": local(held.claimed_phone),
        "department": held.department_id,
        "manager": (manager.staff_no or manager.claimed_name) if manager else "",
    }


def columns(fields: dict[str, Any]) -> dict[str, Any]:
    """A form's fields as the columns that an action writes."""
    return {FIELDS[name]: value for name, value in fields.items()}


class Asked(TypedDict):
    name: str
    phone: str


def asked(name: str, mobile: str) -> Asked:
    """Whom `actions.staff.join` is to enter."""
    return {"name": name, "phone": mobile}


def claim(held: Employment) -> dict[str, str]:
    """What the firm says of a person in words, by FIELDS; what it does not say is empty."""
    manager = held.line_manager
    return {
        "name": held.claimed_name,
        "mobile": local(held.claimed_phone),
        "number": held.staff_no,
        "department": held.department.name if held.department else "",
        "post": held.post,
        "manager": manager.claimed_name if manager else "",
        "category": held.get_category_display(),
        "title": held.title,
        "education": held.get_education_display(),
        "joined_on": str(full_day(held.joined_on)) if held.joined_on else "",
        "mail": held.work_email,
        "kind": held.get_kind_display(),
    }


def as_typed(stands: Employment, fields: dict[str, Any]) -> Employment:
    """The employment as it would be with the typed fields; not saved."""
    typed = copy(stands)
    for column, value in columns(fields).items():
        setattr(typed, column, value)
    return typed
