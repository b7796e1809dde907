"""Who has said no to a firm is not asked again by it for a while, whatever its roster says meanwhile."""

import datetime

from django.db.models import Exists, OuterRef, Q

from ecosystem.enums import EmploymentState
from ecosystem.models import Employment, JoinRequest

QUIET = datetime.timedelta(days=90)


def said_no(day: datetime.date) -> Q:
    """For `filter` on employments: claims that wait for somebody who refused the same firm in the last 90 days and
    has not asked to be let in since.
    """
    refused = Employment.objects.filter(
        person=OuterRef("person"),
        organization=OuterRef("organization"),
        state=EmploymentState.REFUSED,
        answered_at__date__gt=day - QUIET,
    )
    asked_for = JoinRequest.objects.filter(employment=OuterRef("pk"))
    return Q(Exists(refused)) & ~Q(Exists(asked_for)) & Q(state=EmploymentState.PENDING)
