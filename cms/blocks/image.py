from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(StructBlock):
    image = ImageChooserBlock(label=_("picture"))
    alt = CharBlock(
        label=_("what it shows"),
        max_length=200,
        help_text=_("Read aloud to those who cannot see the picture."),
    )
    caption = CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "cms/blocks/image.html"
