"""The floor, the look and the deed. What the deed writes is rolled back."""

from collections.abc import Callable
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone
from python_calamine import load_workbook

from ecosystem.uscc import check_character
from talent_pool.people.benches.roster_file import HEADERS
from talent_pool.people.rosters.actions import commit_roster, find_or_register_firm, preview_roster
from talent_pool.people.rosters.reading import read_roster

FIRM = "91330110MA9999999"


@transaction.atomic
def copy_cells(file: Path) -> None:
    """The least an import must do: read by python-calamine, copy the cells into a temporary table."""
    rows = load_workbook(str(file)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    columns = ", ".join(f"c{place} text" for place in range(len(HEADERS)))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bench_floor ({columns}) ON COMMIT DROP")
        with cursor.copy("COPY bench_floor FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def look(file: Path) -> None:
    preview_roster(roster=read_roster(file.read_bytes()), organization=None)


@transaction.atomic
def commit(file: Path) -> None:
    at, code = timezone.now(), FIRM + check_character(FIRM)
    firm = find_or_register_firm(uscc=code, name=code, by=None, at=at)
    commit_roster(roster=read_roster(file.read_bytes()), organization=firm, by=None, at=at)
    connection.check_constraints()
    transaction.set_rollback(True)


STEPS: dict[str, Callable[[Path], None]] = {"floor": copy_cells, "look": look, "commit": commit}
