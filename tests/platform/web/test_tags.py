import re
from datetime import date

import pytest
from django.template import Context, Template
from django.utils.translation import override


def draw(source: str, **context) -> str:
    with override("en"):
        return Template("{% load web %}" + source).render(Context(context))


def test_track_marks_done_now_and_to_do():
    drawn = draw("{% track done=2 now=3 total=5 %}")
    assert re.findall(r'<i class="(\w*)">', drawn) == ["on", "on", "now", "", ""]
    assert 'aria-label="2 of 5 done"' in drawn


def test_a_very_long_track_is_a_bar():
    drawn = draw("{% track done=20 total=80 %}")
    assert (drawn.count("<i"), 'width="25%"' in drawn) == (0, True)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (0, "Full"),
        (-1, "Full"),
        (1, "1 seat left · nearly full"),
        (3, "3 seats left · nearly full"),
        (4, "4 seats left"),
    ],
)
def test_seats_say_when_they_are_few(left, said):
    assert re.sub(r"<[^>]+>", "", draw("{% seats left=left seats=20 %}", left=left)) == said


def test_leaf_names_month_day_and_weekday():
    drawn = draw("{% leaf day past=True %}", day=date(2026, 11, 24))
    assert drawn == ('<time class="leaf past" datetime="2026-11-24"><b>Nov</b><span>24</span><small>Tue</small></time>')


def test_avatar_shows_the_family_name():
    assert draw('{% avatar "沈知远" hue="a" size="l" gold=True %}') == (
        '<span class="ava a l gold" aria-hidden="true">沈</span>'
    )


@pytest.mark.parametrize(
    ("name", "lines"),
    [("钱湾", ["钱湾"]), ("钱湾智控", ["钱湾", "智控"]), ("南湖所", ["南湖", "所"]), ("", [""])],
)
def test_a_seal_is_cut_into_two_lines_at_most(name, lines):
    assert re.search(r"<span>(.*)</span></span>", draw("{% seal name %}", name=name)).group(1).split("<br>") == lines


def test_avatar_of_nobody_is_a_dot():
    assert draw("{{ name|initial }}", name=" ") == "·"


def test_cover_shows_an_uploaded_picture_instead_of_drawing():
    drawn = draw('{% cover glyph="推" hue="a" kind="course" tag="Course" src="/media/x.webp" %}')
    assert (drawn.count("<svg"), drawn.count('<img src="/media/x.webp" alt=""')) == (0, 1)


def test_names_cannot_carry_markup():
    drawn = draw(
        '{% cover glyph=x tag=x %}{% hero glyph=x %}{% seal x %}{% avatar x %}{% icon "lock" label=x %}', x="<b>"
    )
    assert "<b>" not in drawn


def test_empty_dates_stay_empty():
    assert draw("{{ nothing|day_time }}{{ nothing|hours }}{{ nothing|period:nothing }}", nothing=None) == ""


@pytest.mark.parametrize(("language", "lang"), [("zh-hans", "zh-CN"), ("en", "en")])
def test_html_lang_is_what_browsers_know(language, lang):
    with override(language):
        assert Template("{% load web %}{% html_lang %}").render(Context()) == lang
