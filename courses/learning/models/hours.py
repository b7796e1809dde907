"""Study hours (学时): a ledger that is only added to; a mistake is corrected by another entry."""

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from courses.learning.enums import HoursSource


class StudyHoursQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def in_year(self, year: int):
        return self.filter(earned_on__year=year)

    def total(self):
        """The sum of hours, 0 when there is no entry."""
        return self.aggregate(total=Sum("hours", default=0))["total"]


class StudyHoursEntry(models.Model):
    """Hours a person earned on a day; `minutes` is the time the outline states, `hours` what the course counts for."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="study_hours")
    sponsor = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="study_hours")
    enrollment = models.ForeignKey("learning.Enrollment", models.PROTECT, related_name="study_hours")
    source = models.CharField(max_length=12, choices=HoursSource)
    minutes = models.IntegerField()
    hours = models.DecimalField(_("study hours"), max_digits=6, decimal_places=1)
    earned_on = models.DateField()
    written_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = StudyHoursQuerySet.as_manager()

    class Meta:
        verbose_name = _("study hours entry")
        verbose_name_plural = _("study hours ledger")
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment"], condition=Q(source=HoursSource.COMPLETION), name="one_completion_entry"
            ),
            models.CheckConstraint(
                condition=~Q(source=HoursSource.COMPLETION) | Q(hours__gte=0), name="completion_hours_not_negative"
            ),
        ]
        indexes = [models.Index(fields=["person", "earned_on"], name="hours_by_person")]

    def __str__(self) -> str:
        return f"hours {self.pk}"
