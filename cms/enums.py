"""What a course can be."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CourseKind(TextChoices):
    """How a course is held; the value names the ground of its cover."""

    COURSE = "course", _("Course")
    ONLINE = "online", _("Online")
    WORKSHOP = "workshop", _("Workshop")
    TOUR = "tour", _("Study tour")
