"""Roles are granted for a scope from a day on, and ended, never deleted."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.models import Chain, Ecosystem, Organization, Role

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
