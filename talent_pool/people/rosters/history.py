"""What an import leaves in each employment's history, so that it can be read and undone."""

import datetime
from typing import Any

from accounts.models import User
from ecosystem.enums import EventKind, EventOrigin
from ecosystem.models import Employment, EmploymentEvent, Organization
from talent_pool.people.rosters.matching import FACTS, Change

BATCH = 2_000
COLUMNS = FACTS | {"skills": "skills", "line_manager": "line_manager"}
"""A row's field to the name it has in the history: the employment's."""


class History:
    """The events of one import. Departments are told as paths; skills, people and line managers by their ids."""

    def __init__(
        self, organization: Organization, *, by: User | None, at: datetime.datetime, origin_id: int | None = None
    ):
        self.organization, self.by, self.at, self.origin_id = organization, by, at, origin_id

    def write(self, kept: list[Change], moved: dict[int, int], refused: list[Change], made: list[Employment]) -> None:
        """After everything stands. `moved` is employment to the person it waits for from now on."""
        managers = self.values_of(
            [change.held.pk for change in kept if "line_manager" in change.fields], "line_manager"
        )
        ends = self.values_of([change.held.pk for change in refused], "to_on")
        before = self.phones_of_before(set(ends)) if made else set()
        joined = {one.pk: EventKind.RETURNED if one.claimed_phone in before else EventKind.JOINED for one in made}
        events = [
            *(self.event(change.held.pk, EventKind.CHANGED, recorded(change, moved, managers)) for change in kept),
            *(self.event(pk, EventKind.LEFT, {"to_on": ["", as_text(day)]}) for pk, day in ends.items()),
            *(self.event(pk, kind, {}) for pk, kind in joined.items()),
        ]
        EmploymentEvent.objects.bulk_create(events, batch_size=BATCH)

    def event(self, employment: int, kind: EventKind, changes: dict[str, list[str]]) -> EmploymentEvent:
        return EmploymentEvent(
            employment_id=employment,
            at=self.at,
            by=self.by,
            kind=kind,
            origin=EventOrigin.ROSTER,
            origin_id=self.origin_id,
            changes=changes,
        )

    def values_of(self, pks: list[int], column: str) -> dict[int, Any]:
        return dict(Employment.objects.filter(pk__in=pks).values_list("pk", column)) if pks else {}

    def phones_of_before(self, ended_now: set[int]) -> set[str]:
        """Phones that the firm claimed of people who left. Claims and not persons are compared: whom a phone signs in
        today is not told to the firm.
        """
        ended = Employment.objects.filter(organization=self.organization).exclude(to_on=None)
        return set(ended.exclude(pk__in=ended_now).values_list("claimed_phone", flat=True))


def recorded(change: Change, moved: dict[int, int], managers: dict[int, Any]) -> dict[str, list[str]]:
    """`{column: [before, after]}` as text."""
    held = change.held
    stood = held.facts | {"skills": held.skills}
    told = {
        COLUMNS[name]: [as_text(stood[name]), as_text(value)]
        for name, value in change.fields.items()
        if name != "line_manager"
    }
    if "line_manager" in change.fields:
        told["line_manager"] = [as_text(held.manager_id), as_text(managers.get(held.pk))]
    if held.pk in moved and moved[held.pk] != held.person_id:
        told["person"] = [as_text(held.person_id), as_text(moved[held.pk])]
    return told


def as_text(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return ",".join(map(str, sorted(value)))
    return "" if value is None else str(value)
