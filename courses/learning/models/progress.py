"""How far a learner has come with each item, and the events that say so."""

from django.db import models
from django.db.models import F, Q

from courses.learning.enums import LearningEventKind


class ItemProgress(models.Model):
    """A learner's state in one item. It only moves forward; the database refuses to take a completion back.

    `answers` is `{checkpoint id: {"option": place, "right": bool}}`; what was right stays right.
    """

    enrollment = models.ForeignKey("learning.Enrollment", models.PROTECT, related_name="progress")
    item = models.ForeignKey("learning.RunItem", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    answers = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrollment", "item"], name="one_progress_per_item"),
            models.CheckConstraint(
                condition=Q(completed_at=None) | Q(completed_at__gte=F("opened_at")), name="progress_order"
            ),
        ]

    def __str__(self) -> str:
        return f"progress {self.pk}"


class LearningEvent(models.Model):
    """Something a learner did with an item. Append-only; the same `client_id` is the same deed."""

    enrollment = models.ForeignKey("learning.Enrollment", models.PROTECT, related_name="learning_events")
    item = models.ForeignKey("learning.RunItem", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=LearningEventKind)
    client_id = models.UUIDField()
    at = models.DateTimeField()
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrollment", "client_id"], name="one_learning_event_per_deed")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
