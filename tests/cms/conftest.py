import pytest
from wagtail import hooks

from cms.models import AcademyDocument


@pytest.fixture(autouse=True)
def shelves(tmp_path, settings, monkeypatch):
    """Public and private files of a test lie in its own folder."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    private = AcademyDocument._meta.get_field("file").storage
    location = str(tmp_path / "private")
    monkeypatch.setitem(private.__dict__, "location", location)
    monkeypatch.setattr(private, "_constructor_args", ((), {"location": location}))
    return tmp_path


@pytest.fixture(autouse=True)
def only_our_pages(monkeypatch):
    """The rooms above are silent: what they add to our pages is theirs to test."""
    hooks.search_for_hooks()
    for name in ("course_facts", "course_panel", "academy_home", "may_read", "may_read_file", "lesson_entry"):
        monkeypatch.setitem(hooks._hooks, name, [])
