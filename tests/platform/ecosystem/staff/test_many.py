"""Many at once: one transaction, one audit row, an answer for each."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from ecosystem.actions import many_staff
from ecosystem.enums import EventKind, RoleKind
from ecosystem.models import Department, Employment, EmploymentEvent
from ecosystem.rules import NotAllowed
from tests.factories.ecosystem import make_employment, make_person, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(firm):
    return [make_employment(make_person(name), firm) for name in ("甲", "乙", "丙")]


def ids(rows) -> list[int]:
    return [row.pk for row in rows]


def test_many_go_to_a_department_with_one_audit_row(firm, hr, three, at):
    there = Department.objects.create(organization=firm, name="算法部")
    Employment.objects.filter(pk=three[0].pk).update(department=there)
    answers = many_staff.change_many(organization=firm, ids=ids(three), fields={"department": there}, by=hr, at=at)
    assert sorted((answer.employment.pk, answer.changed) for answer in answers) == [
        (three[0].pk, False),
        (three[1].pk, True),
        (three[2].pk, True),
    ]
    assert list(Employment.objects.filter(pk__in=ids(three)).order_by("pk").values_list("version", flat=True)) == [
        1,
        2,
        2,
    ]
    [entry] = AuditEntry.objects.filter(verb="ecosystem.employments_changed")
    assert entry.data == {"employment_ids": ids(three)[1:], "fields": ["department"]}
    assert {event.kind for event in EmploymentEvent.objects.all()} == {EventKind.CHANGED}


def test_a_line_manager_among_them_is_told_why_not(firm, hr, three, at):
    answers = many_staff.change_many(organization=firm, ids=ids(three), fields={"line_manager": three[0]}, by=hr, at=at)
    assert {(answer.employment.pk, answer.changed, bool(answer.refusal)) for answer in answers} == {
        (three[0].pk, False, True),
        (three[1].pk, True, False),
        (three[2].pk, True, False),
    }


def test_another_firms_people_are_not_touched(firm, other_firm, hr, at):
    theirs = make_employment(organization=other_firm)
    fields = {"category": "rd"}
    assert many_staff.change_many(organization=firm, ids=[theirs.pk], fields=fields, by=hr, at=at) == []
    theirs.refresh_from_db()
    assert theirs.category == ""


def test_more_than_a_thousand_are_refused(firm, hr, at):
    with pytest.raises(NotAllowed):
        many_staff.change_many(organization=firm, ids=list(range(1_001)), fields={"category": "rd"}, by=hr, at=at)


def test_many_leave_but_for_an_administrator(firm, hr, three, at):
    make_role(three[0].person, firm, RoleKind.ADMINISTRATOR)
    make_role(three[1].person, firm, RoleKind.MENTOR)
    answers = many_staff.leave_many(organization=firm, ids=ids(three), by=hr, at=at)
    assert {answer.employment.pk for answer in answers if answer.refusal} == {three[0].pk}
    today = timezone.localdate()
    assert list(Employment.objects.filter(to_on=today).order_by("pk")) == three[1:]
    assert list(three[1].person.roles.values_list("to_on", flat=True)) == [today]


@pytest.fixture
def desk(client, hr):
    client.force_login(hr)
    return lambda **sent: client.post(reverse("ecosystem:staff_many"), sent)


def test_it_is_asked_once_and_then_done(desk, firm, three):
    there = Department.objects.create(organization=firm, name="算法部")
    who = [str(held.public_id) for held in three]
    asked = desk(what="department", who=who)
    assert (asked.status_code, asked.context["count"]) == (200, 3)
    done = desk(what="department", who=who, do="1", department=there.pk)
    assert (done.status_code, len(done.context["changed"])) == (200, 3)
    assert there.employments.count() == 3


def test_all_that_the_search_finds(desk, firm, three):
    Employment.objects.filter(pk=three[0].pk).update(category="rd")
    asked = desk(what="on", all="1", category="rd", state="here")
    assert [line.pk for line in asked.context["lines"]] == [three[0].pk]


@pytest.mark.parametrize("who", [[], ["nonsense"]])
def test_nobody_ticked_is_said(desk, who):
    assert desk(what="on", who=who).status_code == 422


def test_what_cannot_be_set_is_no_page(desk, three):
    assert desk(what="state", who=[str(three[0].public_id)]).status_code == 400


def test_strangers_ticked_are_nobody(desk, other_firm):
    theirs = make_employment(organization=other_firm)
    answer = desk(what="on", who=[str(theirs.public_id)], do="1", on=timezone.localdate().isoformat())
    theirs.refresh_from_db()
    assert (answer.status_code, theirs.to_on) == (422, None)
