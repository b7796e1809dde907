"""A learner in a run, and every step of how they came and went."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from courses.learning.enums import LIVE, SEATED, EnrollmentState


class EnrollmentQuerySet(models.QuerySet):
    def live(self):
        return self.filter(state__in=LIVE)

    def seated(self):
        return self.filter(state__in=SEATED)

    def of(self, learner):
        """The learner's own; nobody reads another's here."""
        return self.filter(learner=learner)


class Enrollment(models.Model):
    """A learner's place in a run, on a seat of `pool`, sent by `sponsor`; moved by actions/transitions.py only."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="enrollments")
    run = models.ForeignKey("learning.CourseRun", models.PROTECT, related_name="enrollments")
    pool = models.ForeignKey("learning.SeatPool", models.PROTECT, related_name="enrollments")
    sponsor = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="enrollments")
    state = models.CharField(max_length=12, choices=EnrollmentState, default=EnrollmentState.REQUESTED)
    enrolled_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrollment")
        verbose_name_plural = _("enrollments")
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "run"], condition=Q(state__in=LIVE), name="one_live_enrollment_per_run"
            ),
            models.CheckConstraint(
                condition=Q(state=EnrollmentState.COMPLETED, completed_at__isnull=False)
                | (~Q(state=EnrollmentState.COMPLETED) & Q(completed_at=None)),
                name="enrollment_completed_has_date",
            ),
            models.CheckConstraint(
                condition=Q(state=EnrollmentState.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(state=EnrollmentState.WITHDRAWN) & Q(withdrawn_at=None)),
                name="enrollment_withdrawn_has_date",
            ),
        ]
        indexes = [models.Index(fields=["run", "state"], name="enrollment_by_run")]

    def __str__(self) -> str:
        return f"enrollment {self.pk}"


class EnrollmentEvent(models.Model):
    """One transition. Append-only; a `client_id` seen before from the same person is the same request."""

    enrollment = models.ForeignKey(Enrollment, models.PROTECT, related_name="events")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor = models.CharField(max_length=10)
    from_state = models.CharField(max_length=12, choices=EnrollmentState)
    to_state = models.CharField(max_length=12, choices=EnrollmentState)
    at = models.DateTimeField()
    client_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "client_id"], name="one_enrollment_event_per_request")]

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"
