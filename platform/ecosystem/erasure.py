"""Before a person is erased: they work nowhere any more and may do nothing any more."""

import datetime

from django.db.models import F, Q
from django.db.models.functions import Greatest

import audit
from ecosystem.models import Employment, Role
from privacy.erasing import before_erasure
from web.dates import local

A_DAY = datetime.timedelta(days=1)


@before_erasure
def end_employments_and_roles(*, person, by, at: datetime.datetime) -> None:
    """What still runs ends today, or on the day after it began; what was to end later ends now."""
    today = local(at).date()
    still = Q(to_on=None) | Q(to_on__gt=Greatest(F("from_on") + A_DAY, today))
    for model in (Employment, Role):
        for row in model.objects.select_for_update(of=("self",)).filter(still, person=person).order_by("pk"):
            model.objects.filter(pk=row.pk).update(to_on=Greatest(F("from_on") + A_DAY, today))
            verb = f"ecosystem.{model._meta.model_name}_ended"
            audit.record(by=by, for_org=row.organization, verb=verb, subject=row, at=at)
