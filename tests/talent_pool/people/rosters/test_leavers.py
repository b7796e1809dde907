"""Who stands on the staff and not in the file: listed, never ended."""

import pytest

from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.matching import leavers, looks_whole, plan_import
from talent_pool.people.rosters.reading import read_roster
from tests.factories import rosters
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db

STAFF = make_staff(10)


@pytest.fixture
def firm_with_staff(importing, firm):
    importing.commit(rosters.clean(STAFF), firm)
    return firm


def compared(content: bytes, firm, **corrections) -> tuple[list[str], bool]:
    plan = plan_import(read_roster(content, corrections=Corrections(**corrections)), firm)
    return sorted(held.facts["staff_no"] for held in leavers(plan, plan.staff)), looks_whole(plan, plan.staff)


@pytest.mark.parametrize(("count", "whole"), [(10, True), (6, True), (5, False), (1, False)])
def test_who_no_row_speaks_of_may_have_left(count, whole, firm_with_staff):
    gone = [person["staff_no"] for person in STAFF[count:]]
    assert compared(rosters.clean(STAFF[:count]), firm_with_staff) == (gone, whole)


def test_a_row_at_fault_or_left_out_still_speaks_of_its_person(firm_with_staff):
    rows = [plain_row(STAFF[0] | {"category": "?"}), plain_row(STAFF[1] | {"phone": "x"}), *map(plain_row, STAFF[2:9])]
    assert compared(xlsx([HEADERS, *rows]), firm_with_staff, skipped=frozenset({4})) == (["E00010"], True)


def test_who_refused_is_no_leaver(firm_with_staff):
    firm_with_staff.employments.filter(staff_no="E00010").update(state="refused")
    assert compared(rosters.clean(STAFF[:8]), firm_with_staff) == (["E00009"], True)


def test_a_firm_without_staff_has_no_leavers(firm):
    assert compared(rosters.clean(STAFF), firm) == ([], False)


def test_an_import_ends_nobody(importing, firm_with_staff):
    importing.commit(rosters.clean(STAFF[:2]), firm_with_staff)
    assert firm_with_staff.employments.filter(to_on=None).count() == 10
