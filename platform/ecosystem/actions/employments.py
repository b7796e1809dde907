"""The person answers what a firm claims."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem import rules
from ecosystem.enums import EmploymentState
from ecosystem.models import Employment
from words.names import normalize_name


@transaction.atomic
def confirm(*, employment: Employment, name: str, by: User, at: datetime.datetime) -> Employment:
    """The person says: yes, I work there, and this is my name. Raises rules.NotAllowed when already answered."""
    locked = answer(employment, EmploymentState.CONFIRMED, by=by, at=at)
    by.full_name = normalize_name(name)
    by.save(update_fields=["full_name", "name_key"])
    outbox.post("ecosystem.employment_confirmed", employment_id=locked.pk)
    return locked


@transaction.atomic
def refuse(*, employment: Employment, by: User, at: datetime.datetime) -> Employment:
    """The person says: that is not me, or not my firm. Raises rules.NotAllowed when already answered."""
    locked = answer(employment, EmploymentState.REFUSED, by=by, at=at)
    outbox.post("ecosystem.employment_refused", employment_id=locked.pk)
    return locked


def answer(employment: Employment, state: EmploymentState, *, by: User, at: datetime.datetime) -> Employment:
    locked = Employment.objects.select_for_update().get(pk=employment.pk)
    if not rules.can_answer(employment=locked, person=by, answer=state):
        raise rules.NotAllowed(_("You have already answered for this firm."))
    locked.state = state
    locked.answered_at = at
    locked.save(update_fields=["state", "answered_at"])
    audit.record(by=by, for_org=locked.organization, verb=f"ecosystem.employment_{state}", subject=locked, at=at)
    return locked
