import pytest
from wagtail.hooks import register_temporarily

from cms import hooks
from tests.factories.cms import make_course

pytestmark = pytest.mark.django_db


def test_facts_of_several_rooms_come_together_and_every_page_has_some():
    one, two = make_course(lessons=0), make_course(lessons=0)
    asked = []

    def runs(pages, viewer):
        asked.append([page.pk for page in pages])
        return {one.pk: {"when": "12月1日 开班"}}

    with register_temporarily([("course_facts", runs), ("course_facts", lambda pages, viewer: {one.pk: {"seats": 3}})]):
        facts = hooks.course_facts([one, two], None)
    assert facts == {one.pk: {"when": "12月1日 开班", "seats": 3}, two.pk: {}}
    assert asked == [[one.pk, two.pk]]


def test_panels_that_say_nothing_are_left_out():
    with register_temporarily(
        [("course_panel", lambda page, request: ""), ("course_panel", lambda page, request: "x")]
    ):
        assert hooks.course_panels(None, None) == ["x"]


def test_one_yes_is_enough_to_read():
    with register_temporarily([("may_read", lambda page, user: False), ("may_read", lambda page, user: True)]):
        assert hooks.may_read(None, None) is True
