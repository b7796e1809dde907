"""Each fault once, with its ways out; every way out, taken, is rid of the fault."""

import pytest

from ecosystem.models import Department
from talent_pool.people.rosters.choices import Offer
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.matching import Plan, plan_import
from talent_pool.people.rosters.offers import offers
from talent_pool.people.rosters.reading import read_roster
from tests.factories.rosters import HEADERS, RESIDENT_ID, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

HEADER = [*HEADERS, "直属上级"]


def roster_of(**cells_by_place) -> bytes:
    """Six people, the cells of some changed: `{"3": {"phone": "x"}}` changes row 3."""
    rows = [plain_row(person | cells_by_place.get(f"r{row}", {})) for row, person in enumerate(make_staff(6), 2)]
    above = [cells_by_place.get(f"r{row}", {}).get("line_manager", "") for row in range(2, 8)]
    return xlsx([HEADER, *([*cells, manager] for cells, manager in zip(rows, above, strict=True))])


def looked(content: bytes, firm, corrections: Corrections | None = None) -> tuple[Plan, list[Offer]]:
    roster = read_roster(content, corrections=corrections)
    plan = plan_import(roster, firm)
    return plan, offers(roster, plan)


def told(offer: Offer) -> tuple:
    return offer.kind, offer.rows, offer.column, offer.value, offer.wants_text, [one.label for one in offer.choices]


def test_equal_words_are_told_once(firm):
    content = roster_of(r3={"category": "技师"}, r4={"category": "技师"}, r6={"category": "其他"})
    _plan, found = looked(content, firm)
    assert [told(offer) for offer in found] == [
        (
            "unknown_choice",
            (3, 4),
            "人才类别",
            "技师",
            False,
            ["All 2 rows: R&D", "All 2 rows: Management", "All 2 rows: Marketing", "Leave empty"],
        ),
        ("unknown_choice", (6,), "人才类别", "其他", False, ["R&D", "Management", "Marketing", "Leave empty"]),
    ]
    assert [told(one)[1:5] for one in found[0].each] == [
        ((3,), "人才类别", "技师", False),
        ((4,), "人才类别", "技师", False),
    ]


def test_a_phone_that_is_short_is_typed_anew(firm):
    content = roster_of(r3={"phone": "1770000000"})
    _plan, (offer,) = looked(content, firm)
    assert told(offer) == ("invalid_phone", (3,), "手机号", "1770000000", True, ["Leave this row out"])
    assert offer.problem == "is one digit short"
    plan, found = looked(content, firm, offer.typed(" 17700000001 "))
    assert (found, plan.faulty, len(plan.new)) == ([], 0, 6)


def test_a_day_that_is_none_gets_the_last_of_its_month(firm):
    _plan, (offer,) = looked(roster_of(r3={"joined_on": "2024-02-30"}), firm)
    assert told(offer) == ("invalid_date", (3,), "入职日期", "2024-02-30", True, ["2024-02-29", "Leave empty"])


def test_of_two_with_one_phone_one_is_kept(firm):
    content = roster_of(r6={"phone": "17700000000"})
    _plan, (offer,) = looked(content, firm)
    assert told(offer)[1:] == ((2, 6), "手机号", "+8617700000000", False, ["Keep 单立新", "Keep 吕绿漪"])
    plan, found = looked(content, firm, offer.choices[1].corrections)
    assert ([row.number for row in plan.new], found) == ([3, 4, 5, 6, 7], [])


def test_namesakes_with_one_phone_are_told_by_their_rows(firm):
    content = roster_of(r6={"phone": "17700000000", "name": "单立新"})
    assert [one.label for one in looked(content, firm)[1][0].choices] == ["Keep row 2", "Keep row 6"]


def test_a_colleagues_staff_number_may_be_left_empty(importing, firm):
    importing.commit(roster_of(), firm)
    firm.employments.filter(staff_no="E00001").update(state="confirmed")
    content = xlsx([HEADERS, plain_row(make_staff(1)[0] | {"name": "新人", "phone": "17799990000"})])
    _plan, (offer,) = looked(content, firm)
    assert (offer.problem, [one.label for one in offer.choices]) == (
        "belongs to 单立新 on your roster",
        ["Leave this row out", "Leave empty"],
    )


