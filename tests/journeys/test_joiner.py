"""Somebody on no roster comes in on a phone: HR's link, HR's yes, a code, one tap; with script and without."""

import re
import time

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from ecosystem.enums import EmploymentState
from ecosystem.models import CorrectionRequest, Employment
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db(transaction=True)
FIRM, NAME, PHONE, HR_PHONE = "钱湾智控有限公司", "蒋一舟", "13977700011", "+8613977700010"
A_MINUTE = 60


@pytest.fixture
def firm():
    cache.clear()
    firm, hr = make_organization(FIRM), make_person("顾清禾", phone=HR_PHONE)
    make_role(hr, firm)
    return firm


def sign_in(page, live, phone):
    page.goto(f"{live}/accounts/login/code/")
    page.get_by_label("手机号").fill(phone)
    page.get_by_label("已读并同意").check()
    page.get_by_role("button", name="获取验证码").click()
    code = page.locator(".code-strip b").first.inner_text()
    page.locator("[autocomplete=one-time-code]").fill(code)
    page.get_by_role("button", name="登录").click()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def phone(request, browser, live):
    """A phone; each person has one of their own."""
    opened = []

    def take():
        size = {"viewport": {"width": 390, "height": 844}, "locale": "zh-CN"}
        opened.append(browser.new_context(java_script_enabled=request.param, **size))
        return opened[-1].new_page()

    yield take
    for context in opened:
        context.close()


def made_link(page, live) -> str:
    page.goto(f"{live}/desk/invitations/")
    page.get_by_role("button", name="生成链接").click()
    return page.get_by_label("网址").input_value()


def test_a_joiner_comes_in_within_a_minute_and_has_one_thing_corrected(phone, live, firm):
    desk, mine = phone(), phone()
    sign_in(desk, live, HR_PHONE)
    expect(desk).to_have_url(re.compile("/(home|desk)/"))
    address = made_link(desk, live)

    mine.goto(address)
    expect(mine.get_by_role("heading", name=FIRM)).to_be_visible()
    mine.get_by_label("你的姓名").fill(NAME)
    mine.get_by_label("你的手机号").fill(PHONE)
    mine.get_by_role("button", name="申请加入").click()
    expect(mine.get_by_role("heading", name="申请已交给人事")).to_be_visible()

    desk.goto(f"{live}/desk/requests/")
    desk.get_by_role("button", name="同意加入").click()
    expect(desk.get_by_text("已列入名册")).to_be_visible()

    began = time.monotonic()
    sign_in(mine, live, PHONE)
    expect(mine.get_by_label("你的姓名")).to_have_value(NAME)
    mine.get_by_text("有地方不对").click()
    mine.get_by_label("哪里不对").select_option("post")
    mine.get_by_label("应该是什么").fill("算法工程师")
    mine.get_by_role("button", name="进入并告诉人事").click()
    expect(mine.get_by_role("link", name=re.compile("我的"))).not_to_have_count(0)
    assert time.monotonic() - began < A_MINUTE
    held = Employment.objects.get(claimed_name=NAME)
    assert (held.organization, held.state) == (firm, EmploymentState.CONFIRMED)

    desk.goto(f"{live}/desk/corrections/")
    desk.get_by_role("button", name="更正").first.click()
    expect(desk.get_by_text("已更正")).to_be_visible()
    held.refresh_from_db()
    assert (held.post, CorrectionRequest.objects.get().state) == ("算法工程师", "accepted")


def test_who_is_on_a_roster_comes_in_by_one_tap(phone, live, firm):
    held = make_employment(make_person("", phone=f"+86{PHONE}"), firm, claimed_name=NAME, state=EmploymentState.PENDING)
    mine = phone()
    began = time.monotonic()
    sign_in(mine, live, PHONE)
    mine.get_by_role("button", name="没错，就是这样").click()
    expect(mine.get_by_role("heading", name="全部课程")).to_be_visible()
    assert time.monotonic() - began < A_MINUTE
    held.refresh_from_db()
    assert (held.state, held.person.full_name) == (EmploymentState.CONFIRMED, NAME)
