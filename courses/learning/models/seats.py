"""The seats of a run, in pools that are counted under a lock."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

COUNTED_UNDER_LOCK = "taken"


class SeatPoolQuerySet(models.QuerySet):
    def serving(self, organization):
        """The pools from which someone acting for the organization may take a seat: its own and the shared one."""
        return self.filter(Q(organization=None) | Q(organization=organization))

    def locked(self):
        """The rows, locked, always in the order of their ids, so that two takers never wait for each other."""
        return self.select_for_update(of=("self",)).order_by("pk")


class SeatPool(models.Model):
    """Seats of a run: of one organization, or shared by all when `organization` is empty."""

    run = ParentalKey("learning.CourseRun", on_delete=models.CASCADE, related_name="pools")
    organization = models.ForeignKey(
        "ecosystem.Organization",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="seat_pools",
        verbose_name=_("organization"),
        help_text=_("Empty: seats for every firm."),
    )
    seats = models.PositiveIntegerField(_("seats"))
    taken = models.PositiveIntegerField(_("taken"), default=0, editable=False)

    objects = SeatPoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("seats")
        verbose_name_plural = _("seats")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__gte=0, taken__lte=F("seats")),
                name="pool_never_oversold",
                violation_error_message=_("More people already hold these seats."),
            ),
            models.UniqueConstraint(
                fields=["run", "organization"],
                nulls_distinct=False,
                name="one_pool_per_organization",
                violation_error_message=_("One row per organization, please."),
            ),
        ]

    def __str__(self) -> str:
        return f"pool {self.pk}"

    def save(self, *args, **kwargs):
        """An editor's form saves whole rows; what is counted under a lock is never among them once the row exists."""
        if self.pk and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = [
                field.name for field in self._meta.concrete_fields if field.name not in (COUNTED_UNDER_LOCK, "id")
            ]
        super().save(*args, **kwargs)

    def clean(self):
        taken = SeatPool.objects.filter(pk=self.pk).values_list("taken", flat=True).first() or 0
        if self.seats is not None and self.seats < taken:
            raise ValidationError({"seats": _("%(taken)s people already hold these seats.") % {"taken": taken}})

    @property
    def left(self) -> int:
        return self.seats - self.taken
