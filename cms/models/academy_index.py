"""The academy's home, root of the site."""

from django.utils.translation import gettext_lazy as _

from cms.models.editorial import EditorialPage


class AcademyIndexPage(EditorialPage):
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.CoursePage"]
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("academy home")
        verbose_name_plural = _("academy homes")
