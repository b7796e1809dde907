"""What may be the picture of a licence, and what is left of it."""

import io

import pytest
from PIL import Image

from ecosystem import licences
from ecosystem.licences import LicenceRefused, cleaned
from tests.factories.applications import picture


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "某相机"
    exif[0x8825] = {1: "N", 2: (30.0, 16.0, 0.0)}
    exif[0x0112] = 6
    return picture(exif=exif.tobytes())


def test_a_picture_is_drawn_anew_without_what_the_camera_wrote():
    assert Image.open(io.BytesIO(with_place())).getexif()
    file = cleaned(with_place())
    kept = Image.open(file)
    assert (kept.format, dict(kept.getexif()), kept.size) == ("JPEG", {}, (40, 60))


@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_pictures_become_jpegs_of_a_name_nobody_guesses(format):
    names = {cleaned(picture(format=format)).name for _ in range(2)}
    assert (len(names), {name[-4:] for name in names}, {len(name) for name in names}) == (2, {".jpg"}, {36})


def test_what_a_file_is_its_content_says():
    assert cleaned(b"%PDF-1.7\n%%EOF").name.endswith(".pdf")


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ\x90", picture()[:80], picture(format="GIF")],
)
def test_anything_else_is_refused(content):
    with pytest.raises(LicenceRefused):
        cleaned(content)


def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")
    with pytest.raises(LicenceRefused):
        cleaned(out.getvalue())


@pytest.mark.parametrize(
    ("mode", "saving"), [("RGBA", {"format": "PNG"}), ("RGB", {"format": "JPEG", "progressive": 1})]
)
def test_a_small_file_that_unpacks_to_much_is_refused(mode, saving):
    """60 million pixels of PNG with a layer to see through took 780 MB, for a visitor without a log-in."""
    out = io.BytesIO()
    Image.new(mode, (5000, 5000)).save(out, **saving)
    assert len(out.getvalue()) < licences.LARGEST
    with pytest.raises(LicenceRefused):
        cleaned(out.getvalue())


def test_a_large_photo_is_read():
    assert Image.open(cleaned(picture(size=(5000, 4000)))).size == (2600, 2080)


def test_what_is_held_comes_back_by_its_token_alone():
    file = cleaned(picture())
    token = licences.hold(file)
    back = licences.held(token)
    assert (back.name, back.read()) == (file.name, file.read())
    assert (licences.held(token + "x"), licences.held(file.name), licences.held("")) == (None, None, None)
