import pytest
from django.utils import translation

from cms.models import AcademyDocument


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are compared with their msgids; that the Chinese is complete is checked elsewhere."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def shelves(tmp_path, settings, monkeypatch):
    """Public and private files of a test lie in its own folder."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    private = AcademyDocument._meta.get_field("file").storage
    monkeypatch.setitem(private.__dict__, "location", str(tmp_path / "private"))
