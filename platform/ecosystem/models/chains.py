"""The 1 + 3 + N: one ecosystem, its chains, the fields of application, and who holds which position when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import PositionKind


class Ecosystem(models.Model):
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    district = models.CharField(max_length=80, blank=True)
    lead_body = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class Chain(models.Model):
    """One industry chain. `slot` (a, b, c) picks its hue and shape; chains are rows, never constants."""

    ecosystem = models.ForeignKey(Ecosystem, models.PROTECT, related_name="chains")
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("chain name"), max_length=80)
    name_en = models.CharField(max_length=120, blank=True)
    committee = models.CharField(max_length=120, blank=True)
    slot = models.CharField(max_length=1, default="a")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("chain")
        verbose_name_plural = _("chains")

    def __str__(self) -> str:
        return self.name


class Field(models.Model):
    """A field of application, such as 智能诊疗; members of every chain meet in it."""

    ecosystem = models.ForeignKey(Ecosystem, models.PROTECT, related_name="fields")
    name = models.CharField(max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class ChainPositionQuerySet(models.QuerySet):
    def on(self, day):
        """Positions that hold on a day."""
        return self.filter(period__contains=day)


class ChainPosition(models.Model):
    """An organization's position in a chain over `[from, to)`; one chain never has two anchors on one day."""

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="positions")
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="positions")
    kind = models.CharField(max_length=20, choices=PositionKind)
    period = DateRangeField()

    objects = ChainPositionQuerySet.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_anchor_per_chain_and_day",
                expressions=[
                    (
                        Func(
                            F("chain"),
                            F("chain"),
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=Q(kind=PositionKind.ANCHOR),
            ),
            models.UniqueConstraint(fields=["chain", "organization", "kind", "period"], name="one_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.kind} {self.chain_id}"
