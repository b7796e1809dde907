"""How people come in: invited by phone, by a link with limits, or by asking; and what they say is wrong."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import CorrectedField, RequestState, Unwelcome


class Invitation(models.Model):
    """One SMS to the phone of an employment that waits for the person's yes."""

    employment = models.ForeignKey("ecosystem.Employment", models.CASCADE, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["employment", "at"], name="invitation_by_employment")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class InvitationLink(models.Model):
    """An address that HR hands round. Only its digest is kept; it lets `most` people ask, until it ends."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="invitation_links")
    department = models.ForeignKey("ecosystem.Department", models.SET_NULL, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    most = models.PositiveIntegerField(_("for how many people"), default=50)
    uses = models.PositiveIntegerField(default=0, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(uses__lte=F("most")), name="link_within_its_limit"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="link_ends"),
        ]
        indexes = [models.Index(fields=["organization", "-created_at"], name="link_by_organization")]

    def __str__(self) -> str:
        return f"link {self.pk}"


class JoinRequest(models.Model):
    """Somebody on no roster asks a firm's HR to be let in. HR sees the name and the phone they typed, nothing else."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="join_requests")
    link = models.ForeignKey(InvitationLink, models.SET_NULL, null=True, related_name="requests")
    name = models.CharField(_("your name"), max_length=80)
    phone = models.CharField(_("your mobile number"), max_length=20)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.WAITING)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    employment = models.ForeignKey("ecosystem.Employment", models.SET_NULL, null=True, related_name="+")
    answer = models.CharField(max_length=20, choices=Unwelcome, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "phone"],
                condition=Q(state=RequestState.WAITING),
                name="one_waiting_request_per_phone",
            )
        ]
        indexes = [models.Index(fields=["organization", "state", "asked_at"], name="request_by_organization")]

    def __str__(self) -> str:
        return f"request to join {self.pk}"


class CorrectionRequest(models.Model):
    """A person says that their firm's claim is wrong in one point; HR corrects it or says why not."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    employment = models.ForeignKey("ecosystem.Employment", models.CASCADE, related_name="correction_requests")
    field = models.CharField(_("what is wrong"), max_length=20, choices=CorrectedField)
    wanted = models.CharField(_("how it should be"), max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.WAITING)
    answer = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employment", "field"],
                condition=Q(state=RequestState.WAITING),
                name="one_waiting_correction_per_field",
            )
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="correction_by_state")]

    def __str__(self) -> str:
        return f"correction {self.pk}"
