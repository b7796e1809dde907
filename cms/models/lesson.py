"""A lesson: text, pictures, video, and questions on the way."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.blocks.body import LessonBody
from cms.models.editorial import EditorialPage


class LessonPage(EditorialPage):
    """One step of a course; its place among the course's pages is its number."""

    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        default=15,
        validators=[MinValueValidator(1)],
        help_text=_("How long a learner needs, video included."),
    )
    body = LessonBody(blank=True, verbose_name=_("body"))

    parent_page_types = ["cms.CoursePage"]
    subpage_types: list[str] = []
    content_panels = [*EditorialPage.content_panels, FieldPanel("minutes"), FieldPanel("body")]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @property
    def checkpoints(self) -> dict:
        """`{block id: checkpoint}` for the questions of the body, in order."""
        return {block.id: block.value for block in self.body if block.block_type == "checkpoint"}
