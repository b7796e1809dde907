"""Whom an announcement reaches: confirmed employments of the day, each person once."""

import datetime

from django.db.models import QuerySet

from ecosystem.enums import STAFF_KEEPERS, Audience, EmploymentState
from ecosystem.models import Announcement, ChainPosition, Employment, Role
from ecosystem.queries.departments import subtree


def readers_of(announcement: Announcement, day: datetime.date) -> QuerySet:
    """`(person id, organization id)`, one row for each person: the organization they are reached through.

    Somebody who works for two is reached through the primary one.
    """
    if announcement.audience in {Audience.KEEPERS, Audience.CHAIN_KEEPERS}:
        rows = Role.objects.on(day).filter(kind__in=sorted(STAFF_KEEPERS), organization__isnull=False)
        order = ["person_id", "pk"]
    else:
        rows = Employment.objects.on(day).filter(state=EmploymentState.CONFIRMED)
        order = ["person_id", "kind", "pk"]
    if announcement.audience in {Audience.CHAIN, Audience.CHAIN_KEEPERS}:
        members = ChainPosition.objects.on(day).filter(chain=announcement.chain_id)
        rows = rows.filter(organization__in=members.values("organization"))
    if announcement.audience in {Audience.STAFF, Audience.DEPARTMENT}:
        rows = rows.filter(organization=announcement.organization_id)
    if announcement.audience == Audience.DEPARTMENT:
        assert announcement.department is not None  # the constraint announcement_to_a_department
        rows = rows.filter(department__in=subtree(announcement.department))
    reached = rows.filter(person__is_active=True).order_by(*order).distinct("person_id")
    return reached.values_list("person_id", "organization_id")
