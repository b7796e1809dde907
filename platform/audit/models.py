"""Two append-only tables: what was done, and what must still be told."""

from django.db import models
from django.db.models import Q


class AuditEntry(models.Model):
    """One act. It outlives what it speaks of, so it points by id and never by foreign key."""

    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    for_org_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=40)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "at"], name="audit_by_subject"),
            models.Index(fields=["for_org_id", "at"], name="audit_by_organization"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_type}:{self.subject_id}"


class OutboxMessage(models.Model):
    """One topic with ids, written in the transaction that made it true; a delivery per receiver follows it."""

    topic = models.CharField(max_length=80)
    ids = models.JSONField()
    posted_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["failures", "id"], condition=Q(delivered_at=None), name="outbox_waiting")]

    def __str__(self) -> str:
        return f"{self.topic} {self.pk}"


class OutboxDelivery(models.Model):
    """That one receiver has handled one message; unique, so at-least-once never means twice."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="deliveries")
    receiver = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "receiver"], name="outbox_once_per_receiver")]

    def __str__(self) -> str:
        return f"{self.receiver} {self.message_id}"
