"""An undo: everything as it was, to the letter; refused, with names, once somebody has built on the import."""

import datetime

import pytest
from django.utils import timezone

from accounts.models import User
from ecosystem.actions import employments
from ecosystem.actions import staff as staff_actions
from ecosystem.models import Department, Employment, EmploymentEvent, Role
from talent_pool.people import rules
from talent_pool.people.imports.actions import undoing, uploading
from talent_pool.people.models import RosterImport, SkillClaim, UnknownSkill
from talent_pool.people.models.imports import ImportState
from tests.factories.rosters import HEADERS, clean, make_staff, plain_row
from tests.factories.sheets import xlsx
from tests.talent_pool.people.imports.conftest import address, work

pytestmark = pytest.mark.django_db
TABLES = (Employment, Role, SkillClaim, Department, User, UnknownSkill)
GROWS = {"version"}


def stored() -> dict[str, list[dict]]:
    """What undoing must bring back: every row but the ids of claims, which are made anew."""
    found = {}
    for table in TABLES:
        rows = table.objects.order_by("pk").values()
        leave = GROWS | ({"id"} if table is SkillClaim else set())
        told = [{name: value for name, value in row.items() if name not in leave} for row in rows]
        found[table.__name__] = sorted(told, key=lambda row: sorted(row.items())) if table is SkillClaim else told
    return found


def undo(desk, roster: RosterImport, at=None) -> RosterImport:
    return undoing.undo(roster=roster, by=desk.hr, at=at or timezone.now())


def of(desk, number: int) -> Employment:
    return Employment.objects.get(organization=desk.firm, staff_no=f"E{number:05d}", to_on=None)


def changed(staff: list[dict]) -> bytes:
    """Everything an import can do: facts, skills, a department made, phones exchanged, one moved, one new, a word."""
    first, second, third, *rest = [dict(person) for person in staff]
    first |= {"post": "首席工程师", "department": "战略部/海外组", "skills": "UVM、量子养猪", "joined_on": "2020-01-02"}
    second["phone"], third["phone"] = third["phone"], second["phone"]
    rest[0]["phone"] = "17799900001"
    new = make_staff(1, first=900, phones=17_788_800_001)
    return clean([first, second, third, *rest, *new])


def test_everything_is_as_it_was(desk, roster, staff):
    desk.write(roster)
    before = stored()
    again = desk.write(desk.bring(changed(staff)))
    assert stored() != before
    undone = undo(desk, again)
    assert undone.state == ImportState.UNDONE
    for name, rows in stored().items():
        assert rows == before[name]
    kinds = EmploymentEvent.objects.filter(origin_id=again.pk).values_list("kind", flat=True)
    assert set(kinds) == {"changed", "undone"}


def test_a_first_import_leaves_nothing(desk, roster):
    before = stored()
    undo(desk, desk.write(roster))
    assert stored() == before


def test_people_known_elsewhere_stay_and_so_does_what_is_theirs(desk, other_desk, staff):
    other_desk.write(other_desk.bring(clean(staff)))
    before = stored()
    undo(desk, desk.write(desk.bring(clean(staff))))
    assert stored() == before


def test_a_refused_claim_that_ended_stands_again(desk, roster, staff):
    desk.write(roster)
    claim = of(desk, 1)
    employments.refuse(employment=claim, by=claim.person, at=timezone.now())
    work(roster)
    Role.objects.filter(person=claim.person).delete()
    before = stored()
    moved = [staff[0] | {"phone": "17799900009"}, *staff[1:]]
    undo(desk, desk.write(desk.bring(clean(moved))))
    assert stored() == before


def test_line_managers_are_as_they_were(desk, staff):
    def rows(*managers):
        return xlsx([[*HEADERS, "直属上级"], *([*plain_row(p), m] for p, m in zip(staff, managers, strict=True))])

    desk.write(desk.bring(rows("", staff[0]["staff_no"], "", staff[0]["staff_no"], "")))
    before = stored()
    number = staff[2]["staff_no"]
    undo(desk, desk.write(desk.bring(rows(number, number, "", staff[1]["staff_no"], number))))
    assert stored() == before


