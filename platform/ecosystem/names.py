"""Who may read a person's name and organization outside the talent pool: those with a working reason."""

import datetime

from django.db.models import Q

from ecosystem.enums import STAFF_KEEPERS, EmploymentState
from ecosystem.models import Employment, Role


def readable_names(*, viewer, people: list[int], day: datetime.date) -> dict[int, str]:
    """`{person id: name}` for those of `people` (user ids) whose name the viewer may read on that day.

    The viewer reads their own name, and that of the staff of an organization for which they are HR or administrator:
    there the roster's spelling, since it is the firm's own record.
    """
    keeps = Role.objects.on(day).filter(person=viewer, kind__in=sorted(STAFF_KEEPERS)).values("organization")
    rows = (
        Employment.objects.on(day)
        .exclude(state=EmploymentState.REFUSED)
        .filter(person__in=people)
        .filter(Q(organization__in=keeps))
        .values_list("person_id", "claimed_name")
    )
    names = dict(rows)
    if viewer.pk in people:
        names[viewer.pk] = viewer.full_name
    return names
