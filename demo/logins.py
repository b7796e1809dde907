"""The ways into the demo, as data: who, with which phone, password and staff number, and what to look at."""

from dataclasses import dataclass

from demo.organizations import read_organizations
from demo.staff import Person, read_staff

PASSWORD = "liancai-demo"

SHOWN = {
    "沈知远": ("employee", "员工"),
    "简书": ("employee who has just been put on the roster", "新到名册上的员工"),
    "顾清禾": ("HR", "人力资源"),
    "阮舒": ("HR of another firm", "另一家的人力资源"),
    "许晚舟": ("training manager", "培训主管"),
    "程砚秋": ("course author, writes at /cms/", "课程作者，在 /cms/ 编写"),
    "卢青": ("district office", "区里的办公室"),
}
NOT_YET_CONFIRMED = frozenset({"简书"})
"""People whose first sign-in still asks them whether they work there."""


@dataclass(frozen=True)
class Login:
    what: str
    what_zh: str
    name: str
    firm: str
    phone: str
    staff: str
    password: str = PASSWORD


def logins() -> list[Login]:
    """In the order a visitor should try them."""
    people = {person.name: person for person in read_staff()}
    return [_login(people[name], what, what_zh) for name, (what, what_zh) in SHOWN.items()]


def table() -> str:
    """The log-ins as lines of equal columns, for a terminal."""
    rows = [("", "phone", "firm code / staff number", "password")]
    rows += [(f"{login.name} {login.firm}".strip(), login.phone, login.staff, login.password) for login in logins()]
    notes = ["", *(login.what for login in logins())]
    return "\n".join(_line(*row, note) for row, note in zip(rows, notes, strict=True))


def _login(person: Person, what: str, what_zh: str) -> Login:
    firms = {organization.key: organization for organization in read_organizations()}
    firm = firms.get(person.firm)
    return Login(
        what=what,
        what_zh=what_zh,
        name=person.name,
        firm=firm.short_name if firm else "",
        phone=person.phone,
        staff=f"{firm.firm_code} / {person.staff_no}" if firm else "",
    )


def _line(who: str, phone: str, staff: str, password: str, note: str) -> str:
    return f"  {_pad(who, 18)}{_pad(phone, 14)}{_pad(staff, 26)}{_pad(password, 15)}{note}".rstrip()


def _pad(text: str, columns: int) -> str:
    """Chinese characters take two columns of a terminal."""
    return text + " " * (columns - sum(2 if ord(letter) > 0x2E7F else 1 for letter in text))
