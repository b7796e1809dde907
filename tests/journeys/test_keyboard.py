"""The way from the academy to a finished lesson with the keyboard alone, the focus always to be seen."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from courses.learning.models import Enrollment
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment, make_person
from tests.factories.learning import DAY, make_run

pytestmark = pytest.mark.django_db(transaction=True)
MOST_STEPS = 60
HELD = """() => {
    const held = document.activeElement;
    return held === document.body ? "" : held.innerText || held.id;
}"""
RINGED = """() => {
    const held = document.activeElement;
    const worn = [[held, null], [held, "::after"], [held.parentElement, null]];
    return worn.some(([element, part]) => getComputedStyle(element, part).outlineStyle !== "none");
}"""
"""The element that holds the focus, or the frame drawn around it, wears the ring."""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus rests on what carries these words, and see that it shows."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if words in page.evaluate(HELD):
            assert page.evaluate(RINGED), f"the focus on {words} cannot be seen"
            return
    raise AssertionError(f"{words} is not reached by Tab")


@pytest.fixture
def learner():
    person = make_person("江遥", phone="+8613877700009")
    make_employment(person)
    return person


@pytest.fixture
def course():
    course = make_course("产教融合实战", lessons=1)
    now = timezone.now()
    window = {"enroll_opens_at": now - DAY, "enroll_closes_at": now + 30 * DAY}
    make_run(course, starts_on=now.date(), ends_on=now.date() + 30 * DAY, **window)
    return course


def test_from_sign_in_to_a_finished_course_with_keys_alone(page, live, learner, course):
    page.goto(f"{live}/accounts/login/code/")
    tab_to(page, "id_phone")
    page.keyboard.type("13877700009")
    tab_to(page, "id_agree")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    code = page.locator(".code-strip b").first.inner_text()
    tab_to(page, "id_code")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="产教融合实战").first).to_be_visible()

    tab_to(page, "find-q")
    page.keyboard.type("rh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/courses/?q=rh")
    tab_to(page, "产教融合实战")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{course.slug}/")
    tab_to(page, "报名")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="开始学习")).to_be_visible()
    tab_to(page, "开始学习")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/1/")
    tab_to(page, "学完")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.get_by_text("结业").first).to_be_visible()
    assert Enrollment.objects.get().state == "completed"
