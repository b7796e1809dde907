"""A certificate issued, frozen as of its day; a certificate revoked, with the reason."""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from accounts.names import display
from cms.models import CoursePage
from courses.learning.certificate_codes import new_code
from courses.learning.models import Certificate, Enrollment
from web.dates import local


def issue(enrollment: Enrollment, *, at: datetime.datetime) -> Certificate:
    """Issue the certificate of a completed enrollment; the one already issued is returned as it is."""
    run = enrollment.run
    today = local(at).date()
    certificate, _created = Certificate.objects.get_or_create(
        enrollment=enrollment,
        defaults={
            "code": new_code(today.year),
            "learner_name": display(enrollment.learner),
            "sponsor_name": enrollment.sponsor.name,
            "course_title": run.course.title,
            "run_name": run.name,
            "hours": run.hours,
            "started_on": max(run.starts_on, local(enrollment.enrolled_at).date()),
            "completed_on": today,
            "owners": owners_of(run.course),
            "hue": run.course.chain.slot,
            "issued_at": at,
        },
    )
    return certificate


def owners_of(course: CoursePage) -> list[dict[str, Any]]:
    """Who answers for the course today, the leading one first."""
    owners = sorted(course.owners.select_related("organization"), key=lambda owner: not owner.is_leading)
    return [
        {"name": owner.organization.name, "mark": str(owner.organization), "is_leading": owner.is_leading}
        for owner in owners
    ]


@transaction.atomic
def revoke(*, certificate: Certificate, reason: str, by: User, at: datetime.datetime) -> Certificate:
    """Declare that the certificate no longer holds; its page says so at once. The first reason stays."""
    locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if locked.revoked_at is None:
        locked.revoked_at, locked.revoked_reason = at, reason
        locked.save(update_fields=["revoked_at", "revoked_reason"])
        audit.record(by=by, for_org=None, verb="learning.certificate_revoked", subject=locked, at=at)
    return locked
