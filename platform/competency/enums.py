"""Categories of talent, levels of a skill, and the layers of education (GB/T 4658-2006)."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    RD = "rd", _("R&D")
    MANAGEMENT = "management", _("Management")
    MARKETING = "marketing", _("Marketing")


class Level(IntegerChoices):
    AWARE = 1, _("Aware")
    GUIDED = 2, _("Guided")
    INDEPENDENT = 3, _("Independent")
    LEADING = 4, _("Leading")
    AUTHORITY = 5, _("Authority")


class Education(TextChoices):
    DOCTOR = "doctor", _("Doctorate")
    MASTER = "master", _("Master's degree")
    BACHELOR = "bachelor", _("Bachelor's degree")
    COLLEGE = "college", _("Junior college")
    SECONDARY = "secondary", _("Secondary school")
