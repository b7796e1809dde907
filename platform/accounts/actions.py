"""Writes on a person's handles."""

import datetime

from django.db import transaction

import audit
from accounts.models import User


@transaction.atomic
def set_phone(*, user: User, phone: str, verified: bool, at: datetime.datetime) -> None:
    """Attach the number (E.164) to the person; the moment of proof is kept when it is verified."""
    if user.phone == phone and verified and user.phone_verified_at:
        return
    user.phone = phone
    user.phone_verified_at = at if verified else None
    user.save(update_fields=["phone", "phone_verified_at", "name_key"])
    audit.record(by=user, for_org=None, verb="accounts.phone_set", subject=user, at=at, verified=verified)
