"""The first whole path, in a real browser: a roster comes in, a person from it signs in, confirms, finds a course
by pinyin, enrolls, learns, and shows a certificate that anyone can verify. Once on a phone without script."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from openpyxl import Workbook
from playwright.sync_api import expect

from courses.learning.models import Certificate
from tests.factories.cms import checkpoint, make_course, make_lesson
from tests.factories.ecosystem import make_uscc
from tests.factories.learning import DAY, make_run

pytestmark = pytest.mark.django_db(transaction=True)
FIRM, PHONE, NAME = "示例链上科技有限公司", "13877700001", "尉迟雪"


@pytest.fixture
def roster(tmp_path):
    """A roster as an HR department sends it: a merged title, the header below, a full-width phone."""
    book = Workbook()
    sheet = book.active
    sheet.append(["示例链上科技花名册"])
    sheet.merge_cells("A1:E1")
    sheet.append(["员工姓名", "工 号", "联系电话", "所在部门", "人员类型"])
    sheet.append(
        [NAME, "E00001", PHONE.translate(str.maketrans("0123456789", "０１２３４５６７８９")), "算法平台部", "研发"]
    )
    sheet.append(["江遥", "E00002", "13877700002", "市场部", "市场"])
    book.save(tmp_path / "roster.xlsx")
    return tmp_path / "roster.xlsx"


@pytest.fixture
def course():
    course = make_course("产教融合实战", lessons=1, study_hours="6")
    make_lesson(course, "动手之前", body=[("text", "<p>先看评测集，再谈模型。</p>"), checkpoint()])
    now = timezone.now()
    make_run(
        course,
        name="秋季 1 期",
        starts_on=now.date(),
        ends_on=now.date() + 30 * DAY,
        enroll_opens_at=now - DAY,
        enroll_closes_at=now + 30 * DAY,
    )
    return course


@pytest.mark.parametrize(
    "browser_context_args",
    [
        pytest.param({"viewport": {"width": 1440, "height": 900}}, id="desk"),
        pytest.param({"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}, id="phone-no-script"),
    ],
    indirect=True,
)
def test_from_a_roster_to_a_certificate(page, live, roster, course):
    call_command("import_roster", str(roster), firm=make_uscc(77), firm_name=FIRM, commit=True)

    page.goto(f"{live}/accounts/login/code/")
    page.get_by_label("手机号").fill(PHONE)
    page.get_by_label("已读并同意").check()
    page.get_by_role("button", name="获取验证码").click()
    code = page.locator(".code-strip b").first.inner_text()
    page.locator("[autocomplete=one-time-code]").fill(code)
    page.get_by_role("button", name="登录").click()

    expect(page.get_by_text(FIRM).first).to_be_visible()
    expect(page.get_by_label("你的姓名")).to_have_value(NAME)
    page.get_by_role("button", name="没错，就是这样").click()
    expect(page.get_by_role("heading", name="全部课程")).to_be_visible()

    page.goto(f"{live}/courses/?q=ronghe")
    page.get_by_role("link", name="产教融合实战").first.click()
    page.get_by_role("button", name="报名").first.click()
    page.get_by_role("link", name="开始学习").first.click()

    page.get_by_role("button", name="学完").click()
    page.locator("label", has_text="先换更大的模型").click()
    page.get_by_role("button", name="答这题").click()
    expect(page.get_by_text("关于先换更大的模型")).to_be_visible()
    page.locator("label", has_text="先看评测集").click()
    page.get_by_role("button", name="再答一次").click()
    expect(page.get_by_text("关于先看评测集")).to_be_visible()

    page.goto(f"{live}/me/")
    expect(page.get_by_text("产教融合实战").first).to_be_visible()
    certificate = Certificate.objects.get()
    assert (certificate.learner_name, str(certificate.hours), certificate.issued_at.date()) == (
        NAME,
        "6.0",
        timezone.now().date(),
    )

    page.context.clear_cookies()
    page.goto(f"{live}/verify/{certificate.code}/")
    expect(page.get_by_text(NAME).first).to_be_visible()
    expect(page.get_by_text("13877700001")).to_have_count(0)
