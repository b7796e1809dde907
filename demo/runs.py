"""The demo's runs, from `content/runs.toml`, with days counted from the day of loading."""

import datetime
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "content" / "runs.toml"
SEASONS = ((2, 4, "春"), (5, 5, "夏"), (8, 7, "秋"), (11, 7, "冬"))
"""First days of the seasons by the farmer's calendar, which is how runs are called."""


@dataclass(frozen=True)
class DemoRun:
    """`learners` maps a name to the number of lessons finished; `seats` an organization's key, or '', to its seats."""

    course: str
    name: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    enroll_opens_on: datetime.date
    enroll_closes_on: datetime.date
    place: str
    manager: str
    seats: dict[str, int]
    learners: dict[str, int] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)


def read_runs(today: datetime.date) -> list[DemoRun]:
    """All runs, the earliest first."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["runs"]
    names: dict[tuple[str, str], int] = {}
    return [_run(row, today, names) for row in sorted(rows, key=lambda row: row["starts"])]


def season_of(day: datetime.date) -> str:
    begun = [season for month, first, season in SEASONS if (day.month, day.day) >= (month, first)]
    return begun[-1] if begun else "冬"


def _run(row: dict, today: datetime.date, names: dict[tuple[str, str], int]) -> DemoRun:
    def day(offset: int) -> datetime.date:
        return today + datetime.timedelta(days=offset)

    starts_on = day(row["starts"])
    season = season_of(starts_on)
    number = names[row["course"], season] = names.get((row["course"], season), 0) + 1
    opens, closes = row["enroll"]
    return DemoRun(
        course=row["course"],
        name=row["name"].format(season=season, n=number, month=starts_on.month),
        starts_on=starts_on,
        ends_on=day(row["ends"]) if "ends" in row else None,
        enroll_opens_on=day(opens),
        enroll_closes_on=day(closes),
        place=row.get("place", ""),
        manager=row["manager"],
        seats=row["seats"],
        learners=row.get("learners", {}),
        withdrawn=row.get("withdrawn", []),
    )
