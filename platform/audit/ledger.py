"""Writing one act into the audit table."""

import datetime
from typing import Any

from audit.models import AuditEntry


def entry(*, by, for_org, verb: str, subject, at: datetime.datetime, **data: Any) -> AuditEntry:
    """An unsaved row, for callers that write many at once."""
    return AuditEntry(
        at=at,
        by_id=by.pk if by else None,
        for_org_id=for_org.pk if for_org else None,
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        data=data,
    )


def record(*, by, for_org, verb: str, subject, at: datetime.datetime, **data: Any) -> None:
    """Write who did what to which subject for which organization.

    `by` and `for_org` may be None (the clock, nobody's organization). `data` holds ids, counts and codes
    that survive JSON; a name, a phone number or free text does not belong here.
    """
    entry(by=by, for_org=for_org, verb=verb, subject=subject, at=at, **data).save()
