"""How each column was understood, as the screen tells it."""

import pytest

from talent_pool.people.rosters.described import described
from talent_pool.people.rosters.matching import plan_import
from talent_pool.people.rosters.reading import read_roster
from tests.factories import rosters
from tests.factories.rosters import HEADERS, RESIDENT_ID, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def told(content: bytes, firm) -> dict[str, tuple]:
    roster = read_roster(content)
    columns = described(roster, plan_import(roster, firm))
    return {one.header: (one.field, one.understood, one.is_doubt) for one in columns}


def test_an_untidy_roster_is_described_column_by_column(firm):
    content, _truth = rosters.untidy(make_staff(24))
    assert told(content, firm) == {
        "序号": ("", "not used", False),
        "员工姓名": ("name", "spaces and the dots in names are written one way; 1 cell to be corrected", True),
        "工 号": ("staff_no", "as written; 1 cell to be corrected", True),
        "联系电话": (
            "phone",
            "full-width digits, spaces and country codes were read; 3 cells to be corrected",
            True,
        ),
        "电子邮箱": ("email", "as written", False),
        "所在部门": ("department", "4 departments", False),
        "职务": ("post", "as written", False),
        "人员类型": ("category", "3 kinds were recognized; “其他” cannot be told in 1 row", True),
        "职称等级": ("title", "3 titles", False),
        "最高学历": ("education", "4 levels of the national standard", False),
        "入职时间": ("joined_on", "4 ways of writing days were read; 1 cell to be corrected", True),
        "专业技能": ("skills", "5 skills were recognized", False),
        "身份证号": ("", "This column was not read at all; such data are not stored here.", False),
    }


def test_words_that_wait_for_review_are_a_doubt(firm):
    content = rosters.clean([make_staff(1)[0] | {"skills": f"Python、{rosters.UNKNOWN_SKILL}"}])
    assert told(content, firm)["技能"] == ("skills", "1 skill was recognized; “量子养猪” waits for review", True)


def test_samples_are_shown_as_they_are(firm):
    roster = read_roster(xlsx([[*HEADERS, "身份证号"], [*plain_row(make_staff(1)[0]), RESIDENT_ID]]))
    columns = described(roster, plan_import(roster, firm))
    assert (columns[0].samples, columns[2].samples) == (("单立新",), ("17700000000",))
    assert (columns[-1].samples, columns[-1].is_left_out) == ((), True)
    assert RESIDENT_ID not in str(columns)


def test_departments_that_are_new_are_counted(importing, firm):
    importing.commit(rosters.clean(make_staff(2)), firm)
    assert told(rosters.clean(make_staff(4)), firm)["部门"] == ("department", "4 departments, 2 of them new", False)
