"""An HR department comes in, in one sitting: it applies, is accepted and invited, brings a messy roster, mends ten
faults in six answers, writes it, sees its people by department, takes it back, and writes it again.
"""

import re
from pathlib import Path

import pytest
from django.core.cache import cache
from PIL import Image
from playwright.sync_api import expect

from audit.tasks import sweep_outbox
from demo.sms import TEXTS
from ecosystem.models import Employment, Organization
from jobs import tasks
from jobs.models import Job
from messaging.tasks import sweep_texts
from tests.factories.ecosystem import make_uscc
from tests.factories.messy_roster import ANSWERS, FAULTS, IN_RESEARCH, PEOPLE, write_messy_roster
from tests.house.world import make_office
from tests.journeys.test_joiner import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
FIRM, HR, PHONE, OFFICE_PHONE = "示例链上科技有限公司", "姜弈", "13877709999", "13877709000"


@pytest.fixture
def files(tmp_path) -> tuple[Path, Path]:
    cache.clear()
    licence, roster = tmp_path / "licence.png", tmp_path / "11月名册.xlsx"
    Image.new("RGB", (600, 400), "white").save(licence)
    write_messy_roster(roster)
    return licence, roster


@pytest.fixture
def office():
    person = make_office()
    person.phone = f"+86{OFFICE_PHONE}"
    person.save()
    return person


def worker() -> None:
    """What the worker does between two clicks."""
    sweep_outbox()
    sweep_texts()
    for pk in Job.objects.unfinished().values_list("pk", flat=True):
        tasks.run_job(pk)


def leave(page, live) -> None:
    page.context.clear_cookies()
    page.goto(live)


def test_an_hr_department_comes_in_in_one_sitting(page, live, office, files):
    licence, roster = files
    code = make_uscc(88)
    apply(page, live, licence, mistyped(code))
    page.get_by_role("button", name=re.compile(code)).click()
    expect(page).to_have_url(re.compile(r"/join/organization/[0-9a-f-]{36}/"))

    sign_in(page, live, OFFICE_PHONE)
    expect(page.get_by_role("heading", name="入驻申请待办")).to_be_visible()
    page.get_by_role("link", name="查看并办理").click()
    page.get_by_role("button", name="通过", exact=True).click()
    worker()
    assert Organization.objects.filter(name=FIRM, uscc=code).exists()
    assert [text["phone"] for text in cache.get(TEXTS)] == [f"+86{PHONE}"]

    leave(page, live)
    sign_in(page, live, PHONE)
    expect(page.get_by_label("你的姓名")).to_have_value(HR)
    page.get_by_role("button", name="没错，就是这样").click()
    page.goto(f"{live}/home/")
    expect(page.get_by_role("heading", name=re.compile("弈"))).to_be_visible()

    page.get_by_role("link", name="名册", exact=True).click()
    page.get_by_label("名册文件").set_input_files(roster)
    page.get_by_role("button", name="看一看").click()
    expect(page.get_by_role("heading", name=f"要改的 {FAULTS} 行")).to_be_visible()
    mend(page)
    expect(page.get_by_role("heading", name="没有要改的")).to_be_visible()

    written = PEOPLE - 1  # of two rows with one phone, one is kept
    write(page, written)
    see_departments(page, live, written)

    page.get_by_role("button", name="全部撤销").click()
    worker()
    expect(page.get_by_text("已撤销")).to_be_visible()
    assert Employment.objects.filter(organization__name=FIRM).count() == 1

    page.get_by_role("button", name="用同一份文件再核对").click()
    write(page, written)
    see_departments(page, live, written)


def mistyped(code: str) -> str:
    """As the licence is often read: O for 0."""
    return code.replace("0", "O", 1)


def apply(page, live, licence: Path, code: str) -> None:
    page.goto(f"{live}/join/organization/")
    page.get_by_label("单位全称").fill(FIRM)
    page.get_by_label("统一社会信用代码").fill(code)
    page.locator("[type=file]").set_input_files(licence)
    page.get_by_label("你的姓名").fill(HR)
    page.get_by_label("你的职务").fill("人事经理")
    page.get_by_label("你的手机号").fill(PHONE)
    page.get_by_role("button", name="提交申请").click()


def mend(page) -> None:
    answers = (
        lambda: page.get_by_role("button", name="4 行都算研发").click(),
        lambda: page.get_by_role("button", name="2 行都算管理").click(),
        lambda: page.get_by_role("button", name="2024-02-29").click(),
        lambda: page.locator("#fix li", has_text="少 1 位").get_by_role("textbox").press_sequentially("13877700012\n"),
        lambda: page.locator("#fix li", has_text="出现在好几行").get_by_role("button").first.click(),
        lambda: page.locator("#fix li", has_text="孟不在").get_by_role("button", name="先空着").click(),
    )
    assert len(answers) == ANSWERS
    for answer in answers:
        answer()
        page.wait_for_load_state()


def write(page, rows: int) -> None:
    page.get_by_role("button", name=f"写入 {rows} 行").click()
    worker()
    expect(page.get_by_text(f"写完了，{rows} 行")).to_be_visible()


def see_departments(page, live, people: int) -> None:
    """The people of one branch, the two departments below it together."""
    roster = page.url
    page.goto(f"{live}/desk/departments/")
    page.get_by_role("link", name="研发中心").first.click()
    expect(page.locator("tbody tr")).to_have_count(IN_RESEARCH)
    assert Employment.objects.current().filter(organization__name=FIRM).count() == people + 1
    page.goto(roster)
