"""What every page of the academy has: Chinese words, and English ones where somebody wrote them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from cms.addresses import reserved_names


class EditorialPage(Page):
    """Abstract base. One page holds both languages: English fields are optional and fall back to Chinese."""

    title_en = models.CharField(_("English title"), max_length=160, blank=True)
    summary = models.TextField(
        _("summary"),
        max_length=240,
        blank=True,
        help_text=_("One or two sentences, shown under the title and in search."),
    )
    summary_en = models.TextField(_("English summary"), max_length=480, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("title_en"), FieldPanel("summary"), FieldPanel("summary_en")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], _("Address and search")
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.depth == 3 and self.slug in reserved_names():
            raise ValidationError({"slug": _("The site uses this address itself. Choose another one.")})

    @property
    def local_title(self) -> str:
        """The title in the reader's language."""
        return self.in_reader_language("title")

    @property
    def local_summary(self) -> str:
        """The summary in the reader's language."""
        return self.in_reader_language("summary")

    @property
    def title_lang(self) -> str:
        """The language that `local_title` is written in, for the `lang` attribute."""
        return "en" if self.title_en and reads_english() else "zh-CN"

    def in_reader_language(self, field: str) -> str:
        english = getattr(self, f"{field}_en")
        return english if english and reads_english() else getattr(self, field)


def reads_english() -> bool:
    return (get_language() or "").startswith("en")
