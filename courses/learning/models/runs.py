"""A run of a course over some weeks, and the outline it pins when it opens."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from courses.learning.enums import ItemRule, RunState


class CourseRunQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=RunState.OPEN)

    def enrolling(self, at):
        """Open runs whose enrollment window holds the moment."""
        return self.open().filter(enroll_opens_at__lte=at, enroll_closes_at__gt=at)

    def owned_by(self, organization_ids):
        """Runs of courses that one of the organizations owns."""
        return self.filter(course__owners__organization__in=organization_ids).distinct()

    def not_over(self, day):
        """Runs that have no last day, or have not passed it."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day))


class CourseRun(ClusterableModel):
    """One run of a course. Opening it pins outline and study hours; without `ends_on` it has no last day."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    course = models.ForeignKey("cms.CoursePage", models.PROTECT, related_name="runs", verbose_name=_("course"))
    name = models.CharField(_("name"), max_length=80, help_text=_("Such as: autumn run 2."))
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.DRAFT, editable=False)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: no end, learn whenever you like.")
    )
    enroll_opens_at = models.DateTimeField(_("enrollment opens"))
    enroll_closes_at = models.DateTimeField(_("enrollment closes"))
    place = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Empty: online."))
    class_manager = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs_managed",
        verbose_name=_("class manager"),
    )
    study_hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)

    objects = CourseRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("course run")
        verbose_name_plural = _("course runs")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="run_period",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(enroll_closes_at__gt=F("enroll_opens_at")),
                name="run_enrollment_window",
                violation_error_message=_("Enrollment closes before it opens."),
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.OPEN) | Q(opened_at__isnull=False, study_hours__isnull=False),
                name="run_open_is_pinned",
            ),
            models.UniqueConstraint(
                fields=["course", "name"],
                name="one_run_per_name",
                violation_error_message=_("This course already has a run of that name."),
            ),
        ]
        indexes = [models.Index(fields=["course", "state", "starts_on"], name="run_by_course")]

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> Decimal:
        """What the run counts for: pinned when it opened, the course's until then."""
        return self.course.study_hours if self.study_hours is None else self.study_hours


class RunItem(models.Model):
    """One item of a run's outline, pinned to a revision: what a learner works through stays as it was that day."""

    run = models.ForeignKey(CourseRun, models.PROTECT, related_name="items")
    page = models.ForeignKey("cms.LessonPage", models.PROTECT, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=255)
    title_en = models.CharField(max_length=255, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    rule = models.CharField(max_length=12, choices=ItemRule)
    checkpoints = models.JSONField(default=list)

    class Meta:
        ordering = ["run", "position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "position"], name="one_item_per_position"),
            models.UniqueConstraint(fields=["run", "page"], name="one_item_per_page"),
            models.CheckConstraint(
                condition=(Q(rule=ItemRule.CHECKPOINT) & ~Q(checkpoints=[])) | Q(rule=ItemRule.READ, checkpoints=[]),
                name="item_rule_fits_checkpoints",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.title}"


class PinnedFile(models.Model):
    """An image or document that a pinned revision shows; it is protected for as long as the item is."""

    item = models.ForeignKey(RunItem, models.CASCADE, related_name="files")
    image = models.ForeignKey("cms.AcademyImage", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("cms.AcademyDocument", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(image__isnull=False, document=None) | Q(image=None, document__isnull=False),
                name="pinned_file_is_one_thing",
            ),
            models.UniqueConstraint(
                fields=["item", "image", "document"], nulls_distinct=False, name="one_pin_per_file_and_item"
            ),
        ]

    def __str__(self) -> str:
        return f"pin {self.pk}"
