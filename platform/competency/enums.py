"""Categories of talent, levels of a skill, layers of education, series and grades of professional titles."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    RD = "rd", _("R&D")
    MANAGEMENT = "management", _("Management")
    MARKETING = "marketing", _("Marketing")


class Level(IntegerChoices):
    """What a person can do: has heard of it, works under guidance, works alone, leads others, is asked by the trade."""

    AWARE = 1, _("Aware")
    GUIDED = 2, _("Guided")
    INDEPENDENT = 3, _("Independent")
    LEADING = 4, _("Leading")
    AUTHORITY = 5, _("Authority")


class Education(TextChoices):
    """What a person graduated from, the highest first; `gb_code` is the layer's code in GB/T 4658-2006."""

    DOCTOR = "doctor", _("Doctorate")
    MASTER = "master", _("Master's degree")
    BACHELOR = "bachelor", _("Bachelor's degree")
    COLLEGE = "college", _("Junior college")
    SECONDARY = "secondary", _("Vocational secondary school")
    SCHOOL = "school", _("High school or below")

    @property
    def gb_code(self) -> str:
        return GB_CODES[self]


GB_CODES = {
    Education.DOCTOR: "11",
    Education.MASTER: "14",
    Education.BACHELOR: "21",
    Education.COLLEGE: "31",
    Education.SECONDARY: "41",
    Education.SCHOOL: "61",
}


class TitleGrade(IntegerChoices):
    ELEMENTARY = 1, _("Elementary grade")
    ASSISTANT = 2, _("Assistant grade")
    INTERMEDIATE = 3, _("Intermediate grade")
    ASSOCIATE_SENIOR = 4, _("Associate senior grade")
    SENIOR = 5, _("Senior grade")


class TitleSeries(TextChoices):
    ENGINEERING = "engineering", _("Engineering")
    ECONOMICS = "economics", _("Economics")
    ACCOUNTING = "accounting", _("Accounting")
    AUDITING = "auditing", _("Auditing")
    STATISTICS = "statistics", _("Statistics")
    RESEARCH = "research", _("Research")
    TEACHING = "teaching", _("University teaching")
    EXPERIMENT = "experiment", _("Laboratory work")
    PUBLISHING = "publishing", _("Publishing")
    TRANSLATION = "translation", _("Translation")
    CRAFT = "craft", _("Arts and crafts")
    IDEOLOGY = "ideology", _("Political work")
