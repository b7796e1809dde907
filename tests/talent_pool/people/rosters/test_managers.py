"""Line managers by number or by name: in the file first, then among the firm's staff; nobody above themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.models import Employment
from talent_pool.people.rosters.columns import find_columns
from talent_pool.people.rosters.managers import find_managers, settled
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.staff import FACTS, Held, Manager
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db

HEADER = ["姓名", "工号", "手机号", "直属上级"]


def people(*told: tuple[str, str]) -> bytes:
    """(name, line manager) each, with the numbers E1, E2 …"""
    return roster(
        *((name, f"E{place}", f"{17_700_000_000 + place}", above) for place, (name, above) in enumerate(told, 1))
    )


def roster(*rows: tuple) -> bytes:
    return xlsx([HEADER, *rows])


def above(firm) -> dict[str, str]:
    """Name to the name of the line manager."""
    mine = firm.employments.filter(to_on=None)
    return dict(mine.values_list("claimed_name", "line_manager__claimed_name"))


def faults(importing, firm, content) -> list[tuple]:
    return [(fault["row"], fault["column"], fault["kind"]) for fault in importing.look(content, firm)["faults"]]


@pytest.mark.parametrize(
    "header", ["上级工号", "汇报对象", "主管", "直线经理", "上级姓名", "Line Manager", "Reports to", "直属\n上级"]
)
def test_the_column_has_many_names(header, importing, firm):
    importing.commit(
        xlsx([["姓名", "手机号", header], ["甲一", "17700000001", ""], ["乙二", "17700000002", "甲一"]]), firm
    )
    assert above(firm) == {"甲一": None, "乙二": "甲一"}


@pytest.mark.parametrize(
    "written", ["e1", "李婉", "李 婉", "李婉 E1", "李婉(E1)", "李婉（E1）", "E1 李婉", "李婉/E1", "E1-李婉"]
)
def test_a_line_manager_is_found_in_the_file(written, importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", written)), firm)
    assert above(firm) == {"李婉": None, "顾敏": "李婉"}


def test_a_line_manager_may_stand_below_and_be_on_the_staff_already(importing, firm):
    importing.commit(people(("李婉", "无"), ("顾敏", "沈青"), ("沈青", "E1")), firm)
    assert above(firm) == {"李婉": None, "顾敏": "沈青", "沈青": "李婉"}
    importing.commit(roster(("新来", "E9", "17700000009", "顾敏"), ("再来", "E8", "17700000008", "e9")), firm)
    assert above(firm) == {"李婉": None, "顾敏": "沈青", "沈青": "李婉", "新来": "顾敏", "再来": "新来"}


def test_the_same_again_changes_nothing_and_another_one_is_an_update(importing, firm):
    content = people(("李婉", ""), ("顾敏", "李婉"), ("沈青", "李婉"))
    importing.commit(content, firm)
    assert importing.look(content, firm)["unchanged"] == 3
    outcome = importing.commit(people(("李婉", ""), ("顾敏", "李婉"), ("沈青", "顾敏")), firm)
    assert (outcome["updated"], outcome["unchanged"], above(firm)["沈青"]) == (1, 2, "顾敏")


def test_an_empty_cell_says_nothing(importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", "李婉")), firm)
    importing.commit(people(("李婉", ""), ("顾敏", "")), firm)
    assert above(firm)["顾敏"] == "李婉"


def test_who_is_nowhere_is_a_fault(importing, firm, other_firm):
    importing.commit(people(("别家", "")), other_firm)
    assert faults(importing, firm, people(("顾敏", "别家"))) == [(2, "直属上级", "unknown_manager")]


def test_a_name_of_several_is_a_fault_and_a_number_settles_it(importing, firm):
    twins = [("王伟", ""), ("王伟", "")]
    assert faults(importing, firm, people(*twins, ("顾敏", "王伟"))) == [(4, "直属上级", "ambiguous_manager")]
    assert faults(importing, firm, people(*twins, ("顾敏", "王伟 E2"))) == []


def test_a_circle_is_a_fault_of_all_who_form_it(importing, firm):
    circle = people(("甲一", "乙二"), ("乙二", "丙三"), ("丙三", "甲一"), ("丁四", "甲一"), ("戊五", "戊五"))
    assert faults(importing, firm, circle) == [(row, "直属上级", "circular_manager") for row in (2, 3, 4, 6)]
    importing.commit(circle, firm)
    assert above(firm) == {"丁四": None}  # whose manager was not imported


def test_a_circle_through_somebody_on_the_staff_is_a_fault(importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", "李婉")), firm)
    content = roster(("李婉", "E1", "17700000001", "顾敏"))
    assert faults(importing, firm, content) == [(2, "直属上级", "circular_manager")]


def test_two_may_exchange_places(importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", "李婉")), firm)
    importing.commit(people(("李婉", "顾敏"), ("顾敏", "沈青"), ("沈青", "")), firm)
    assert above(firm) == {"李婉": "顾敏", "顾敏": "沈青", "沈青": None}


def test_who_keeps_the_manager_of_before_may_close_a_circle(importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", "李婉"), ("沈青", "顾敏")), firm)
    content = people(("李婉", "沈青"), ("顾敏", "沈青"), ("沈青", ""))
    assert faults(importing, firm, content) == [(row, "直属上级", "circular_manager") for row in (2, 3)]
    importing.commit(content, firm)
    assert above(firm) == {"李婉": None, "顾敏": "李婉", "沈青": "顾敏"}


def test_a_manager_whose_own_row_is_at_fault_is_left_for_later(importing, firm):
    content = roster(("李婉", "E1", "x", ""), ("顾敏", "E2", "17700000002", "李婉"))
    assert faults(importing, firm, content) == [(2, "手机号", "invalid_phone")]
    importing.commit(content, firm)
    assert above(firm) == {"顾敏": None}
    importing.commit(people(("李婉", ""), ("顾敏", "李婉")), firm)
    assert above(firm) == {"李婉": None, "顾敏": "李婉"}


def test_a_refused_manager_who_is_claimed_anew_keeps_the_reports(importing, firm):
    importing.commit(people(("李婉", ""), ("顾敏", "李婉")), firm)
    Employment.objects.filter(claimed_name="李婉").update(state="refused")
    importing.commit(roster(("李婉", "E1", "17700000099", "")), firm)
    assert above(firm) == {"李婉": None, "顾敏": "李婉"}
    assert Employment.objects.get(claimed_name="顾敏").line_manager.claimed_phone == "+8617700000099"


PEOPLE = range(1, 7)
WANTED = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), max_size=6, unique_by=lambda one: one[0])


@given(
    stood=st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 5), max_size=5),
    wanted=WANTED,
    held=st.sets(st.sampled_from(PEOPLE)),
    dropped=st.sets(st.sampled_from(PEOPLE)),
)
def test_whatever_the_file_says_nobody_is_above_themselves(stood, wanted, held, dropped):
    """`stood` has only managers of smaller numbers, so no circle; `held` are on the staff, `dropped` rows fall out."""
    above = {pk: manager for pk, manager in stood.items() if pk in held and manager in held and manager < pk}
    staff = [
        Held(pk, pk, "pending", dict.fromkeys(FACTS, "") | {"staff_no": f"E{pk}"}, manager_id=above.get(pk))
        for pk in sorted(held)
    ]
    rows = [Row(one, name="甲", staff_no=f"E{one}", line_manager=f"E{other}") for one, other in wanted]
    told = Roster(find_columns(1, ["姓名", "工号", "手机号", "上级"]), rows=rows)
    meant = {row.number: row.number for row in rows if row.number in held}
    found = find_managers(told, staff, meant)
    out = dropped | {fault.row for fault in found.faults}
    meant = {number: pk for number, pk in meant.items() if number not in out}
    made = {row.number for row in rows if row.number not in held and row.number not in out}
    managers = settled(found.managers, staff, meant, made)
    after = above | {number: who.held or who.row for number, who in managers.items()}
    assert managers.keys() <= meant.keys() | made
    assert all(who == Manager(held=who.held) or who.row in made for who in managers.values())
    for start in after:
        seen, at = set(), start
        while at in after and at not in seen:
            seen.add(at)
            at = after[at]
        assert at not in seen
