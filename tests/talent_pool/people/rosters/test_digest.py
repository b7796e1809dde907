"""The deed meets what was looked at, or nothing is written."""

import datetime
import time

import pytest
from django.utils import timezone

from talent_pool.people.rosters.actions import RosterMoved, commit_roster
from talent_pool.people.rosters.columns import find_columns
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.digest import digest
from talent_pool.people.rosters.matching import FACTS, Change, Held, Plan, plan_import
from talent_pool.people.rosters.reading import Roster, read_roster
from talent_pool.people.rosters.rows import Row
from tests.factories import rosters
from tests.factories.rosters import make_staff

pytestmark = pytest.mark.django_db

AT = timezone.make_aware(datetime.datetime(2026, 11, 25, 9))
STAFF = make_staff(6)
MOVED = [person | {"post": "架构师"} for person in STAFF]


def told(content: bytes, firm, **corrections) -> str:
    roster = read_roster(content, corrections=Corrections(**corrections))
    return digest(plan_import(roster, firm), roster)


def commit(content: bytes, firm, seen: str):
    return commit_roster(roster=read_roster(content), organization=firm, by=None, at=AT, expected_digest=seen)


@pytest.fixture
def staffed(importing, firm):
    importing.commit(rosters.clean(STAFF[:4]), firm)
    return firm


def test_the_same_file_comes_to_the_same(staffed):
    assert told(rosters.clean(MOVED), staffed) == told(rosters.clean(MOVED), staffed)


@pytest.mark.parametrize(
    "change",
    [
        {"claimed_name": "另一人"},
        {"staff_no": "E77777"},
        {"claimed_phone": "+8617799999999"},
        {"post": "架构师"},
        {"version": 9},
        {"state": "refused"},
        {"to_on": datetime.date(2027, 1, 1)},
    ],
)
def test_whatever_moves_on_the_staff_moves_the_digest(change, staffed):
    before = told(rosters.clean(MOVED), staffed)
    staffed.employments.filter(staff_no="E00001").update(**change)
    assert told(rosters.clean(MOVED), staffed) != before


def test_corrections_move_the_digest(staffed):
    content = rosters.clean(MOVED)
    seen = {told(content, staffed), told(content, staffed, skipped=frozenset({2}))}
    seen |= {told(content, staffed, cells={(2, "post"): "x"}), told(content, staffed, blank=frozenset({(2, "post")}))}
    assert len(seen) == 4


def test_what_was_looked_at_is_carried_out(staffed):
    content = rosters.clean(MOVED)
    outcome = commit(content, staffed, told(content, staffed))
    assert (outcome.new, outcome.updated) == (2, 4)


def test_an_edit_by_hand_meanwhile_stops_the_import(staffed, everything_stored):
    content = rosters.clean(MOVED)
    seen = told(content, staffed)
    staffed.employments.filter(staff_no="E00001").update(post="总工", version=2)
    before = everything_stored()
    with pytest.raises(RosterMoved):
        commit(content, staffed, seen)
    assert everything_stored() == before


def test_two_imports_of_one_file_write_it_once(staffed):
    content = rosters.clean(MOVED)
    seen = told(content, staffed)
    commit(content, staffed, seen)
    with pytest.raises(RosterMoved):
        commit(content, staffed, seen)


def test_fifty_thousand_rows_in_any_order_come_to_the_same_in_a_second():
    columns = find_columns(1, ["姓名", "工号", "手机号"])
    rows = [Row(number, name="甲", phone=f"+86{number}", staff_no=f"E{number}") for number in range(2, 50_002)]
    facts = dict.fromkeys(FACTS, "")
    changes = [Change(Held(row.number, 1, "pending", facts), row, {"name": "乙", "phone": row.phone}) for row in rows]
    began = time.process_time()
    one = digest(Plan(new=rows[:25_000], changed=changes[25_000:]), Roster(columns))
    took = time.process_time() - began
    assert digest(Plan(new=rows[:25_000][::-1], changed=changes[25_000:][::-1]), Roster(columns)) == one
    assert took < 1
