"""What the office, a committee or a firm lets people know, and who has read it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import AnnouncementState, Audience


class Announcement(models.Model):
    """Spoken by an organization to its own staff, by a committee to its chain, by the office to all.

    `organization` is None when the office or a committee speaks. Receipts are laid out when it is published.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey(
        "ecosystem.Organization", models.PROTECT, null=True, blank=True, related_name="announcements"
    )
    audience = models.CharField(_("to whom"), max_length=16, choices=Audience)
    chain = models.ForeignKey("ecosystem.Chain", models.PROTECT, null=True, blank=True, related_name="+")
    department = models.ForeignKey("ecosystem.Department", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(_("announcement title"), max_length=80)
    body = models.TextField(_("text"), max_length=4000)
    state = models.CharField(max_length=10, choices=AnnouncementState, default=AnnouncementState.DRAFT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    laid_out_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(audience__in=[Audience.STAFF, Audience.DEPARTMENT]) | Q(organization__isnull=False),
                name="announcement_of_a_firm",
            ),
            models.CheckConstraint(
                condition=~Q(audience__in=[Audience.CHAIN, Audience.CHAIN_KEEPERS]) | Q(chain__isnull=False),
                name="announcement_to_a_chain",
            ),
            models.CheckConstraint(
                condition=~Q(audience=Audience.DEPARTMENT) | Q(department__isnull=False),
                name="announcement_to_a_department",
            ),
        ]
        indexes = [models.Index(fields=["organization", "-published_at"], name="announcement_by_organization")]

    def __str__(self) -> str:
        return self.title


class AnnouncementReceipt(models.Model):
    """One reader. `organization` is the one they were reached through, so that its HR can remind them."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="receipts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="announcement_receipts")
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["announcement", "person"], name="one_receipt_per_reader")]
        indexes = [
            models.Index(fields=["person", "read_at"], name="receipt_by_person"),
            models.Index(fields=["announcement", "organization"], name="receipt_by_organization"),
        ]

    def __str__(self) -> str:
        return f"receipt {self.pk}"
