"""Before a person is erased: they work nowhere any more and may do nothing any more."""

import datetime

from django.db.models import Q

import audit
from ecosystem.actions import claims, employing
from ecosystem.models import Employment, Role
from privacy.erasing import before_locking
from web.dates import local


@before_locking
def end_employments_and_roles(*, person, by, at: datetime.datetime) -> None:
    """What still runs ends today, what has not begun ends where it begins; firm after firm, in the order of locks."""
    today = local(at).date()
    still = Q(to_on=None) | Q(to_on__gt=today)
    for held in Employment.objects.filter(still, person=person).order_by("organization_id", "pk"):
        locked = claims.lock(held)
        if locked.to_on != max(today, locked.from_on):
            employing.end(locked, max(today, locked.from_on), by=by, at=at)
    for role in Role.objects.select_for_update(of=("self",)).filter(still, person=person).order_by("pk"):
        if role.to_on != max(today, role.from_on):
            Role.objects.filter(pk=role.pk).update(to_on=max(today, role.from_on))
            audit.record(by=by, for_org=role.organization, verb="ecosystem.role_ended", subject=role, at=at)
