"""Roles with a scope, dates and the person who granted them."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from ecosystem.enums import ORGANIZATION_ROLES, EmploymentState, RoleKind
from ecosystem.models.employments import Employment


class RoleQuerySet(models.QuerySet):
    def on(self, day):
        """Roles that hold on a day of `[from_on, to_on)`; an organization's, only while the person is employed there.

        So whoever leaves a firm, or has not said yes to it, may do nothing for it, whether or not HR ended the roles.
        """
        employed = Employment.objects.on(day).filter(state=EmploymentState.CONFIRMED)
        there = employed.filter(person=OuterRef("person"), organization=OuterRef("organization"))
        return (
            self.filter(from_on__lte=day)
            .filter(Q(to_on=None) | Q(to_on__gt=day))
            .filter(Q(organization=None) | Exists(there))
        )


class Role(models.Model):
    """One person's role for exactly one scope: an organization, a chain or the ecosystem."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind)
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, null=True, related_name="roles")
    chain = models.ForeignKey("ecosystem.Chain", models.PROTECT, null=True, related_name="roles")
    ecosystem = models.ForeignKey("ecosystem.Ecosystem", models.PROTECT, null=True, related_name="roles")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="roles_granted")

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(organization__isnull=False, chain=None, ecosystem=None)
                    | Q(organization=None, chain__isnull=False, ecosystem=None)
                    | Q(organization=None, chain=None, ecosystem__isnull=False)
                ),
                name="role_has_one_scope",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(ORGANIZATION_ROLES)) | Q(organization__isnull=False),
                name="role_scope_fits_kind",
            ),
            models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="role_period"),
            models.UniqueConstraint(
                fields=["person", "kind", "organization", "chain", "ecosystem"],
                condition=Q(to_on=None),
                nulls_distinct=False,
                name="one_current_role_per_scope",
            ),
        ]
        indexes = [models.Index(fields=["person", "kind"], name="role_by_person")]

    def __str__(self) -> str:
        return f"role {self.pk}"
