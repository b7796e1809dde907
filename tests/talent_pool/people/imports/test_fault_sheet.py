"""The rows at fault come back as a spreadsheet: the firm's own cells, why, and nothing that reckons."""

import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from jobs.models import Job
from talent_pool.people.imports import fault_sheet as sheets
from talent_pool.people.imports.actions import correcting
from talent_pool.people.rosters.corrections import Corrections
from tests.factories.rosters import FORMULA, RESIDENT_ID, make_staff, untidy
from tests.factories.sheets import xlsx
from tests.talent_pool.people.imports.conftest import address, work
from words.cells import would_compute

pytestmark = pytest.mark.django_db


def rows_of(content: bytes) -> list[list]:
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(content)).active.rows]


def fetched(desk, roster) -> list[list]:
    answer = desk.browser().get(address("faults", roster))
    assert "attachment" in answer["Content-Disposition"]
    return rows_of(answer.content)


def test_it_holds_the_rows_at_fault_and_no_others(desk):
    content, truth = untidy(make_staff(20))
    roster = desk.bring(content)
    header, *rows = fetched(desk, roster)
    assert "身份证号" not in header and header[-1] == "原因"
    faulty = sorted({row for row, _column, _kind in truth.faults})
    assert len(rows) == len(faulty)
    assert all(row[-1] for row in rows)
    assert RESIDENT_ID[:10] not in str(rows)


def test_it_can_be_brought_in_again_once_put_right(desk):
    content, _truth = untidy(make_staff(20))
    sheet = fetched(desk, desk.bring(content))
    place = sheet[0].index("联系电话")
    rows = [[*row[:place], f"1779990{number:04d}", *row[place + 1 :]] for number, row in enumerate(sheet[1:])]
    again = desk.bring(xlsx([sheet[0], *rows]))
    assert again.numbers["rows"] == len(rows) and again.numbers["new"] > 0


@pytest.mark.parametrize("text", [FORMULA, "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(desk, text):
    roster = desk.bring(xlsx([["姓名", "手机号", "岗位"], ["江遥", "1990", text], ["何静", "1991", "工程师"]]))
    book = load_workbook(io.BytesIO(desk.browser().get(address("faults", roster)).content))
    cells = [cell for row in book.active.rows for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert all(cell.quotePrefix for cell in cells if would_compute(str(cell.value or "")))


def test_what_hr_corrected_stands_in_it(desk):
    rows = [["姓名", "手机号", "入职日期"], ["江遥", "1990", "2024-02-30"]]
    roster = desk.bring(xlsx(rows))
    said = [Corrections(cells={(2, "joined_on"): "2024-02-28"})]
    roster = correcting.correct(roster=roster, version=1, said=said, by=desk.hr, at=timezone.now())
    assert fetched(desk, roster)[1][:3] == ["江遥", "1990", "2024-02-28"]


def test_it_stays_after_the_writing(desk):
    content, _truth = untidy(make_staff(20))
    roster = desk.bring(content)
    before = fetched(desk, roster)
    assert fetched(desk, desk.write(roster)) == before


def test_without_rows_at_fault_there_is_none(desk, roster):
    assert desk.browser().get(address("faults", roster)).status_code == 422


def test_very_many_rows_are_put_together_by_the_worker(desk, monkeypatch):
    monkeypatch.setattr("talent_pool.people.views.rosters.MANY", 0)
    roster = desk.bring(xlsx([["姓名", "手机号"], ["江遥", "1990"]]))
    desk.browser().get(address("faults", roster))
    work(roster)
    with Job.objects.get(kind=sheets.KIND).file.open("rb") as file:
        assert rows_of(file.read())[1][0] == "江遥"
