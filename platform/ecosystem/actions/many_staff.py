"""HR changes many of the firm's people at once: one transaction, one audit row, an answer for each of them."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions.claims import Changes, check_colleague, check_own, end_roles, event, lock_staff, put
from ecosystem.enums import EventKind
from ecosystem.models import Employment, EmploymentEvent, Organization
from ecosystem.queries.line_managers import above
from ecosystem.queries.roles import administrators
from ecosystem.rules import NotAllowed
from ecosystem.rules import staff as rules
from web.dates import local

BATCH = 500
SETTABLE = frozenset({"department", "category", "line_manager"})


@dataclass(frozen=True)
class Answer:
    """What became of one person: changed, left as they were, or not changed for the reason that `refusal` says."""

    employment: Employment
    changes: Changes = field(default_factory=dict)
    refusal: str = ""

    @property
    def changed(self) -> bool:
        return bool(self.changes)


@transaction.atomic
def change_many(
    *, organization: Organization, ids: list[int], fields: dict[str, Any], by: User, at: datetime.datetime
) -> list[Answer]:
    """Set the fields, some of SETTABLE, for those of the employments (by id) that are the organization's.

    Who cannot be changed stays as they were, and the rest is written.
    """
    if not fields.keys() <= SETTABLE:
        raise ValueError(f"not for many at once: {sorted(fields.keys() - SETTABLE)}")
    organization = lock_staff(organization.pk)
    check_own(fields.get("department"), organization)
    manager = fields.get("line_manager")
    check_colleague(manager, organization)
    chain = above(manager)

    def change(held: Employment) -> Changes:
        rules.check_stands(employment=held)
        rules.check_line_manager(employment=held, manager=manager, above=chain)
        return put(held, fields)

    answers = each(organization, ids, change)
    written = write(answers, EventKind.CHANGED, [*fields], by=by, at=at)
    audit.record(
        by=by,
        for_org=organization,
        verb="ecosystem.employments_changed",
        subject=organization,
        at=at,
        employment_ids=written,
        fields=sorted(fields),
    )
    if {"department", "line_manager"} & fields.keys():
        for pk in written:
            outbox.post("ecosystem.employment_moved", employment_id=pk)
    return answers


@transaction.atomic
def leave_many(
    *, organization: Organization, ids: list[int], on: datetime.date | None = None, by: User, at: datetime.datetime
) -> list[Answer]:
    """They leave, as in `staff.leave`; an administrator leaves alone, so that somebody takes over."""
    organization, today = lock_staff(organization.pk), local(at).date()
    on = on or today
    holders = set(administrators(organization, today).values_list("person", flat=True))

    def leave(held: Employment) -> Changes:
        rules.check_leaving(employment=held, on=on, today=today)
        rules.check_leaves_among_many(is_administrator=held.person_id in holders)
        return put(held, {"to_on": on})

    answers = each(organization, ids, leave)
    written = write(answers, EventKind.LEFT, ["to_on"], by=by, at=at)
    left = [answer.employment for answer in answers if answer.changed]
    role_ids = [pk for held in left for pk in end_roles(held, on)]
    audit.record(
        by=by,
        for_org=organization,
        verb="ecosystem.employments_left",
        subject=organization,
        at=at,
        employment_ids=written,
        role_ids=role_ids,
    )
    for pk in written:
        outbox.post("ecosystem.employment_left", employment_id=pk)
    return answers


def each(organization: Organization, ids: list[int], deed: Callable[[Employment], Changes]) -> list[Answer]:
    """Do it to each in memory; the answers come in the order of names."""
    rules.check_how_many(count=len(ids))
    mine = Employment.objects.filter(organization=organization, pk__in=ids)
    locked = list(mine.order_by("pk").select_for_update(no_key=True))
    answers = []
    for held in sorted(locked, key=lambda held: (held.name_key, held.pk)):
        held.organization = organization
        try:
            answers.append(Answer(held, deed(held)))
        except NotAllowed as refusal:
            answers.append(Answer(held, refusal=str(refusal)))
    return answers


def write(answers: list[Answer], kind: str, fields: list[str], *, by: User, at: datetime.datetime) -> list[int]:
    """Save those that changed, with their history; returns their ids."""
    changed = [answer for answer in answers if answer.changed]
    Employment.objects.bulk_update([answer.employment for answer in changed], [*fields, "version"], batch_size=BATCH)
    EmploymentEvent.objects.bulk_create(
        [event(answer.employment, kind, answer.changes, by=by, at=at) for answer in changed], batch_size=BATCH
    )
    return sorted(answer.employment.pk for answer in changed)
