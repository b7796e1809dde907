"""Nothing is missing any more: the course is completed, hours are written, a certificate is issued, all or nothing."""

import datetime

import audit
from accounts.models import User
from audit import outbox
from courses.learning.actions import certificates
from courses.learning.actions.transitions import move
from courses.learning.completion import Outline
from courses.learning.enums import Actor, EnrollmentState, HoursSource
from courses.learning.models import Certificate, Enrollment, StudyHoursEntry
from web.dates import local


def complete(enrollment: Enrollment, outline: Outline, *, by: User, at: datetime.datetime) -> Certificate:
    """Complete a locked enrollment whose outline is done. Runs in the transaction of the last deed."""
    move(enrollment, EnrollmentState.COMPLETED, actor=Actor.HOUSE, by=by, at=at)
    write_hours(enrollment, outline, at=at)
    certificate = certificates.issue(enrollment, at=at)
    audit.record(
        by=by,
        for_org=enrollment.sponsor,
        verb="learning.completed",
        subject=enrollment,
        at=at,
        run=enrollment.run_id,
        certificate=certificate.pk,
    )
    outbox.post("learning.completed", enrollment_id=enrollment.pk, certificate_id=certificate.pk)
    return certificate


def write_hours(enrollment: Enrollment, outline: Outline, *, at: datetime.datetime) -> StudyHoursEntry:
    """The ledger's line for a completed course: the hours the run was opened with."""
    return StudyHoursEntry.objects.create(
        person=enrollment.learner,
        sponsor=enrollment.sponsor,
        enrollment=enrollment,
        source=HoursSource.COMPLETION,
        minutes=outline.minutes,
        hours=enrollment.run.hours,
        earned_on=local(at).date(),
        written_at=at,
    )
