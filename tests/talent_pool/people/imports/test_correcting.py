"""Corrections in place: one offer, several at once, a cell, a row left out; what was said is remembered."""

import pytest
from django.urls import reverse
from django.utils import timezone

from talent_pool.people import rules
from talent_pool.people.imports.actions import correcting
from talent_pool.people.models import RosterImport, RosterWord
from talent_pool.people.models.imports import ImportState, RowResult
from talent_pool.people.rosters.corrections import Corrections
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx
from tests.talent_pool.people.imports.conftest import address, sheet_of

pytestmark = pytest.mark.django_db


def row(number: int, **facts) -> list:
    return plain_row(make_staff(1, first=number, phones=17_700_000_000 + number)[0] | facts)


def send(desk, roster: RosterImport, name: str = "correct", **said):
    return desk.browser().post(address(name, roster), {"version": roster.version, **said})


def offer_of(roster: RosterImport, kind: str) -> dict:
    return next(offer for offer in roster.offers if offer["kind"] == kind)


def now(roster: RosterImport) -> RosterImport:
    return RosterImport.objects.get(pk=roster.pk)


@pytest.fixture
def spoiled(desk) -> RosterImport:
    """Ten rows at fault: a short phone, four days that are none, four words for a category, two rows of one phone."""
    rows = [row(1), row(2, phone="1770000")]
    rows += [row(number, joined_on="2024-02-30") for number in (3, 4, 5, 6)]
    rows += [row(number, category="技术岗员") for number in (7, 8, 9, 10)]
    rows += [row(11, phone="17700000001", name="解敏")]
    return desk.bring(sheet_of(*rows))


def test_ten_rows_at_fault_need_four_touches(desk, spoiled):
    assert spoiled.numbers["faulty"] == 10
    send(desk, spoiled, answer="suggested")
    spoiled = now(spoiled)
    assert spoiled.numbers["faulty"] == 6
    category = offer_of(spoiled, "unknown_choice")
    send(desk, spoiled, answer=f"{category['key']}:0")
    spoiled = now(spoiled)
    phone = offer_of(spoiled, "invalid_phone")
    send(desk, spoiled, **{f"text-{phone['key']}": "17700000222", "answer": "typed"})
    spoiled = now(spoiled)
    assert [offer["kind"] for offer in spoiled.offers] == ["duplicate_in_file"]
    send(desk, spoiled, answer=f"{spoiled.offers[0]['key']}:0")
    spoiled = now(spoiled)
    assert (spoiled.numbers["faulty"], spoiled.numbers["new"], spoiled.numbers["skipped"]) == (0, 10, 1)
    assert spoiled.rows.get(number=3).facts["phone"] == "+8617700000222"


def test_what_was_typed_is_taken_along_with_what_was_touched(desk, spoiled):
    phone, category = offer_of(spoiled, "invalid_phone"), offer_of(spoiled, "unknown_choice")
    said = {f"text-{phone['key']}": "17700000222", "answer": f"{category['key']}:0"}
    send(desk, spoiled, **said)
    assert {offer["kind"] for offer in now(spoiled).offers} == {"invalid_date", "duplicate_in_file"}


def test_a_stale_page_loses_nothing_and_changes_nothing(desk, spoiled):
    phone = offer_of(spoiled, "invalid_phone")
    send(desk, spoiled, answer="suggested")
    stands = now(spoiled)
    answer = send(desk, spoiled, **{f"text-{phone['key']}": "17700000222", "answer": "typed"})
    assert answer.status_code == 422
    assert 'value="17700000222"' in answer.content.decode()
    assert (now(spoiled).version, now(spoiled).corrections) == (stands.version, stands.corrections)


def test_a_cell_is_corrected_in_the_list_of_rows_at_fault(desk, spoiled):
    said = {"cell-3-phone": "17700000222", "was-cell-3-phone": "1770000", "answer": "typed"}
    said |= {"cell-4-joined_on": "2024-02-30", "was-cell-4-joined_on": "2024-02-30"}
    send(desk, spoiled, **said)
    assert Corrections.from_json(now(spoiled).corrections).cells == {(3, "phone"): "17700000222"}
    page = desk.browser().get(address("import", spoiled) + "?show=faulty").content.decode()
    assert 'name="cell-4-joined_on"' in page


def test_a_row_is_left_out_and_taken_in_again(desk, spoiled):
    send(desk, spoiled, "skip", row=2)
    assert list(now(spoiled).rows.filter(result=RowResult.SKIPPED).values_list("number", flat=True)) == [2]
    send(desk, now(spoiled), "skip", row=2, back=1)
    assert now(spoiled).numbers["skipped"] == 0


