"""Roles are granted for a scope from a day on, and ended, never deleted."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions.claims import lock_staff
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Chain, Ecosystem, Employment, Organization, Role
from ecosystem.queries import role_kinds
from ecosystem.queries.roles import administrators
from ecosystem.rules import staff as rules
from web.dates import local

Scope = Organization | Chain | Ecosystem


@transaction.atomic
def grant(
    *, person: User, kind: str, scope: Scope, from_on: datetime.date, by: User | None, at: datetime.datetime
) -> Role:
    """Give the person a role for the scope; a current one of the same kind and scope is returned as it is."""
    scopes: dict[str, Any] = {str(scope._meta.model_name): scope}
    role, created = Role.objects.get_or_create(
        person=person,
        kind=kind,
        to_on=None,
        **scopes,
        defaults={"from_on": from_on, "granted_by": by},
    )
    if created:
        for_org = scope if isinstance(scope, Organization) else None
        audit.record(by=by, for_org=for_org, verb="ecosystem.role_granted", subject=role, at=at, kind=str(kind))
        outbox.post("ecosystem.role_granted", role_id=role.pk)
    return role


@transaction.atomic
def end(*, role: Role, on: datetime.date | None = None, by: User | None, at: datetime.datetime) -> Role:
    """End the role: `on` (today unless said) is the first day it does not hold. One that has ended stays as it is."""
    locked = Role.objects.select_for_update().get(pk=role.pk)
    if locked.to_on is not None:
        return locked
    locked.to_on = max(on or local(at).date(), locked.from_on)
    locked.save(update_fields=["to_on"])
    audit.record(
        by=by, for_org=locked.organization, verb="ecosystem.role_ended", subject=locked, at=at, kind=locked.kind
    )
    outbox.post("ecosystem.role_ended", role_id=locked.pk)
    return locked


@transaction.atomic
def give(*, employment: Employment, kind: str, by: User, at: datetime.datetime) -> Role:
    """Whoever keeps the firm's staff gives somebody on it a role. Raises rules.NotAllowed: see rules.GRANTABLE."""
    organization, today = lock_staff(employment.organization_id), local(at).date()
    rules.check_grantable(kind=kind, role_kinds=role_kinds(by, organization, today))
    held = Employment.objects.current().filter(pk=employment.pk).first()
    rules.check_is_there(is_there=held is not None)
    assert held is not None
    return grant(person=held.person, kind=kind, scope=organization, from_on=today, by=by, at=at)


@transaction.atomic
def take(*, role: Role, by: User, at: datetime.datetime) -> Role:
    """Whoever keeps the firm's staff ends a role. The last administrator's is handed over, not ended."""
    assert role.organization_id is not None  # a chain's or the office's is nothing to take
    organization, today = lock_staff(role.organization_id), local(at).date()
    rules.check_grantable(kind=role.kind, role_kinds=role_kinds(by, organization, today))
    others = administrators(organization, today).exclude(person=role.person_id)
    rules.check_not_last_administrator(kind=role.kind, others=others.count())
    return end(role=role, on=today, by=by, at=at)


@transaction.atomic
def hand_over(
    *, from_person: User, to_person: User, organization: Organization, by: User | None, at: datetime.datetime
) -> Role:
    """The administration of an organization goes from one person to another, who works there and has confirmed it."""
    organization, today = lock_staff(organization.pk), local(at).date()
    held = administrators(organization, today).filter(person=from_person)
    rules.check_holds_administration(holds=held.exists(), other=from_person.pk != to_person.pk)
    there = Employment.objects.on(today).current().filter(organization=organization, person=to_person)
    rules.check_successor(employment=there.filter(state=EmploymentState.CONFIRMED).first())
    role = grant(person=to_person, kind=RoleKind.ADMINISTRATOR, scope=organization, from_on=today, by=by, at=at)
    for ended in held.filter(to_on=None):
        end(role=ended, on=today, by=by, at=at)
    audit.record(by=by, for_org=organization, verb="ecosystem.administration_handed_over", subject=role, at=at)
    return role
