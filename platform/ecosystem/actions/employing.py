"""How a claim is entered, changed and ended, with its history and all that hangs on it. The firm's staff is locked."""

import datetime
from typing import Any

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
    person_meant,
    put,
)
from ecosystem.enums import EmploymentState, EventKind, EventOrigin, RoleKind
from ecosystem.models import Employment, Organization
from ecosystem.queries.line_managers import above
from ecosystem.rules import staff as rules
from ecosystem.staff import FIELDS
from web.dates import local

CARRIED = tuple(FIELDS.values())
"""What a firm says of a person, by column; also what an employment anew takes over from the one before."""


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
