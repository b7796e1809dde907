"""The demo's invented people, from `content/staff.txt`; what the file does not say follows from the place in it."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from demo.organizations import read_organizations

FILE = Path(__file__).parent / "content" / "staff.txt"
PHONES = "1990570"
COLUMNS = ("name", "department", "post", "category", "title", "education", "skills", "roles")


@dataclass(frozen=True)
class Person:
    """`firm` is an organization's key, '' for who is on no roster."""

    number: int
    firm: str
    staff_no: str
    name: str
    department: str
    post: str
    category: str
    title: str
    education: str
    skills: str
    roles: tuple[str, ...]

    @property
    def phone(self) -> str:
        return f"{PHONES}{self.number:04d}"

    @property
    def joined_on(self) -> datetime.date:
        n = self.number
        return datetime.date(2014 + n * 7 % 12, 1 + n * 5 % 12, 1 + n * 11 % 28)


def read_staff() -> list[Person]:
    """Everybody, in the order of the file, which is the order of their phone numbers."""
    codes = {organization.key: organization.firm_code for organization in read_organizations()}
    found: list[Person] = []
    firm = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            firm = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append(_person(line, number=len(found) + 1, firm=firm, firm_code=codes.get(firm, "")))
    return found


def _person(line: str, *, number: int, firm: str, firm_code: str) -> Person:
    cells = [cell.strip() for cell in line.split("|")]
    facts = dict(zip(COLUMNS, cells + [""] * (len(COLUMNS) - len(cells)), strict=True))
    roles = tuple(facts.pop("roles").split())
    staff_no = f"{firm_code[:2]}{number:04d}" if firm else ""
    return Person(number=number, firm=firm, staff_no=staff_no, roles=roles, **facts)
