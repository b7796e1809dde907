import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from words.digits import half_width
from words.tokens import pinyin_tokens, tokens, tsquery

HAN = st.text(alphabet="产教融合人才大模型芯片", min_size=1, max_size=8)


def test_chinese_is_pairs_and_the_last_character():
    assert tokens("产教融合") == ["产教", "合", "教融", "融合"]


def test_words_and_numbers_are_whole_and_in_lower_case():
    assert tokens("RISC-V 与 5G、C++ 和 C#，2.5D Café") == sorted(
        ["risc", "v", "riscv", "与", "5g", "cplusplus", "和", "csharp", "2", "5d", "25d", "cafe"]
    )


def test_texts_are_one_document():
    assert tokens("大模型", "模型 LLM") == ["llm", "型", "大模", "模型"]


def test_a_rare_character_is_a_character():
    assert tokens("李喆㛃", "𠮷野") == ["㛃", "喆㛃", "李喆", "野", "𠮷野"]


def test_pinyin_from_every_character_on():
    assert pinyin_tokens("产教融合") == sorted(
        ["chanjiaoronghe", "cjrh", "jiaoronghe", "jrh", "ronghe", "rh", "he", "h"]
    )


def test_an_umlaut_in_a_title_is_found_as_typed():
    assert {"lvsedianli", "lusedianli", "lyusedianli"} <= set(pinyin_tokens("绿色电力"))


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("融合", "'融合'"),
        ("产教融合 RAG", "'产教' & '教融' & '融合' & 'rag':*"),
        ("融", "'融':*"),
        ("融合，融合", "'融合'"),
        ("  ", ""),
        ("!&|:*()'\\", ""),
        ("c++", "'cplusplus':*"),
        ("it's a:b", "'it':* & 's':* & 'a':* & 'b':*"),
    ],
)
def test_a_query_is_the_and_of_its_terms(typed, query):
    assert tsquery(typed) == query


def test_accents_do_not_count_and_an_umlaut_is_a_v():
    assert (tsquery("Café lǜsè lüse"), tokens("ＣＡＦＥ")) == ("'cafe':* & 'lvse':*", ["cafe"])


def test_a_long_word_and_a_long_text_are_cut():
    assert tsquery("x" * 65) == f"'{'x' * 64}':*"
    assert tokens("x" * 65) == ["x" * 64]
    assert tokens("x-" + "y" * 65) == ["x", "x" + "y" * 63, "y" * 64]
    assert len(tsquery(" ".join(f"w{number}" for number in range(99))).split(" & ")) == 64


EXAMPLES = ["RISC-V 与 C++、C#", "产教融合（2026）", "㛃𠮷〇二", "５Ｇ＋算力", "Wi‑Fi 6E"]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_part_of_a_text_finds_it(text):
    text = half_width(text)
    document = tokens(text)
    parts = [text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    lost = [part for part in parts if starts_a_word(text, part)]
    lost = [part for part in lost for term in filter(None, tsquery(part).split(" & ")) if not matches(term, document)]
    assert lost == []


def starts_a_word(text: str, part: str) -> bool:
    """Latin words are found from their beginning on; Chinese from anywhere."""
    before = text[: text.index(part)][-1:]
    return not (before.isascii() and before.isalnum() and part[0].isascii() and part[0].isalnum())


@given(st.text(alphabet=st.characters(categories=["Lo"]), min_size=1, max_size=6), st.text(max_size=9))
def test_any_chinese_word_is_found_in_any_text(word, after):
    han = "".join(letter for letter in word if "\u3400" <= letter <= "\u9fff" or letter >= "\U00020000")
    document = tokens(han + after)
    assert all(matches(term, document) for term in filter(None, tsquery(han).split(" & ")))


@given(HAN, HAN, HAN)
def test_a_word_is_found_inside_any_longer_one(before, word, after):
    document = tokens(before + word + after)
    assert all(matches(term, document) for term in tsquery(word).split(" & "))


def matches(term: str, document: list[str]) -> bool:
    wanted = re.fullmatch(r"'(.*?)'(:\*)?", term)
    return any(token.startswith(wanted[1]) if wanted[2] else token == wanted[1] for token in document)


@pytest.mark.django_db
def test_postgresql_takes_every_query():
    typed = [
        "产教融合",
        "C++ 𠮷野 〇二",
        "5G 2.5D 1e5 0x1f",
        "a'b\\c",
        "café naïve Ünïcode",
        "مرحبا",
        "·•—",
        "x" * 9000,
        "芯片设计" * 999 + "abc" * 999,
    ]
    with connection.cursor() as cursor:
        for text in filter(None, map(tsquery, typed)):
            cursor.execute("SELECT to_tsquery('simple', %s)::text", [text])
            assert cursor.fetchone()[0]


@pytest.mark.django_db
def test_postgresql_finds_signs_and_rare_characters():
    document = tokens("精通 C++ 与 5G，李喆㛃")
    with connection.cursor() as cursor:
        for text in ("c++", "5g", "喆㛃", "李"):
            cursor.execute("SELECT array_to_tsvector(%s) @@ to_tsquery('simple', %s)", [document, tsquery(text)])
            assert cursor.fetchone()[0]
