"""One file for the looks and one for the manners, from component files in a known order."""

import re

from django.contrib.staticfiles import finders
from django.core.management import call_command

from web import styles

MODERN = re.compile(r"@layer|@container|@scope|:has\(|light-dark\(|(?m:^\s*&)")


def files(kind: str) -> set[str]:
    return {file.stem for file in (styles.SOURCE / kind).glob(f"*.{kind}")}


def test_every_component_file_is_in_the_order_once():
    assert sorted(styles.STYLES) == sorted(files("css"))
    assert sorted(styles.SCRIPTS) == sorted(files("js"))


def test_the_sheet_is_flat_and_asks_for_nothing():
    sheet = styles.join_styles()
    assert MODERN.findall(sheet) == []
    assert re.findall(r"url\(|@import", sheet) == []


def test_the_sheet_has_no_rule_inside_a_rule():
    depth = deepest = 0
    for sign in re.findall(r"@media|@page|[{}]", styles.join_styles()):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    assert (depth, deepest) == (0, 2)


def test_the_sheet_stays_small():
    assert len(styles.join_styles()) < 60_000


def test_joined_files_are_found_as_real_files():
    assert open(finders.find("web/site.css"), encoding="utf-8").read() == styles.join_styles()
    assert open(finders.find("web/site.js"), encoding="utf-8").read() == styles.join_scripts()


def test_a_changed_source_is_joined_again(monkeypatch, tmp_path):
    finder = styles.BundleFinder()
    words = iter(["one", "two"])
    monkeypatch.setattr(styles, "SOURCE", tmp_path)
    monkeypatch.setitem(finder.JOINED, "web/site.css", lambda: next(words))
    (tmp_path / "a.css").write_text("")
    first = open(finder.find("web/site.css")).read()
    again = open(finder.find("web/site.css")).read()
    (tmp_path / "b.css").write_text("")
    assert (first, again, open(finder.find("web/site.css")).read()) == ("one", "one", "two")


def test_collectstatic_gives_the_joined_files_hashed_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.INSTALLED_APPS = ["web", "django_htmx", "django.contrib.staticfiles"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert len(list(tmp_path.glob("web/site.????????????.css"))) == 1
    assert len(list(tmp_path.glob("web/site.????????????.js"))) == 1
