"""Who stands on the firm's staff and not on its latest roster: asked of HR, never decided by the house."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LeaverState(models.TextChoices):
    OPEN = "open", _("Has this person left?")
    LEFT = "left", _("Has left")
    STAYS = "stays", _("Still here")


class LeaverProposal(models.Model):
    employment = models.ForeignKey("ecosystem.Employment", models.CASCADE, related_name="leaver_proposals")
    roster_import = models.ForeignKey("people.RosterImport", models.SET_NULL, null=True, related_name="leavers")
    state = models.CharField(max_length=8, choices=LeaverState, default=LeaverState.OPEN)
    proposed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employment"], condition=Q(state=LeaverState.OPEN), name="one_open_leaver_proposal"
            )
        ]

    def __str__(self) -> str:
        return f"leaver proposal {self.pk}"
