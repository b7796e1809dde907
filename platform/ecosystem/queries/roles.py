"""Who may do what for an organization."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from ecosystem.enums import RoleKind
from ecosystem.models import Organization, Role

ORDER = {kind: place for place, kind in enumerate((RoleKind.ADMINISTRATOR, RoleKind.HR))}


def administrators(organization: Organization, day: datetime.date) -> QuerySet[Role]:
    """The roles of the organization's administrators that hold on the day."""
    return Role.objects.on(day).filter(organization=organization, kind=RoleKind.ADMINISTRATOR)


def held_for(organization: Organization, day: datetime.date) -> list[Role]:
    """Every role for the organization that has not ended, but those of an employee: administrators first, then HR.

    `holds` says whether it holds on the day: not before its day, nor for who has not said yes to the firm.
    """
    roles: QuerySet[Role] = Role.objects.filter(Q(to_on=None) | Q(to_on__gt=day), organization=organization)
    holding = Exists(Role.objects.on(day).filter(pk=OuterRef("pk")))
    rows = roles.exclude(kind=RoleKind.EMPLOYEE).annotate(holds=holding)
    return sorted(rows, key=lambda role: (ORDER.get(RoleKind(role.kind), len(ORDER)), role.kind, role.from_on, role.pk))
