"""Who a row speaks of, in lists of every kind: no database, many cases."""

from hypothesis import given
from hypothesis import strategies as st

from ecosystem.enums import EmploymentState
from talent_pool.people.rosters.columns import find_columns
from talent_pool.people.rosters.pairing import pair
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.staff import FACTS, Held

COLUMNS = find_columns(1, ["姓名", "工号", "手机号"])
PHONES = [f"+8613800000{number:03d}" for number in range(8)]
NUMBERS = ["", "E1", "E2", "E3", "E4", "e1"]


def held(pk: int, phone: str, staff_no: str = "", state: str = EmploymentState.PENDING, name: str = "沈知远") -> Held:
    facts = dict.fromkeys(FACTS, "") | {"name": name, "phone": phone, "staff_no": staff_no}
    return Held(pk=pk, person_id=pk, state=state, facts=facts)


def roster(*rows: tuple[str, str], name: str = "沈知远") -> Roster:
    told = [Row(number, name=name, phone=phone, staff_no=no) for number, (phone, no) in enumerate(rows, 2)]
    return Roster(COLUMNS, rows=told)


def matched(rows: Roster, *staff: Held) -> tuple[list, list]:
    pairs, faults = pair(rows, list(staff))
    told = [(row.number, there.pk if there else None) for row, there in pairs]
    return told, [(fault.row, fault.column) for fault in faults]


def test_staff_numbers_speak_before_phones_for_the_whole_file():
    told = [(2, None), (3, 1)], []
    assert matched(roster((PHONES[0], "E2"), (PHONES[1], "E1")), held(1, PHONES[0], "E1")) == told
    assert matched(roster((PHONES[0], ""), (PHONES[1], "E1")), held(1, PHONES[0], "E1")) == told


def test_a_staff_number_given_to_somebody_else_is_at_fault_once_it_was_confirmed():
    new_hire = roster((PHONES[1], "E1"), name="顾敏")
    confirmed = held(1, PHONES[0], "E1", EmploymentState.CONFIRMED)
    assert matched(new_hire, confirmed) == ([], [(2, "工号")])
    assert matched(new_hire, held(1, PHONES[0], "E1")) == ([(2, 1)], [])


def test_a_staff_number_that_its_holder_gives_up_in_the_same_file_is_free():
    rows = roster((PHONES[1], "E1"), (PHONES[0], "E9"), name="顾敏")
    rows.rows[1].name = "沈知远"
    confirmed = held(1, PHONES[0], "E1", EmploymentState.CONFIRMED)
    assert matched(rows, confirmed) == ([(2, None), (3, 1)], [])


def test_a_chain_of_ten_thousand_falls_in_no_time():
    staff = [held(number, f"+86{13_800_000_000 + number}", f"E{number}") for number in range(10_000)]
    rows = roster(*((f"+86{13_800_000_001 + number}", f"E{number}") for number in range(9_999)))
    told, faults = matched(rows, *staff)
    assert (told, len(faults)) == ([], 9_999)


STAFF = st.lists(st.tuples(st.sampled_from(PHONES), st.sampled_from(NUMBERS)), max_size=6, unique_by=lambda one: one[0])
ROWS = st.lists(st.tuples(st.sampled_from(PHONES), st.sampled_from(NUMBERS)), max_size=8, unique_by=lambda one: one[0])


@given(STAFF, ROWS)
def test_whatever_is_carried_out_leaves_every_phone_and_number_to_one_colleague(staff, rows):
    staff, rows = numbers_once(staff), numbers_once(rows)
    before = [held(pk, phone, no) for pk, (phone, no) in enumerate(staff, 1)]
    pairs, faults = pair(roster(*rows), before)
    after = {there.pk: (there.facts["phone"], there.facts["staff_no"]) for there in before}
    for place, (row, there) in enumerate(pairs):
        key = there.pk if there else -1 - place
        after[key] = (row.phone, row.staff_no or after.get(key, ("", ""))[1])
    phones = [phone for phone, _ in after.values()]
    numbers = [no.casefold() for _, no in after.values() if no]
    assert (len(phones), len(numbers)) == (len(set(phones)), len(set(numbers)))
    assert len(pairs) + len(faults) == len(rows)


def numbers_once(people: list[tuple[str, str]]) -> list[tuple[str, str]]:
    seen: set[str] = set()
    return [(phone, no) for phone, no in people if not no or not (no.casefold() in seen or seen.add(no.casefold()))]
