"""The body of a lesson: which blocks there are. Their definitions stay out of migrations, as page types are young."""

from wagtail.fields import StreamField

from cms.blocks.checkpoint import CheckpointBlock
from cms.blocks.image import ImageBlock
from cms.blocks.text import TextBlock
from cms.blocks.video import VideoBlock

BLOCKS = (
    ("text", TextBlock()),
    ("image", ImageBlock()),
    ("video", VideoBlock()),
    ("checkpoint", CheckpointBlock()),
)


class LessonBody(StreamField):
    def __init__(self, block_types=BLOCKS, **kwargs):
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
