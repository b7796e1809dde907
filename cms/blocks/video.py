from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructBlockValidationError, TextBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

VIDEO_SUFFIXES = frozenset({"mp4", "webm"})


class VideoBlock(StructBlock):
    """A video of ours. The transcript is for those who cannot hear it, and for whoever rather reads."""

    video = DocumentChooserBlock(label=_("video file"), help_text=_("A document ending in .mp4 or .webm."))
    title = CharBlock(label=_("title"), max_length=120)
    poster = ImageChooserBlock(label=_("picture before it plays"), required=False)
    captions = DocumentChooserBlock(label=_("captions"), required=False, help_text=_("A document ending in .vtt."))
    transcript = TextBlock(label=_("transcript"), help_text=_("What is said and shown, in words."))

    class Meta:
        label = _("Video")
        icon = "media"
        template = "cms/blocks/video.html"

    def clean(self, value):
        cleaned = super().clean(value)
        errors = {}
        video, captions = cleaned.get("video"), cleaned.get("captions")
        if video and video.file_extension.lower() not in VIDEO_SUFFIXES:
            errors["video"] = ValidationError(gettext("Choose a document that ends in .mp4 or .webm."))
        if captions and captions.file_extension.lower() != "vtt":
            errors["captions"] = ValidationError(gettext("Captions are a document that ends in .vtt."))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned
