"""One row of a roster: what it says of a person in the house's words, or which of its cells are at fault."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from competency.synonyms import parse_category, parse_education, parse_title
from competency.vocabulary import Vocabulary
from sheets import Cell
from talent_pool.people.rosters.columns import Columns
from talent_pool.people.rosters.corrections import Corrections, word
from talent_pool.people.rosters.department_paths import as_path
from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.no_person import is_no_person
from talent_pool.people.rosters.notes import Notes
from talent_pool.people.rosters.resident_ids import holds_resident_id
from words.dates import parse_date
from words.digits import half_width, plain
from words.names import normalize_name
from words.phones import normalize_phone


@dataclass(slots=True)
class Row:
    """What a row says. Text is "" and a date None where it says nothing; `phone` is E.164; `skills` are ids;
    `department` is a path (研发中心/算法部); `line_manager` is a staff number or a name, as written.

    `hidden` are fields in which a resident id stood: their value is not kept.
    """

    number: int
    name: str = ""
    phone: str = ""
    staff_no: str = ""
    email: str = ""
    department: str = ""
    post: str = ""
    category: str = ""
    title: str = ""
    education: str = ""
    joined_on: datetime.date | None = None
    skills: tuple[int, ...] = ()
    unknown_skills: tuple[str, ...] = ()
    line_manager: str = ""
    faults: tuple[Fault, ...] = ()
    hidden: tuple[str, ...] = ()


LONGEST = {
    "name": 80,
    "staff_no": 40,
    "department": 80,
    "post": 80,
    "title": 40,
    "email": 254,
    "unknown_skills": 80,
    "line_manager": 120,
}
"""As long as the columns of the database."""
LONGEST_SHOWN = 80
EMAIL = re.compile(r"[^@\s<>,;，；]+@[^@\s<>,;，；]+\.[A-Za-z0-9-]{2,}")
SAYS_NOTHING = frozenset(
    {"", "无", "暂无", "没有", "无。", "/", "\\", "-", "--", "—", "——", "n/a", "na", "null", "none", "空", "略"}
)
DIGITS = re.compile(r"[0-9]+")
NOTHING = Corrections()


class RowReader:
    """Reads the rows below one header; `vocabulary` knows the skills. `notes` tells what was met."""

    def __init__(self, columns: Columns, vocabulary: Vocabulary, corrections: Corrections = NOTHING):
        self.columns = columns
        self.vocabulary = vocabulary
        self.cells_of_skills: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {}
        self.parsed: dict[tuple[str, str], str] = {}
        self.days: dict[str, datetime.date | None] = {}
        self.corrected = corrections.by_row()
        self.meant = {name: words for name, words in corrections.words.items() if name in columns.places and words}
        self.notes = Notes()

    def read(self, number: int, cells: list[Cell]) -> Row | None:
        """The row, or None for one that is no person: empty, an example, a note, a header once more."""
        if not any(cells) or is_no_person(self.columns.places, cells):
            return None
        row = Row(number)
        told = {name: cells[place] for name, place in self.columns.places.items() if place < len(cells)}
        if self.columns.levels:
            told["department"] = "/".join(str(cells[place]) for place in self.columns.levels if place < len(cells))
        if self.meant or number in self.corrected:
            self.correct(number, told)
        for name, cell in told.items():
            if cell != "":
                READERS[name](self, row, name, cell)
        for name in ("name", "phone"):
            if not getattr(row, name) and not any(fault.column == self.columns.headers[name] for fault in row.faults):
                self.fault(row, name, FaultKind.REQUIRED)
        return row

    def correct(self, number: int, told: dict[str, Cell]) -> None:
        """What HR said of these words in every row, and then of this row alone."""
        for name, words in self.meant.items():
            if name in told:
                told[name] = words.get(self.word(name, told[name]), told[name])
        for name, text in self.corrected.get(number, {}).items():
            if name in self.columns.places:
                told[name] = text or ""

    def word(self, name: str, cell: Cell) -> str:
        """The word that HR may have said the meaning of; of a department its path."""
        told = word(cell)
        return self.once(name, told, path_of) if name == "department" else told

    def fault(self, row: Row, name: str, kind: FaultKind, value: str = "") -> None:
        shown = "" if holds_resident_id(value) else value[:LONGEST_SHOWN]
        row.faults += (Fault(row.number, self.columns.headers[name], kind, name, shown),)

    def text(self, row: Row, name: str, cell: Cell) -> str:
        """The cell as tidy text, "" when it says nothing or holds a resident id."""
        told = plain(cell) if isinstance(cell, str) else cell.isoformat()
        if holds_resident_id(told):
            row.hidden += (name,)
            return ""
        return "" if told.lower() in SAYS_NOTHING else told

    def read_name(self, row: Row, name: str, cell: Cell) -> None:
        told = normalize_name(self.text(row, name, cell))
        if told != cell:
            self.notes.met(name, "tidied")
        row.name = told if len(told) <= LONGEST[name] else ""

    def read_phone(self, row: Row, name: str, cell: Cell) -> None:
        told = plain(str(cell))
        if len(told) != 11 or told != cell:
            self.notes.met(name, "tidied")
        try:
            row.phone = normalize_phone(told)
        except ValueError:
            if told.lower() not in SAYS_NOTHING:
                self.fault(row, name, FaultKind.INVALID_PHONE, told)

    def read_staff_no(self, row: Row, name: str, cell: Cell) -> None:
        told = self.text(row, name, cell).replace(" ", "")
        if told != cell:
            self.notes.met(name, "tidied")
        row.staff_no = told if len(told) <= LONGEST[name] else ""

    def read_email(self, row: Row, name: str, cell: Cell) -> None:
        told = self.text(row, name, cell).removeprefix("mailto:")
        row.email = told if EMAIL.fullmatch(told) and len(told) <= LONGEST[name] else ""

    def read_label(self, row: Row, name: str, cell: Cell) -> None:
        setattr(row, name, self.text(row, name, cell)[: LONGEST[name]])

    def read_department(self, row: Row, name: str, cell: Cell) -> None:
        told = self.text(row, name, cell)
        row.department = self.once(name, told, path_of)

    def read_title(self, row: Row, name: str, cell: Cell) -> None:
        told = self.text(row, name, cell)
        try:
            row.title = self.once(name, told, lambda text: parse_title(text).name)
        except ValueError:
            row.title = told[: LONGEST[name]]

    def read_choice(self, row: Row, name: str, cell: Cell) -> None:
        told = self.text(row, name, cell)
        parse = {"category": parse_category, "education": parse_education}[name]
        try:
            setattr(row, name, self.once(name, told, lambda text: str(parse(text).value)))
        except ValueError:
            self.fault(row, name, FaultKind.UNKNOWN_CHOICE, told)

    def read_date(self, row: Row, name: str, cell: Cell) -> None:
        told = cell if isinstance(cell, datetime.date) else self.text(row, name, cell)
        if isinstance(told, datetime.date):
            self.notes.met(name, "day")
            row.joined_on = parse_date(told)
            return
        if told and told not in self.days:
            self.days[told] = day_of(told)
            self.notes.met(name, DIGITS.sub("9", told) if self.days[told] else "")
        row.joined_on = self.days[told] if told else None
        if told and row.joined_on is None:
            self.fault(row, name, FaultKind.INVALID_DATE, told)

    def read_skills(self, row: Row, name: str, cell: Cell) -> None:
        told = half_width(str(cell))
        if holds_resident_id(told):
            row.hidden += (name,)
            return
        if told not in self.cells_of_skills:
            match = self.vocabulary.match_cell(told)
            unknown = (plain(word)[: LONGEST["unknown_skills"]] for word in match.unknown)
            self.cells_of_skills[told] = (
                tuple(skill.pk for skill in match.skills),
                tuple(dict.fromkeys(word for word in unknown if word.lower() not in SAYS_NOTHING)),
            )
        row.skills, row.unknown_skills = self.cells_of_skills[told]

    def once(self, name: str, told: str, parse: Callable[[str], str]) -> str:
        """A word's meaning, looked up once for all rows; "" means nothing. Raises what `parse` raises."""
        if told and (name, told) not in self.parsed:
            self.parsed[name, told] = parse(told)
        return self.parsed[name, told] if told else ""


READERS: dict[str, Callable[[RowReader, Row, str, Any], None]] = {
    "name": RowReader.read_name,
    "phone": RowReader.read_phone,
    "staff_no": RowReader.read_staff_no,
    "email": RowReader.read_email,
    "department": RowReader.read_department,
    "post": RowReader.read_label,
    "category": RowReader.read_choice,
    "title": RowReader.read_title,
    "education": RowReader.read_choice,
    "joined_on": RowReader.read_date,
    "skills": RowReader.read_skills,
    "line_manager": RowReader.read_label,
}


def path_of(told: str) -> str:
    return as_path(told, LONGEST["department"])


def day_of(told: str) -> datetime.date | None:
    try:
        return parse_date(told)
    except ValueError:
        return None
