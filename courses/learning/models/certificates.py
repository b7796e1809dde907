"""A certificate (结业证书): what was true on the day of issue, kept for good and open to a check."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Certificate(models.Model):
    """Frozen at issue; revoked, never deleted. `code` is random: nobody finds other people's by counting."""

    code = models.CharField(max_length=24, unique=True)
    enrollment = models.OneToOneField("learning.Enrollment", models.PROTECT, related_name="certificate")
    learner_name = models.CharField(max_length=80, blank=True)
    sponsor_name = models.CharField(max_length=120)
    course_title = models.CharField(max_length=255)
    run_name = models.CharField(max_length=80)
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    started_on = models.DateField()
    completed_on = models.DateField()
    owners = models.JSONField(default=list)
    hue = models.CharField(max_length=1, blank=True)
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_reason="") | (Q(revoked_at__isnull=False) & ~Q(revoked_reason="")),
                name="revoked_with_reason",
            )
        ]

    def __str__(self) -> str:
        return self.code
