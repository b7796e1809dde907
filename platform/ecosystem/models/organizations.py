"""Firms, parks, associations, public bodies: each one legal entity."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import OrganizationKind
from words.pinyin import order_key_of_text


class OrganizationGroup(models.Model):
    """Organizations under one owner; what is hidden from one of them is hidden from its group."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Organization(models.Model):
    """One legal entity.

    `uscc` is its unified social credit code (GB 32100-2015), unknown for those that only the source names.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("organization name"), max_length=120, unique=True)
    short_name = models.CharField(_("short name"), max_length=20, blank=True)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    name_key = models.CharField(max_length=400, editable=False, db_index=True)
    uscc = models.CharField(_("unified social credit code"), max_length=18, unique=True, null=True, blank=True)
    uscc_override_reason = models.CharField(max_length=200, blank=True)
    firm_code = models.CharField(_("firm code"), max_length=20, unique=True, null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind, default=OrganizationKind.FIRM)
    group = models.ForeignKey(OrganizationGroup, models.PROTECT, null=True, blank=True, related_name="organizations")
    fields = models.ManyToManyField("ecosystem.Field", blank=True, related_name="organizations")
    focus = models.CharField(_("focus"), max_length=200, blank=True)
    honours = models.JSONField(default=list, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.CheckConstraint(
                condition=Q(uscc=None) | Q(uscc__regex=r"^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$"),
                name="organization_uscc_alphabet",
            ),
            models.CheckConstraint(
                condition=Q(firm_code=None) | Q(firm_code__regex=r"^[A-Z0-9]{3,20}$"), name="organization_firm_code"
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def save(self, *args, **kwargs):
        self.name_key = order_key_of_text(self.name)
        super().save(*args, **kwargs)
