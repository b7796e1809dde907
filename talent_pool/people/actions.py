"""Do it: what follows from a person's answer. A roster's own deeds are in `rosters/actions.py`."""

import datetime

from django.db import transaction

from ecosystem.actions import roles
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Role


@transaction.atomic
def end_role_of_refused(*, employment_id: int, at: datetime.datetime) -> None:
    """End the role of an employee that came with a claim the person refused; again is harmless.

    A person who has said yes to the firm since keeps it.
    """
    refused = Employment.objects.select_related("organization").get(pk=employment_id)
    mine = {"person": refused.person_id, "organization": refused.organization_id}
    if Employment.objects.current().exclude(state=EmploymentState.REFUSED).filter(**mine).exists():
        return
    for role in Role.objects.filter(**mine, kind=RoleKind.EMPLOYEE, to_on=None):
        roles.end(role=role, by=None, at=at)
