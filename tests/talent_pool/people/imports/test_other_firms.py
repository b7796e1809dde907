"""Firm B plays with firm A's phones: whatever it is shown is letter by letter what it is shown for anybody's."""

import io
import random
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from ecosystem.actions import employments
from ecosystem.models import Employment
from talent_pool.people.imports.actions import undoing
from talent_pool.people.models import LeaverProposal, RosterImport
from tests.factories.ecosystem import make_person
from tests.factories.rosters import HEADERS, clean, make_staff, plain_row
from tests.factories.sheets import xlsx
from tests.talent_pool.people.imports.conftest import address, make_desk

pytestmark = pytest.mark.django_db
EVERYBODY = 12
VARYING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9a-f]{16}|csrfmiddlewaretoken\" value=\"\w+|\d\d:\d\d|示例企业\d+"
)


def known(desk) -> list[str]:
    """Phones of firm A's people: some new, some signed in, some having refused."""
    staff = make_staff(EVERYBODY)
    desk.write(desk.bring(clean(staff)))
    claims = Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).select_related("person")
    for number, claim in enumerate(claims.order_by("pk")):
        if number % 3 == 1:
            claim.person.phone_verified_at = claim.person.last_login = timezone.now()
            claim.person.save()
            employments.confirm(employment=claim, name=claim.claimed_name, by=claim.person, at=timezone.now())
        elif number % 3 == 2:
            employments.refuse(employment=claim, by=claim.person, at=timezone.now())
    return [person["phone"] for person in staff]


def unknown() -> list[str]:
    taken = random.Random(7).sample(range(10_000_000), EVERYBODY)
    return [f"1350{number:07d}" for number in taken]


def told(phones: list[str]) -> list[str]:
    """Everything a new firm is shown: the looks, the rows at fault, the writing, an undo, and all of it once more."""
    desk = make_desk()
    client = desk.browser()
    staff = [person | {"phone": phone} for person, phone in zip(make_staff(EVERYBODY, first=900), phones, strict=True)]
    rows = [
        HEADERS,
        *map(plain_row, staff),
        plain_row(staff[0] | {"staff_no": "X1"}),
        plain_row(staff[1] | {"phone": "1"}),
    ]
    shown = []

    def see(roster: RosterImport) -> None:
        for show in ("", "?show=new", "?show=faulty", "?show=changed"):
            shown.append(client.get(address("import", roster) + show).content.decode())
        book = load_workbook(io.BytesIO(client.get(address("faults", roster)).content))
        shown.append(str([[cell.value for cell in row] for row in book.active.rows]))

    first = desk.bring(xlsx(rows))
    see(first)
    written = desk.write(first)
    see(written)
    undone = undoing.undo(roster=written, by=desk.hr, at=timezone.now())
    shown.append(client.get(address("import", undone)).content.decode())
    again = desk.write(desk.bring(xlsx([*rows, plain_row(make_staff(1, first=990, phones=13_511_112_222)[0])])))
    see(again)
    shown.append(client.get(reverse("people:imports")).content.decode())
    return [masked(text, phones) for text in shown]


def masked(text: str, phones: list[str]) -> str:
    for number, phone in enumerate(phones):
        text = text.replace(phone, f"<{number}>").replace(f"{phone[:3]} ···· {phone[-4:]}", f"<{number}>")
    return VARYING.sub("…", text)


def test_a_known_phone_looks_like_any_other(desk):
    phones = known(desk)
    assert told(phones) == told(unknown())


@pytest.mark.parametrize(
    "name",
    ["import", "faults", "columns", "correct", "skip", "forget_word", "commit", "undo", "drop", "retry", "invite"],
)
def test_another_firms_roster_is_not_there(desk, other_desk, roster, name):
    before = RosterImport.objects.values().get()
    client = other_desk.browser()
    said = {"version": roster.version, "digest": roster.digest, "row": 2, "word": 1}
    ask = client.get if name in {"import", "faults"} else client.post
    assert ask(address(name, roster), said).status_code == 404
    assert RosterImport.objects.values().get() == before


def test_another_firms_rosters_are_not_listed(desk, other_desk, roster):
    page = other_desk.browser().get(reverse("people:imports")).content.decode()
    assert roster.file_name not in page and str(roster.public_id) not in page


def test_somebody_who_is_no_hr_of_any_firm_finds_nothing(desk, roster, client):
    client.force_login(make_person())
    assert client.get(reverse("people:imports")).status_code == 404
    assert client.get(address("import", roster)).status_code == 404
    assert not LeaverProposal.objects.exists()
