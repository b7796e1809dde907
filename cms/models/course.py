"""A course: what it teaches, who answers for it, which skills it builds."""

from decimal import Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Deferrable, F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from cms.enums import CourseKind
from cms.models.editorial import EditorialPage
from competency.enums import Category, Level


class CoursePage(EditorialPage):
    """One course is one page. `study_hours` (学时) is what a learner is credited with; one is 45 minutes by default."""

    kind = models.CharField(_("held as"), max_length=20, choices=CourseKind, default=CourseKind.COURSE)
    glyph = models.CharField(
        _("cover character"),
        max_length=1,
        help_text=_("Exactly one character, drawn large on the cover."),
    )
    cover_image = models.ForeignKey(
        "cms.AcademyImage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("Not needed: a course without a picture draws its own cover."),
    )
    chain = models.ForeignKey("ecosystem.Chain", models.PROTECT, related_name="courses", verbose_name=_("chain"))
    category = models.CharField(_("category"), max_length=20, choices=Category, default=Category.RD)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.GUIDED)
    study_hours = models.DecimalField(
        _("study hours"),
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.1"), _("Study hours are more than zero."))],
        help_text=_("What a learner is credited with on completion. More than zero."),
    )
    minutes_per_hour = models.PositiveSmallIntegerField(
        _("minutes per study hour"), default=45, validators=[MinValueValidator(1)], help_text=_("Usually 45.")
    )
    outcomes = models.TextField(
        _("what you will be able to do"), blank=True, help_text=_("One outcome a line, beginning with a verb.")
    )
    outcomes_en = models.TextField(_("what you will be able to do, in English"), blank=True)

    parent_page_types = ["cms.AcademyIndexPage"]
    subpage_types = ["cms.LessonPage"]
    private_page_options: list[str] = []
    content_panels = [
        *EditorialPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("glyph")]),
                FieldRowPanel([FieldPanel("chain"), FieldPanel("category")]),
                FieldRowPanel([FieldPanel("level"), FieldPanel("study_hours"), FieldPanel("minutes_per_hour")]),
                FieldPanel("cover_image"),
            ],
            _("What kind of course"),
        ),
        FieldPanel("outcomes"),
        FieldPanel("outcomes_en"),
        InlinePanel(
            "owners",
            heading=_("Owner organizations"),
            label=_("owner organization"),
            help_text=_("To publish, a course needs at least one owner, and exactly one of them leads."),
        ),
        InlinePanel("skills", heading=_("Skills it builds"), label=_("skill")),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    @property
    def local_outcomes(self) -> list[str]:
        """What a learner will be able to do, line by line, in the reader's language."""
        return [line.strip() for line in self.in_reader_language("outcomes").splitlines() if line.strip()]


class CourseOwner(Orderable):
    """An organization that answers for the course; exactly one of them leads."""

    page = ParentalKey(CoursePage, on_delete=models.CASCADE, related_name="owners")
    organization = models.ForeignKey(
        "ecosystem.Organization", models.PROTECT, related_name="owned_courses", verbose_name=_("organization")
    )
    is_leading = models.BooleanField(_("leads"), default=False)

    panels = [FieldRowPanel([FieldPanel("organization"), FieldPanel("is_leading")])]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "organization"], deferrable=Deferrable.DEFERRED, name="course_owner_once"
            ),
            ExclusionConstraint(
                name="one_leading_owner_per_course",
                expressions=[
                    (
                        Func(
                            F("page"), F("page"), Value("[]"), function="int8range", output_field=BigIntegerRangeField()
                        ),
                        RangeOperators.OVERLAPS,
                    )
                ],
                condition=Q(is_leading=True),
                deferrable=Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"owner {self.organization_id} of {self.page_id}"


class CourseSkill(Orderable):
    """A skill the course builds, and the level it leads to."""

    page = ParentalKey(CoursePage, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey("competency.Skill", models.PROTECT, related_name="+", verbose_name=_("skill"))
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.GUIDED)

    panels = [FieldRowPanel([FieldPanel("skill"), FieldPanel("level")])]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "skill"], deferrable=Deferrable.DEFERRED, name="course_skill_once")
        ]

    def __str__(self) -> str:
        return f"skill {self.skill_id} of {self.page_id}"
