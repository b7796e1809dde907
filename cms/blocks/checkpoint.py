from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock, StructBlockValidationError, TextBlock


class OptionBlock(StructBlock):
    text = CharBlock(label=_("answer"), max_length=200)
    is_right = BooleanBlock(label=_("this is right"), required=False)
    feedback = CharBlock(
        label=_("what we say to it"),
        required=False,
        max_length=300,
        help_text=_("Shown to whoever chose this answer: why it is right, or what to look at again."),
    )

    class Meta:
        label = _("Answer")
        icon = "radio-full"
        label_format = "{text}"


class CheckpointBlock(StructBlock):
    """One question with one right answer. Its block id is its name in the answers of learners: it never changes."""

    question = TextBlock(label=_("question"), rows=2, max_length=300)
    options = ListBlock(OptionBlock(), label=_("answers"), min_num=2, max_num=6)

    class Meta:
        label = _("Checkpoint question")
        icon = "help"
        label_format = "{question}"
        template = "cms/blocks/checkpoint.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and sum(option["is_right"] for option in cleaned["options"]) != 1:
            raise StructBlockValidationError(
                {"options": ValidationError(gettext("Mark exactly one answer as the right one."))}
            )
        return cleaned
