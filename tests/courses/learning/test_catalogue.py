"""Words and filters in; courses, counts and ways out back."""

import pytest

from courses.learning.catalogue import Catalogue, Criteria
from courses.learning.forms import CatalogueForm
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_chain
from tests.factories.learning import DAY, NOW, TODAY, make_enrollment, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def courses():
    """Three courses; only the first can be enrolled in."""
    compute = make_chain("compute", name="智能计算", slot="b", position=1)
    make_run(make_course("检索增强入门", lessons=1, study_hours="8"), seats=5)
    make_run(
        make_course("液冷机房", chain=compute, kind="tour", lessons=1, study_hours="2"), enroll_closes_at=NOW - DAY
    )
    make_course("标书怎么写", category="marketing", lessons=0, study_hours="4")


def catalogue(**asked) -> Catalogue:
    return Catalogue(Criteria(**asked), at=NOW)


def titles(**asked) -> list[str]:
    return [course.title for course in catalogue(**asked).courses]


def counts(found: Catalogue, name: str) -> dict[str, int]:
    facet = next(facet for facet in found.facets if facet.name == name)
    return {option.value: option.count for option in facet.options}


def test_without_a_wish_every_course_shows(courses):
    assert titles() == ["检索增强入门", "液冷机房", "标书怎么写"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "液冷"}, ["液冷机房"]),
        ({"q": "yeleng"}, ["液冷机房"]),
        ({"chain": "compute"}, ["液冷机房"]),
        ({"category": "marketing"}, ["标书怎么写"]),
        ({"kind": "tour"}, ["液冷机房"]),
        ({"state": "open"}, ["检索增强入门"]),
        ({"state": "open", "kind": "tour"}, []),
        ({"q": "没有的词"}, []),
    ],
)
def test_words_and_filters_narrow(courses, asked, found):
    assert titles(**asked) == found
    assert catalogue(**asked).total == len(found)


def test_shortest_first(courses):
    assert titles(sort="short") == ["液冷机房", "标书怎么写", "检索增强入门"]


def test_what_begins_soonest_comes_first(courses):
    make_run(make_course("下周开班", lessons=1), starts_on=TODAY + 7 * DAY)
    make_run(make_course("明天开班", lessons=1), starts_on=TODAY + DAY)
    assert titles(sort="soon")[:2] == ["明天开班", "下周开班"]


def test_each_value_says_how_many_it_would_show(courses):
    found = catalogue(chain="software_ai")
    assert counts(found, "chain") == {"software_ai": 2, "compute": 1}
    assert counts(found, "category") == {"rd": 1, "marketing": 1}
    assert counts(found, "state") == {"open": 1}
    assert found.unfiltered.count == 3


def test_a_course_whose_seats_are_gone_is_not_open(courses):
    run = make_run(make_course("只有一席", lessons=1), seats=1)
    assert "只有一席" in titles(state="open")
    make_enrollment(run)
    assert "只有一席" not in titles(state="open")


def test_a_chosen_value_lets_go_again(courses):
    facet = next(facet for facet in catalogue(kind="tour", q="液").facets if facet.name == "kind")
    chosen = next(option for option in facet.options if option.is_chosen)
    assert (chosen.value, chosen.query) == ("tour", "?q=%E6%B6%B2")


def test_an_empty_page_says_what_to_leave_out(courses):
    ways = catalogue(kind="tour", category="marketing").ways_out
    assert [(way.label, way.count, way.query, way.alone) for way in ways] == [
        ("Marketing", 1, "?kind=tour", False),
        ("Study tour", 1, "?category=marketing", False),
    ]


def test_an_empty_page_says_what_would_do_alone(courses):
    ways = catalogue(q="没有的词", kind="tour", category="marketing").ways_out
    assert [(way.label, way.query, way.alone) for way in ways] == [
        ("Marketing", "?category=marketing", True),
        ("Study tour", "?kind=tour", True),
    ]


def test_words_can_be_what_is_too_much(courses):
    ways = catalogue(q="没有的词", kind="tour").ways_out
    assert [(way.label, way.count, way.query) for way in ways] == [("没有的词", 1, "?kind=tour")]


@pytest.mark.parametrize(
    "asked", [{"chain": "nowhere"}, {"kind": "dance"}, {"category": "x" * 300}, {"state": "shut"}, {"sort": "odd"}]
)
def test_what_nobody_offers_is_no_filter(courses, asked):
    assert CatalogueForm(asked).criteria() == Criteria()


def test_the_address_says_the_criteria(courses):
    asked = {"q": "液冷 机房", "chain": "compute", "category": "rd", "kind": "tour", "state": "open", "sort": "soon"}
    criteria = CatalogueForm(asked).criteria()
    assert criteria == Criteria(**asked)
    assert criteria.query == (
        "?q=%E6%B6%B2%E5%86%B7+%E6%9C%BA%E6%88%BF&chain=compute&category=rd&kind=tour&state=open&sort=soon"
    )
