"""The history of an employment: what was changed, when, by whom and on which way."""

from django.conf import settings
from django.db import models

from ecosystem.enums import EventKind, EventOrigin
from ecosystem.models.employments import Employment


class EmploymentEvent(models.Model):
    """One change of a firm's claim. `changes` is `{field: [before, after]}` as text; `origin_id` names the import or
    the request it came by, for those who look after it.
    """

    employment = models.ForeignKey(Employment, models.CASCADE, related_name="events")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=EventKind)
    origin = models.CharField(max_length=12, choices=EventOrigin, default=EventOrigin.HAND)
    origin_id = models.BigIntegerField(null=True)
    changes = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["employment", "-at"], name="event_by_employment"),
            models.Index(fields=["origin", "origin_id"], name="event_by_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.employment_id}"
