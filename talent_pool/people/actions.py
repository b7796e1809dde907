"""Do it: what follows from a person's answer. A roster's own deeds are in `rosters/actions.py`."""

import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

import audit
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Role
from web.dates import local

A_DAY = datetime.timedelta(days=1)


@transaction.atomic
def end_role_of_refused(*, employment_id: int, at: datetime.datetime) -> None:
    """End the role of an employee that came with a claim the person refused; again is harmless.

    It ends today, or on the day after it began. A person who has said yes to the firm since keeps it.
    """
    refused = Employment.objects.select_related("organization").get(pk=employment_id)
    mine = {"person": refused.person_id, "organization": refused.organization_id}
    if Employment.objects.current().exclude(state=EmploymentState.REFUSED).filter(**mine).exists():
        return
    for role in Role.objects.select_for_update().filter(**mine, kind=RoleKind.EMPLOYEE, to_on=None):
        Role.objects.filter(pk=role.pk).update(to_on=Greatest(F("from_on") + A_DAY, local(at).date()))
        audit.record(by=None, for_org=refused.organization, verb="people.role_ended", subject=role, at=at)
