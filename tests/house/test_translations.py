"""One sentence, one translation: Django merges the rooms' catalogues, and the first one would win unseen."""

from collections import defaultdict
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("platform", "cms", "courses", "talent_pool", "demo")


def catalogues() -> list[Path]:
    return [file for source in SOURCES for file in (ROOT / source).rglob("locale/zh_Hans/LC_MESSAGES/django.po")]


def test_no_sentence_is_translated_in_two_ways():
    said: dict[tuple, dict[str, str]] = defaultdict(dict)
    for file in catalogues():
        with file.open("rb") as source:
            for message in read_po(source):
                if message.id:
                    said[(str(message.id), message.context)][str(message.string)] = str(file.relative_to(ROOT))
    assert {sentence: ways for sentence, ways in said.items() if len(ways) > 1} == {}