def test_nothing_is_corrected_once_it_is_written(desk, roster):
    written = desk.write(roster)
    with pytest.raises(rules.ImportRefused):
        correcting.skip(roster=written, version=written.version, rows=[2], back=False, by=desk.hr, at=timezone.now())


def test_a_word_said_once_holds_for_the_next_roster_until_it_is_forgotten(desk, spoiled):
    send(desk, spoiled, answer=f"{offer_of(spoiled, 'unknown_choice')['key']}:1")
    again = desk.bring(sheet_of(row(20), row(21, category="技术岗员")))
    assert again.numbers["faulty"] == 0
    assert again.rows.get(number=3).facts["category"] == "management"
    page = desk.browser().get(address("import", again)).content.decode()
    word = RosterWord.objects.get()
    assert "技术岗员" in page and f'value="{word.pk}"' in page
    send(desk, again, "forget_word", word=word.pk)
    assert (now(again).numbers["faulty"], RosterWord.objects.count()) == (1, 0)


def test_another_firms_word_cannot_be_forgotten(desk, spoiled, other_desk):
    send(desk, spoiled, answer=f"{offer_of(spoiled, 'unknown_choice')['key']}:1")
    roster = other_desk.bring(sheet_of(row(1)))
    assert send(other_desk, roster, "forget_word", word=RosterWord.objects.get().pk).status_code == 404


def test_columns_are_said_and_remembered(desk):
    rows = [["大名", "打给谁", "属于哪里"], ["江遥", "17700000001", "算法部"], ["何静", "17700000002", "算法部"]]
    roster = desk.bring(xlsx(rows))
    assert roster.state == ImportState.ASKING
    page = desk.browser().get(address("import", roster)).content.decode()
    assert "大名" in page and "打给谁" in page
    said = {"sheet": roster.understood["sheet"], "header_row": 1}
    fields = {"field-0": "name", "field-1": "phone", "field-2": "department"}
    assert send(desk, roster, "columns", **said, **fields).status_code == 302
    roster = now(roster)
    assert (roster.state, roster.numbers["new"]) == (ImportState.LOOKED, 2)
    again = desk.bring(xlsx([*rows, ["沈云", "17700000003", "市场部"]]))
    assert (again.state, again.numbers["new"]) == (ImportState.LOOKED, 3)


def test_two_columns_cannot_mean_the_same(desk):
    roster = desk.bring(xlsx([[*HEADERS, "座机"], [*row(1), "0571-1"]]))
    fields = {f"field-{column['place']}": column["field"] for column in roster.understood["columns"]}
    said = {"sheet": roster.understood["sheet"], "header_row": 1, **fields, "field-11": "phone"}
    answer = send(desk, roster, "columns", **said)
    assert (answer.status_code, now(roster).version) == (422, 1)


def test_another_sheet_is_chosen(desk):
    roster = desk.bring(xlsx([HEADERS, row(1)], title="在职", 试用=[HEADERS, row(2), row(3)]))
    assert (roster.understood["sheet"], roster.understood["sheets"]) == ("在职", ["试用"])
    send(desk, roster, "columns", sheet="试用", header_row=1)
    assert now(roster).numbers["new"] == 2


def test_a_row_of_the_header_where_none_is_asks_again(desk, roster):
    send(desk, roster, "columns", sheet=roster.understood["sheet"], header_row=3)
    roster = now(roster)
    assert roster.state == ImportState.ASKING
    send(desk, roster, "columns", sheet=roster.understood["sheet"], header_row=1)
    assert now(roster).state == ImportState.LOOKED


def test_a_roster_not_imported_is_deleted_at_once(desk, roster):
    send(desk, roster, "drop")
    roster = now(roster)
    assert (roster.state, bool(roster.file), roster.rows.count()) == (ImportState.DROPPED, False, 0)
    assert desk.browser().get(reverse("people:imports")).status_code == 200


@pytest.mark.parametrize("said", [{"version": "x"}, {"version": ""}, {}, {"version": "9" * 30}])
def test_a_form_that_no_page_makes_is_refused_in_a_sentence(desk, roster, said):
    assert desk.browser().post(address("correct", roster), said).status_code == 422


@pytest.mark.parametrize("word", ["\u00b2", "9" * 5_000, ""])
def test_a_word_that_no_page_names_is_not_there(desk, roster, word):
    assert send(desk, roster, "forget_word", word=word).status_code == 404


@pytest.mark.parametrize("name", ["cell-", "cell-2", "cell--2-name", "cell-\u00b2-name", "cell-2-state"])
def test_a_cell_that_no_page_names_is_not_written(desk, roster, name):
    assert send(desk, roster, **{name: "x"}).status_code == 302
    assert now(roster).corrections.get("cells", {}) == {}
