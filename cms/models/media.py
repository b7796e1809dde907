"""Pictures anyone may see, re-encoded; documents that only the file view hands out."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition

from cms.random_names import document_name, random_name
from cms.uploads import check_document, re_encode
from privacy.files import private_storage


class AcademyImage(AbstractImage):
    """A picture on the public shelf. What was uploaded is drawn anew, so that no EXIF, place or comment survives."""

    admin_form_fields = ("title", "file", "description", "collection", "tags")

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        return random_name("pictures", filename)

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self.file = re_encode(self.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class AcademyRendition(AbstractRendition):
    image = models.ForeignKey(AcademyImage, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def get_upload_to(self, filename: str) -> str:
        return random_name("renditions", filename)


class AcademyDocument(AbstractDocument):
    """A file on the private shelf under a random name; `original_name` is what a reader's download is called."""

    file = models.FileField(_("file"), upload_to=document_name, storage=private_storage)
    original_name = models.CharField(max_length=200, editable=False, default="")

    objects = DocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        super().clean()
        if self.is_uploaded():
            check_document(self.file)

    def save(self, *args, **kwargs):
        if self.is_uploaded():
            self.original_name = self.file.name[-200:]
        super().save(*args, **kwargs)

    def is_uploaded(self) -> bool:
        """Whether the file has come in and is not on the shelf yet."""
        return bool(self.file) and not getattr(self.file, "_committed", True)

    @property
    def filename(self) -> str:
        return self.original_name

    @property
    def url(self) -> str:
        return reverse("wagtaildocs_serve", args=[self.pk, self.filename])
