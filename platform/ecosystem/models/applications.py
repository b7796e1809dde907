"""An organization asks to come in; the office answers."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import OPEN_APPLICATIONS, ApplicationState, OrganizationKind, PositionKind
from privacy.files import private_storage


class OrganizationApplication(models.Model):
    """Whoever holds `public_id` follows the application: it is the address the applicant is given.

    `question` and `answer` are the last ones, `asked_times` counts the questions. `licence` is a picture of the
    business licence, private to the office and deleted some time after the decision.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("organization name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind, default=OrganizationKind.FIRM)
    uscc = models.CharField(_("unified social credit code"), max_length=18)
    uscc_override_reason = models.CharField(_("why the code is right all the same"), max_length=200, blank=True)
    licence = models.FileField(_("picture of the licence"), storage=private_storage, upload_to="licences/", blank=True)
    chain = models.ForeignKey("ecosystem.Chain", models.PROTECT, null=True, blank=True, related_name="+")
    position = models.CharField(_("position in the chain"), max_length=20, choices=PositionKind, blank=True)
    fields = models.ManyToManyField("ecosystem.Field", blank=True, related_name="+")
    applicant_name = models.CharField(_("your name"), max_length=80)
    applicant_post = models.CharField(_("your post"), max_length=80, blank=True)
    applicant_phone = models.CharField(_("your mobile number"), max_length=20)
    state = models.CharField(max_length=12, choices=ApplicationState, default=ApplicationState.SUBMITTED)
    question = models.CharField(_("question of the office"), max_length=400, blank=True)
    answer = models.CharField(_("answer of the applicant"), max_length=400, blank=True)
    asked_times = models.PositiveSmallIntegerField(default=0, editable=False)
    decline_reason = models.CharField(_("why the office declines"), max_length=400, blank=True)
    submitted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, null=True, related_name="applications")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["uscc"], condition=Q(state__in=sorted(OPEN_APPLICATIONS)), name="one_open_application_per_uscc"
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.ACCEPTED) | Q(organization__isnull=False),
                name="accepted_application_has_organization",
            ),
        ]
        indexes = [models.Index(fields=["state", "submitted_at"], name="application_by_state")]

    def __str__(self) -> str:
        return self.name
