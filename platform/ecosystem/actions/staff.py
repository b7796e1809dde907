"""HR writes the firm's own people: they join, change, move, leave and come back.

Each returns the employment as written, leaves a row of its history and one of the audit, and raises rules.NotAllowed
with a sentence, or rules.Conflict when the page that asked was stale.
"""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import roles
from ecosystem.actions.claims import (
    check_colleague,
    check_free,
    check_own,
    end_roles,
    event,
    follow_phone,
    lock,
    lock_staff,
    person_meant,
    put,
)
from ecosystem.enums import EmploymentState, EventKind, EventOrigin, RoleKind
from ecosystem.models import Department, Employment, Organization
from ecosystem.queries.line_managers import above
from ecosystem.rules import staff as rules
from ecosystem.staff import FIELDS
from web.dates import local

CARRIED = tuple(FIELDS.values())
"""What a firm says of a person, by column; also what an employment anew takes over from the one before."""


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


def enter(
    organization: Organization,
    claim: dict[str, Any],
    kind: EventKind,
    *,
    person: User | None = None,
    on: datetime.date | None = None,
    by: User | None,
    at: datetime.datetime,
    origin: str = EventOrigin.HAND,
    origin_id: int | None = None,
) -> Employment:
    """Write a new claim that waits for the person's yes, with the role of an employee. The firm's staff is locked.

    Without a person, the phone says who is meant: asked for last, once everything else is in order.
    """
    check_own(claim.get("department"), organization)
    check_colleague(claim.get("line_manager"), organization)
    check_free(organization, phone=claim["claimed_phone"], staff_no=claim.get("staff_no", ""))
    day = on or local(at).date()
    employment = Employment(organization=organization, from_on=day)
    rules.check_line_manager(employment=employment, manager=claim.get("line_manager"), above=[])
    employment.person = person or person_meant(claim["claimed_phone"], organization)
    changes = put(employment, claim)
    employment.version = 1
    employment.save()
    event(employment, kind, changes, by=by, at=at, origin=origin, origin_id=origin_id).save()
    roles.grant(person=employment.person, kind=RoleKind.EMPLOYEE, scope=organization, from_on=day, by=by, at=at)
    audit.record(by=by, for_org=organization, verb=f"ecosystem.employment_{kind}", subject=employment, at=at)
    outbox.post(f"ecosystem.employment_{kind}", employment_id=employment.pk)
    return employment


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


def write(
    locked: Employment,
    kind: EventKind,
    fields: dict[str, Any],
    *,
    by: User | None,
    at: datetime.datetime,
    origin: str = EventOrigin.HAND,
    origin_id: int | None = None,
    **told: list[Any],
) -> Employment:
    check_fields(locked, fields)
    moved_phone = "claimed_phone" in fields and fields["claimed_phone"] != locked.claimed_phone
    if moved_phone and locked.state == EmploymentState.REFUSED:
        return claim_anew(locked, fields, by=by, at=at, origin=origin, origin_id=origin_id)
    if moved_phone and locked.is_pending:
        fields = fields | {"person": follow_phone(locked, fields["claimed_phone"])}
    changes = put(locked, fields)
    if not changes:
        return locked
    locked.save()
    event(locked, kind, changes | told, by=by, at=at, origin=origin, origin_id=origin_id).save()
    verb = f"ecosystem.employment_{kind}"
    audit.record(by=by, for_org=locked.organization, verb=verb, subject=locked, at=at, fields=sorted(changes))
    if {"department", "line_manager"} & changes.keys():
        outbox.post("ecosystem.employment_moved", employment_id=locked.pk)
    return locked


def check_fields(locked: Employment, fields: dict[str, Any]) -> None:
    rules.check_stands(employment=locked)
    check_own(fields.get("department"), locked.organization)
    check_colleague(fields.get("line_manager"), locked.organization)
    if manager := fields.get("line_manager"):
        rules.check_line_manager(employment=locked, manager=manager, above=above(manager))
    check_free(
        locked.organization,
        phone=fields.get("claimed_phone", ""),
        staff_no=fields.get("staff_no", ""),
        besides=locked.pk,
    )


def claim_anew(
    locked: Employment,
    fields: dict[str, Any],
    *,
    by: User | None,
    at: datetime.datetime,
    origin: str,
    origin_id: int | None,
) -> Employment:
    """The refused employment ends with the answer it got."""
    facts = {name: getattr(locked, name) for name in CARRIED} | fields
    end(locked, max(local(at).date(), locked.from_on), by=by, at=at)
    return enter(locked.organization, facts, EventKind.JOINED, by=by, at=at, origin=origin, origin_id=origin_id)


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
    rules.check_leaving(employment=locked, on=on)
    if successor is not None:
        roles.hand_over(from_person=locked.person, to_person=successor, organization=locked.organization, by=by, at=at)
    return end(locked, on, by=by, at=at)


def end(locked: Employment, on: datetime.date, *, by: User | None, at: datetime.datetime) -> Employment:
    changes = put(locked, {"to_on": on})
    locked.save()
    ended = end_roles(locked, on)
    event(locked, EventKind.LEFT, changes, by=by, at=at).save()
    audit.record(
        by=by, for_org=locked.organization, verb="ecosystem.employment_left", subject=locked, at=at, role_ids=ended
    )
    outbox.post("ecosystem.employment_left", employment_id=locked.pk)
    return locked


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
