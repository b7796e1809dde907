"""Two write one firm's people at once, on a real server: nothing is lost, and who comes second is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ecosystem import rules
from ecosystem.actions import departments, roles, staff
from ecosystem.enums import RoleKind
from ecosystem.models import Department, Employment, Role
from ecosystem.queries.line_managers import above
from talent_pool.people.rosters.actions import commit_roster
from talent_pool.people.rosters.reading import read_roster
from tests.factories import rosters
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds) -> list:
    """What each deed returned or raised; all begin at the same moment, each on a connection of its own."""
    start = Barrier(len(deeds))

    def run(deed):
        try:
            start.wait(timeout=30)
            return deed()
        except (rules.NotAllowed, DatabaseError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def change(held: Employment, version: int | None, **fields):
    return lambda: staff.change(employment=held, version=version, fields=fields, by=None, at=timezone.now())


def test_two_who_saw_the_same_page_are_not_both_written():
    held = make_employment(post="工程师")
    told = at_once(change(held, 1, post="架构师"), change(held, 1, title="高级"))
    held.refresh_from_db()
    assert sorted(type(answer).__name__ for answer in told) == ["Conflict", "Employment"]
    assert (held.version, [held.post == "架构师", held.title == "高级"].count(True)) == (2, 1)
    assert held.events.count() == 1


def test_the_second_of_many_hands_sees_what_the_first_wrote():
    held = make_employment()
    at_once(*(change(held, None, **{name: "x"}) for name in ("post", "title", "staff_no")))
    held.refresh_from_db()
    assert (held.post, held.title, held.staff_no, held.version) == ("x", "x", "x", 4)


def test_two_line_managers_at_once_make_no_circle():
    firm = make_organization()
    one, two = make_employment(organization=firm), make_employment(organization=firm)
    told = at_once(change(one, None, line_manager=two), change(two, None, line_manager=one))
    assert sorted(type(answer).__name__ for answer in told) == ["Employment", "NotAllowed"]
    one.refresh_from_db()
    assert len(above(one)) in {1, 2}


def test_two_departments_at_once_make_no_circle():
    firm, hr = make_organization(), make_person()
    one, two = (Department.objects.create(organization=firm, name=name) for name in ("一", "二"))
    told = at_once(
        lambda: departments.move_under(department=one, parent=two, by=hr, at=timezone.now()),
        lambda: departments.move_under(department=two, parent=one, by=hr, at=timezone.now()),
    )
    assert sorted(type(answer).__name__ for answer in told) == ["Department", "NotAllowed"]


def test_two_departments_at_once_make_no_circle_past_the_actions():
    firm = make_organization()
    one, two = (Department.objects.create(organization=firm, name=name) for name in ("一", "二"))

    def move(department, parent):
        with transaction.atomic():
            return Department.objects.filter(pk=department.pk).update(parent=parent)

    told = at_once(lambda: move(one, two), lambda: move(two, one))
    assert [answer for answer in told if not isinstance(answer, DatabaseError)] == [1]
    assert Department.objects.exclude(parent=None).count() == 1


def test_two_administrators_do_not_end_each_other():
    firm = make_organization()
    held = [make_role(make_person(name), firm, RoleKind.ADMINISTRATOR) for name in ("甲", "乙")]
    at_once(*(lambda role=role: roles.take(role=role, by=role.person, at=timezone.now()) for role in held))
    assert Role.objects.on(timezone.localdate()).filter(organization=firm).count() == 1


def test_one_number_entered_twice_at_once_is_one_person():
    firm, hr = make_organization(), make_person()
    who = {"organization": firm, "name": "甲", "phone": "+8613911112222", "by": hr}
    told = at_once(*(lambda: staff.join(at=timezone.now(), **who) for _ in range(4)))
    assert sorted(type(answer).__name__ for answer in told) == ["Employment", "NotAllowed", "NotAllowed", "NotAllowed"]


def test_a_number_entered_by_two_firms_at_once_is_one_person():
    firms, hr = [make_organization(), make_organization()], make_person()
    phone = "+8613911112222"
    told = at_once(
        *(
            lambda firm=firm: staff.join(organization=firm, name="甲", phone=phone, by=hr, at=timezone.now())
            for firm in firms
        )
    )
    assert len({held.person_id for held in told}) == 1


@pytest.mark.parametrize("version", [1, None])
def test_a_hand_edit_beside_a_roster_loses_nothing(version):
    """The roster writes the post, HR the title: whichever comes first, both stand, or HR is told."""
    firm = make_organization()
    [person] = rosters.make_staff(1)
    roster = read_roster(rosters.clean([person]))
    commit_roster(roster=roster, organization=firm, by=None, at=timezone.now())
    held = Employment.objects.get(organization=firm)
    other = read_roster(rosters.clean([person | {"post": "架构师"}]))
    told = at_once(
        lambda: commit_roster(roster=other, organization=firm, by=None, at=timezone.now()),
        change(held, version, work_email="hand@example.com", staff_no=held.staff_no),
    )
    after = Employment.objects.get(organization=firm)
    assert after.post == "架构师"
    if isinstance(told[1], rules.Conflict):
        assert (version, after.version) == (1, held.version + 1)
    else:
        told_by_roster = [event for event in after.events.all() if event.origin == "roster" and event.kind == "changed"]
        assert len(told_by_roster) == 1
        assert after.events.filter(origin="hand").count() == 1


def test_a_roster_does_not_overwrite_what_it_did_not_read():
    """The hand edit holds the staff while the roster waits; the roster then plans on what the hand wrote."""
    firm = make_organization()
    [person] = rosters.make_staff(1)
    commit_roster(roster=read_roster(rosters.clean([person])), organization=firm, by=None, at=timezone.now())
    held = Employment.objects.get(organization=firm)
    same = read_roster(rosters.clean([{**person, "post": "架构师"}]))

    def roster():
        try:
            return commit_roster(roster=same, organization=firm, by=None, at=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            staff.change(employment=held, version=held.version, fields={"education": ""}, by=None, at=timezone.now())
            waiting = pool.submit(roster)
        waiting.result(timeout=60)
    after = Employment.objects.get(pk=held.pk)
    assert (after.post, after.version) == ("架构师", held.version + 2)