def test_after_an_undo_the_same_file_can_be_written_again(desk, roster):
    written = desk.write(roster)
    undo(desk, written)
    again = uploading.take_up_again(roster=RosterImport.objects.get(pk=written.pk), by=desk.hr, at=timezone.now())
    assert again.pk != written.pk
    assert desk.browser().post(address("retry", written)).url == address("import", again)
    again = work(again)
    assert (again.state, again.numbers["new"]) == (ImportState.LOOKED, 5)
    assert desk.write(again).state == ImportState.COMMITTED
    assert Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).count() == 5


def refused(desk, roster: RosterImport, at=None) -> str:
    before = stored()
    with pytest.raises(rules.ImportRefused) as refusal:
        undo(desk, roster, at)
    assert stored() == before
    assert RosterImport.objects.get(pk=roster.pk).state == ImportState.COMMITTED
    return str(refusal.value)


def test_who_has_answered_is_named(desk, roster, staff):
    written = desk.write(roster)
    claim = of(desk, 1)
    employments.confirm(employment=claim, name=claim.claimed_name, by=claim.person, at=timezone.now())
    assert staff[0]["name"] in refused(desk, written)
    answer = desk.browser().post(address("undo", written))
    assert (answer.status_code, staff[0]["name"] in answer.content.decode()) == (422, True)


def test_who_was_changed_by_hand_is_named(desk, roster, staff):
    written = desk.write(roster)
    held = of(desk, 2)
    staff_actions.change(employment=held, version=held.version, fields={"post": "总监"}, by=desk.hr, at=timezone.now())
    assert staff[1]["name"] in refused(desk, written)


def test_who_left_since_is_named(desk, roster, staff):
    written = desk.write(roster)
    staff_actions.leave(employment=of(desk, 3), on=timezone.localdate(), by=desk.hr, at=timezone.now())
    assert staff[2]["name"] in refused(desk, written)


def test_a_later_import_stands_in_the_way_only_where_it_wrote(desk, roster, staff):
    written = desk.write(roster)
    desk.write(desk.bring(clean([staff[0] | {"post": "总监"}, *staff[1:]])))
    assert staff[0]["name"] in refused(desk, written)
    others = desk.write(desk.bring(clean(make_staff(2, first=700, phones=17_766_600_001))))
    desk.write(desk.bring(clean([staff[3] | {"post": "总监"}])))
    assert undo(desk, others).state == ImportState.UNDONE


def test_of_many_in_the_way_a_few_are_named(desk):
    names = [f"员工{sign}" for sign in "甲乙丙丁戊己庚"]
    staff = [person | {"name": name} for person, name in zip(make_staff(7), names, strict=True)]
    written = desk.write(desk.bring(clean(staff)))
    Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).update(state="confirmed")
    told = refused(desk, written)
    assert sum(name in told for name in names) == undoing.MOST_NAMES


def test_seven_days_later_it_stays(desk, roster):
    written = desk.write(roster)
    last = rules.undo_until(written.committed_at)
    refused(desk, written, last)
    assert undo(desk, written, last - datetime.timedelta(seconds=1)).state == ImportState.UNDONE


def test_a_large_undo_is_left_to_the_worker(desk, roster, monkeypatch):
    before = stored()
    written = desk.write(roster)
    monkeypatch.setattr(undoing, "AT_ONCE", 0)
    assert undo(desk, written).state == ImportState.UNDOING
    assert work(written).state == ImportState.UNDONE
    assert stored() == before


def test_a_large_undo_that_is_refused_says_so_on_the_page(desk, roster, staff, monkeypatch):
    written = desk.write(roster)
    monkeypatch.setattr(undoing, "AT_ONCE", 0)
    undo(desk, written)
    Employment.objects.filter(pk=of(desk, 1).pk).update(state="confirmed")
    roster = work(written)
    assert (roster.state, staff[0]["name"] in roster.refusal) == (ImportState.COMMITTED, True)
    assert staff[0]["name"] in desk.browser().get(address("import", roster)).content.decode()
