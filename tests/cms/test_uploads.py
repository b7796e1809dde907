import io
from pathlib import PurePath

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from cms.models import AcademyDocument
from tests.factories.cms import make_document, make_image, picture_bytes

pytestmark = pytest.mark.django_db


def with_secrets() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "taken at the secret site"
    exif[0x0112] = 6  # lies on its side
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "#2a5583").save(out, format="JPEG", exif=exif, comment=b"by somebody")
    return out.getvalue() + b"<script>after the end</script>"


def test_a_picture_is_drawn_anew_without_what_it_carried():
    image = make_image(content=with_secrets(), name="沈知远的手机.JPG")
    stored = image.file.open("rb").read()
    picture = Image.open(io.BytesIO(stored))
    assert dict(picture.getexif()) == {}
    assert [b in stored for b in (b"secret", b"somebody", b"<script>")] == [False, False, False]
    assert (picture.size, image.width, image.height) == ((48, 64), 48, 64)
    assert image.file_size == len(stored)


def test_stored_names_are_random():
    names = [PurePath(make_image(name="沈知远.jpg").file.name) for _ in range(2)]
    names += [PurePath(make_document(name="名单.pdf").file.name)]
    assert {(name.parent.name, name.suffix, len(name.stem)) for name in names} == {
        ("pictures", ".jpg", 32),
        ("documents", ".pdf", 32),
    }
    assert len({name.stem for name in names}) == 3


def test_a_private_file_lies_on_the_private_shelf(shelves):
    document = make_document()
    assert document.file.path.startswith(str(shelves / "private"))
    assert (document.filename, document.file_extension) == ("讲义.pdf", "pdf")


def test_an_svg_is_no_picture():
    with pytest.raises(ValidationError):
        make_image(content=b'<svg xmlns="http://www.w3.org/2000/svg"/>', name="x.svg")


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_other_kinds_of_picture_stay_what_they_are(kind):
    image = make_image(content=picture_bytes(kind), name=f"x.{kind.lower()}")
    assert Image.open(image.file.open("rb")).format == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<!doctype html>"),
        ("drawing.svg", b"<svg/>"),
        ("handout.pdf", b"<html><script>"),
        ("notes.txt", b"\xef\xbb\xbf <!DOCTYPE html>"),
        ("film.mp4", b"%PDF-1.4 not a film"),
        ("table.xlsx", b"name,phone"),
    ],
)
def test_documents_that_are_not_what_they_say_are_refused(name, content):
    document = AcademyDocument(title="x", file=ContentFile(content, name=name))
    with pytest.raises(ValidationError):
        document.full_clean()


@pytest.mark.parametrize(
    ("name", "content"),
    [("handout.pdf", b"%PDF-1.7"), ("notes.txt", b"a < b"), ("film.mp4", b"\x00\x00\x00\x18ftypmp42")],
)
def test_documents_that_are_what_they_say_pass(name, content):
    AcademyDocument(title="x", file=ContentFile(content, name=name)).full_clean()
