"""One file for the looks and one for the manners, from component files in a known order."""

import gzip
import re
from pathlib import Path

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


ROOT = styles.SOURCE.parents[3]
BY_LIBRARIES = {"htmx-request"}
"""Classes that no file of ours names."""


def words_of_pages() -> set[str]:
    """Every word that a template, a tag or a script of ours could put on an element."""
    folders = (ROOT / name for name in ("platform", "cms", "courses", "talent_pool", "demo"))
    files = (file for folder in folders for file in folder.rglob("*") if file.suffix in {".html", ".js", ".py"})
    return {word for file in files for word in re.findall(r"[\w-]+", file.read_text("utf-8"))}


def test_every_class_of_the_sheet_is_worn():
    selectors = re.sub(r"\{[^{}]*\}", " ", styles.join_styles())
    classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors))
    assert classes - words_of_pages() - BY_LIBRARIES == set()


def nested(sheet: str) -> list[str]:
    """Selectors that stand inside another rule rather than inside @media or at the top."""
    open_rules, found = [], []
    for before, sign in re.findall(r"([^{}]*)([{}])", sheet):
        if sign == "}":
            open_rules.pop()
            continue
        selector = before.rsplit(";", 1)[-1].strip()
        if open_rules and not open_rules[-1].startswith("@media"):
            found.append(selector)
        open_rules.append(selector)
    return found


def test_the_sheet_has_no_rule_inside_a_rule():
    assert nested(styles.join_styles()) == []


def test_nesting_would_be_seen():
    assert nested("@media print { .a { b: c } } .x { d: e; & .y { f: g } .z { h: i } }") == ["& .y", ".z"]


def test_the_sheet_stays_small_on_its_way():
    """A first page may be 40 KB with everything; the looks take at most 15 of them."""
    assert len(gzip.compress(styles.join_styles().encode())) < 15_000


def test_joined_files_are_found_as_real_files():
    assert Path(finders.find("web/site.css")).read_text("utf-8") == styles.join_styles()
    assert Path(finders.find("web/site.js")).read_text("utf-8") == styles.join_scripts()


def test_a_changed_source_is_joined_again(monkeypatch, tmp_path):
    finder = styles.BundleFinder()
    words = iter(["one", "two"])
    monkeypatch.setattr(styles, "SOURCE", tmp_path)
    monkeypatch.setitem(finder.JOINED, "web/site.css", lambda: next(words))
    (tmp_path / "a.css").write_text("")
    first = Path(finder.find("web/site.css")).read_text()
    again = Path(finder.find("web/site.css")).read_text()
    (tmp_path / "b.css").write_text("")
    assert (first, again, Path(finder.find("web/site.css")).read_text()) == ("one", "one", "two")


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
