"""HR writes the firm's own people: they join, change, move, leave and come back.

Each returns the employment as written, leaves a row of its history and one of the audit, and raises rules.NotAllowed
with a sentence, or rules.Conflict when the page that asked was stale.
"""

import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from ecosystem.actions import roles
from ecosystem.actions.claims import lock, lock_staff
from ecosystem.actions.employing import CARRIED, end, enter, write
from ecosystem.enums import EventKind, EventOrigin
from ecosystem.models import Department, Employment, Organization
from ecosystem.rules import staff as rules
from web.dates import local


@transaction.atomic
def join(
    *,
    organization: Organization,
    name: str,
    phone: str,
    department: Department | None = None,
    staff_no: str = "",
    post: str = "",
    by: User | None,
    at: datetime.datetime,
    origin: str = EventOrigin.HAND,
    origin_id: int | None = None,
    **facts: Any,
) -> Employment:
    """Enter a person by name and phone (E.164): the firm claims, the person is asked at their next sign-in.

    The firm learns nothing of whether the phone is known. `facts` are further fields of CARRIED.
    """
    organization = lock_staff(organization.pk)
    claim = {"claimed_name": name, "claimed_phone": phone, "staff_no": staff_no, "department": department, "post": post}
    return enter(organization, claim | facts, EventKind.JOINED, by=by, at=at, origin=origin, origin_id=origin_id)


@transaction.atomic
def change(
    *,
    employment: Employment,
    version: int | None,
    fields: dict[str, Any],
    by: User | None,
    at: datetime.datetime,
    origin: str = EventOrigin.HAND,
    origin_id: int | None = None,
) -> Employment:
    """Change what the firm says of a person; `version` is the one the page showed. Equal values are no change.

    Another phone makes an unanswered claim ask whoever holds that phone; a refused one ends, and the person behind
    the other phone is asked afresh: then the new employment is returned.
    """
    locked = lock(employment)
    rules.check_version(employment=locked, seen=version)
    return write(locked, EventKind.CHANGED, fields, by=by, at=at, origin=origin, origin_id=origin_id)


@transaction.atomic
def move(
    *,
    employment: Employment,
    on: datetime.date,
    by: User | None,
    at: datetime.datetime,
    version: int | None = None,
    **fields: Any,
) -> Employment:
    """Another department, post or line manager (any of the three) from a day on that has come."""
    locked = lock(employment)
    rules.check_version(employment=locked, seen=version)
    rules.check_move_day(employment=locked, on=on, today=local(at).date())
    return write(locked, EventKind.MOVED, fields, by=by, at=at, moved_on=[None, on.isoformat()])


@transaction.atomic
def leave(
    *,
    employment: Employment,
    on: datetime.date | None = None,
    by: User | None,
    at: datetime.datetime,
    successor: User | None = None,
    version: int | None = None,
) -> Employment:
    """The person leaves: `on` (today unless said) is the first day they are not there. Their roles for the firm end.

    `successor` takes over the administration from somebody who held it.
    """
    locked = lock(employment)
    rules.check_version(employment=locked, seen=version)
    on = on or local(at).date()
    rules.check_leaving(employment=locked, on=on, today=local(at).date())
    if successor is not None:
        roles.hand_over(from_person=locked.person, to_person=successor, organization=locked.organization, by=by, at=at)
    return end(locked, on, by=by, at=at)


@transaction.atomic
def come_back(
    *, employment: Employment, on: datetime.date | None = None, by: User | None, at: datetime.datetime
) -> Employment:
    """A new employment for the person of one that ended, with what the firm knew; it waits for the person's yes."""
    locked = lock(employment)
    here = Employment.objects.current().filter(organization=locked.organization, person=locked.person_id)
    rules.check_coming_back(employment=locked, works_here=here.exists())
    facts = {name: getattr(locked, name) for name in CARRIED if name != "line_manager"}
    assert locked.to_on is not None  # check_coming_back refuses it
    day = max(on or local(at).date(), locked.to_on)
    return enter(locked.organization, facts, EventKind.RETURNED, person=locked.person, on=day, by=by, at=at)
