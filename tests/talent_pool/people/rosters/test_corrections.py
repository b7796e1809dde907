"""What HR corrects is read as if it had stood in the file."""

import datetime

import pytest
from django.utils import timezone

from talent_pool.people.rosters.actions import commit_roster
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.reading import Roster, read_roster
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db

STAFF = make_staff(4)
CONTENT = xlsx(
    [
        HEADERS,
        plain_row(STAFF[0] | {"phone": "1770000000"}),
        plain_row(STAFF[1] | {"category": "技师"}),
        plain_row(STAFF[2] | {"category": "技师", "department": "研发中心 > 芯片部"}),
        plain_row(STAFF[3] | {"phone": STAFF[1]["phone"], "joined_on": "2024-02-30"}),
    ]
)


def read(**corrections) -> Roster:
    return read_roster(CONTENT, corrections=Corrections(**corrections))


def faults(roster: Roster) -> list[tuple]:
    return [(fault.row, fault.field, str(fault.kind), fault.value) for fault in roster.faults]


WRONG = [
    (2, "phone", "invalid_phone", "1770000000"),
    (3, "category", "unknown_choice", "技师"),
    (4, "category", "unknown_choice", "技师"),
    (5, "joined_on", "invalid_date", "2024-02-30"),
    (5, "phone", "duplicate_in_file", "+8617700000001"),
]


def test_without_a_correction_every_fault_tells_what_stood_there():
    assert faults(read()) == WRONG


def test_a_cell_is_replaced():
    roster = read(cells={(2, "phone"): "１７７ 0000 0000", (5, "phone"): "17700000003"})
    assert faults(roster) == [*WRONG[1:3], WRONG[3]]
    assert [(row.number, row.phone) for row in roster.rows] == [(2, "+8617700000000")]


def test_a_replaced_cell_may_be_wrong_again():
    assert faults(read(cells={(2, "phone"): "17700000001"}))[-1] == WRONG[4]
    assert (3, "phone", "duplicate_in_file", "+8617700000001") in faults(read(cells={(2, "phone"): "17700000001"}))


def test_a_word_is_replaced_in_every_row():
    roster = read(words={"category": {"技师": "rd"}})
    assert faults(roster) == [WRONG[0], WRONG[3], WRONG[4]]
    assert [row.category for row in roster.rows] == ["rd", "rd"]


def test_a_word_may_mean_nothing():
    assert [row.category for row in read(words={"category": {"技师": ""}}).rows] == ["", ""]


def test_a_department_is_meant_by_its_path():
    roster = read(words={"category": {"技师": "rd"}, "department": {"研发中心/芯片部": "芯片验证部"}})
    assert [row.department for row in roster.rows] == ["芯片验证部", "芯片验证部"]


def test_one_cell_speaks_before_its_word():
    roster = read(words={"category": {"技师": "rd"}}, cells={(4, "category"): "市场"})
    assert [row.category for row in roster.rows] == ["rd", "marketing"]


def test_a_cell_may_say_nothing():
    roster = read(blank={(5, "joined_on")}, cells={(5, "phone"): "17700000003"})
    assert [(row.number, row.joined_on) for row in roster.rows] == [(5, None)]


def test_a_row_that_is_left_out_is_nobodys_double():
    roster = read(skipped=frozenset({3}), blank={(5, "joined_on")})
    assert faults(roster) == [WRONG[0], WRONG[2]]
    assert ([row.number for row in roster.rows], [row.number for row in roster.skipped_rows]) == ([5], [3])


def test_a_column_that_is_not_there_is_not_made():
    content = xlsx([["姓名", "手机号"], ["甲一", "17700000000"]])
    roster = read_roster(content, corrections=Corrections({(2, "post"): "经理"}))
    assert [row.post for row in roster.rows] == [""]


def test_later_corrections_hold():
    first = Corrections(cells={(2, "phone"): "1", (3, "phone"): "2"}, words={"category": {"甲": "rd", "乙": "rd"}})
    later = Corrections(cells={(4, "phone"): "3"}, words={"category": {"乙": ""}}, blank=frozenset({(2, "phone")}))
    assert first | later == Corrections(
        cells={(3, "phone"): "2", (4, "phone"): "3"},
        words={"category": {"甲": "rd", "乙": ""}},
        blank=frozenset({(2, "phone")}),
    )
    assert (first | later | Corrections(cells={(2, "phone"): "9"})).blank == frozenset()


def test_corrections_are_kept_as_json():
    whole = Corrections(
        cells={(2, "phone"): "1"},
        words={"category": {"甲": "rd"}},
        skipped=frozenset({7}),
        blank=frozenset({(5, "title")}),
    )
    assert Corrections.from_json(whole.as_json()) == whole
    assert Corrections.from_json({}) == Corrections()


def test_corrections_are_carried_out(firm):
    roster = read(cells={(2, "phone"): "17700000000", (5, "joined_on"): "2024-02-29"}, skipped=frozenset({3, 4}))
    outcome = commit_roster(roster=roster, organization=firm, by=None, at=timezone.now())
    assert (outcome.new, outcome.faulty) == (2, 0)
    assert sorted(firm.employments.values_list("claimed_phone", "joined_on")) == [
        ("+8617700000000", datetime.date(2016, 2, 28)),
        ("+8617700000001", datetime.date(2024, 2, 29)),
    ]
