from xml.etree import ElementTree

import pytest

from web.covers import GROUNDS, cover, emblem, ground_of, hero

LARGEST = 6_000


@pytest.mark.parametrize("hue", ["a", "b", "c", ""])
@pytest.mark.parametrize("kind", [*GROUNDS, "unheard-of"])
def test_cover_draws_a_small_picture_without_style(hue, kind):
    drawn = cover("推", hue, kind)
    svg = ElementTree.fromstring(drawn)
    assert svg.get("class") == f"art {ground_of('推', kind)}"
    assert svg.findtext("text") == "推"
    assert len(drawn) < LARGEST
    assert "style=" not in drawn


def test_the_same_words_draw_the_same_cover():
    cover.cache_clear()
    first = str(cover("芯", "c", "course"))
    cover.cache_clear()
    assert str(cover("芯", "c", "course")) == first


def test_another_character_draws_another_motif():
    assert cover("芯", "c", "tour").split("<text")[0] != cover("封", "c", "tour").split("<text")[0]


def test_each_hue_has_its_own_motif():
    motifs = {cover("推", hue, "tour").split("<text")[0] for hue in ("a", "b", "c")}
    assert len(motifs) == 3


def test_ground_comes_from_the_kind():
    assert ground_of("推", "tour") == "deep"
    assert ground_of("推", "online") == "wash"
    assert {ground_of(glyph, "course") for glyph in "推并芯索时冷诊封"} == {"deep", "wash", "paper"}


def test_a_glyph_cannot_carry_markup():
    assert "<script>" not in cover("<script>", "a", "course")


def test_hero_leaves_the_character_to_the_page():
    svg = ElementTree.fromstring(hero("推", "a"))
    assert [child.tag for child in svg] == ["rect", "g"]


def test_emblem_is_the_motif_alone():
    svg = ElementTree.fromstring(emblem("推", "a"))
    assert (svg.get("class"), [child.tag for child in svg]) == ("art gold", ["g"])
