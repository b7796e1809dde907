"""A lesson: text, pictures, video, and questions on the way."""

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms import hooks
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
    private_page_options: list[str] = []
    content_panels = [*EditorialPage.content_panels, FieldPanel("minutes"), FieldPanel("body")]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @property
    def checkpoints(self) -> dict:
        """`{block id: checkpoint}` for the questions of the body, in order."""
        return {block.id: block.value for block in self.body if block.block_type == "checkpoint"}

    def serve(self, request, *args, **kwargs) -> HttpResponse:
        """Those in a run read the lesson there; others who may read it read it here; the rest are shown the course."""
        if entry := hooks.lesson_entry(self, request):
            return redirect(entry)
        if hooks.may_read(self, request.user) or self.permissions_for_user(request.user).can_edit():
            return super().serve(request, *args, **kwargs)
        context = {"page": self, "course": self.get_parent().specific}
        return TemplateResponse(request, "cms/lesson_locked.html", context, status=403)