def test_a_manager_of_whom_there_are_several_is_chosen_by_number(firm):
    content = roster_of(
        r2={"name": "王伟"}, r3={"name": "王伟"}, r5={"line_manager": "王伟"}, r6={"line_manager": "王伟"}
    )
    _plan, (offer,) = looked(content, firm)
    assert told(offer)[1:] == (
        (5, 6),
        "直属上级",
        "王伟",
        True,
        ["王伟 E00001 算法工程师", "王伟 E00002 验证工程师", "Leave empty"],
    )


SPOILED = {
    "r2": {"phone": "177", "joined_on": "2023-02-30"},
    "r3": {"name": ""},
    "r4": {"category": "技师", "education": "自学"},
    "r5": {"category": "技师", "staff_no": "E00002"},
    "r6": {"line_manager": "没有这人"},
    "r7": {"line_manager": "尉迟雪", "phone": "17700000004"},
}


def test_every_way_out_is_one(firm):
    content = roster_of(**SPOILED)
    plan, found = looked(content, firm)
    assert {offer.kind for offer in found} == {str(fault.kind) for fault in plan.faults}
    for offer in [*found, *(alone for whole in found for alone in whole.each)]:
        for choice in offer.choices:
            after, _found = looked(content, firm, choice.corrections)
            mine = {(row, offer.kind, offer.field) for row in offer.rows}
            assert mine & {(fault.row, str(fault.kind), fault.field) for fault in after.faults} == set()


def test_all_ways_out_together_leave_no_fault(firm):
    content = roster_of(**SPOILED)
    standing = Corrections()
    for _touch in range(12):
        plan, found = looked(content, firm, standing)
        if not found:
            break
        standing |= found[0].choices[-1].corrections
    assert (plan.faulty, found) == (0, [])


def test_the_same_offer_has_the_same_key_at_the_next_look(firm):
    keys = [[offer.key for offer in looked(roster_of(**SPOILED), firm)[1]] for _look in range(2)]
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == len(keys[0])


def test_no_offer_tells_a_resident_id(firm):
    content = roster_of(r2={"phone": RESIDENT_ID}, r3={"category": RESIDENT_ID}, r4={"joined_on": f"x{RESIDENT_ID}"})
    assert RESIDENT_ID not in str([offer.as_json() for offer in looked(content, firm)[1]])


@pytest.mark.parametrize(
    ("known", "written", "meant"),
    [
        ("算法一部", "算法1部", "算法一部"),
        ("芯片验证部", "芯片验正部", "芯片验证部"),
        ("基础软件部", "基础软件中心", "基础软件部"),
        ("人力资源部", "人力资源部门", "人力资源部"),
        ("算法一部", "算法二部", None),
        ("华东销售部", "华南销售部", None),
        ("市场部", "总经办", None),
        ("研发中心", "研发中心/算法部", None),
    ],
)
def test_a_new_department_that_is_like_a_known_one_is_a_doubt(known, written, meant, firm):
    Department.objects.create(organization=firm, name=known)
    content = xlsx([HEADERS, plain_row(make_staff(1)[0] | {"department": written})])
    plan, found = looked(content, firm)
    assert len(plan.new) == 1
    if meant is None:
        assert found == []
        return
    (offer,) = found
    assert (offer.is_fault, [one.label for one in offer.choices]) == (False, [f"It is {meant}", "A new department"])
    for choice, department in zip(offer.choices, (meant, written), strict=True):
        after, left = looked(content, firm, choice.corrections)
        assert (after.new[0].department, left) == (department, [])


def test_two_ways_to_write_one_new_department_are_a_doubt(firm):
    content = roster_of(r2={"department": "算法1部"}, r3={"department": "算法一部"}, r4={"department": "算法一部"})
    assert [(offer.value, offer.choices[0].label) for offer in looked(content, firm)[1]] == [
        ("算法1部", "It is 算法一部")
    ]
