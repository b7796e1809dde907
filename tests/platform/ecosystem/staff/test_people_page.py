"""The list of a firm's people: whom it finds, in which order, how often it asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions import staff
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Department, Employment
from tests.factories.ecosystem import make_employment, make_person, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, hr):
    client.force_login(hr)

    def names(**asked) -> list[str]:
        answer = client.get(reverse("ecosystem:staff"), asked)
        assert answer.status_code == 200
        return [line.name for line in answer.context["lines"]]

    return names


@pytest.fixture
def tree(firm):
    top = Department.objects.create(organization=firm, name="研发中心")
    return top, Department.objects.create(organization=firm, name="算法部", parent=top)


def test_only_ones_own_people_are_found_in_the_order_of_names(desk, firm, other_firm):
    make_employment(make_person("余一"), firm)
    make_employment(make_person("安二"), firm)
    make_employment(make_person("外人"), other_firm)
    assert desk() == ["安二", "何静", "余一"]


@pytest.mark.parametrize("words", ["单立新", "slx", "shanli", "B-77", "2222", "验证"])
def test_words_find(desk, firm, words):
    make_employment(make_person("单立新", phone="+8613911112222"), firm, staff_no="B-77", post="验证工程师")
    assert desk(q=words) == ["单立新"]


def test_a_department_finds_those_below_it(desk, firm, tree):
    top, below = tree
    make_employment(make_person("甲"), firm, department=top)
    make_employment(make_person("乙"), firm, department=below)
    assert (sorted(desk(within=top.pk)), desk(within=below.pk)) == (["乙", "甲"], ["乙"])


def test_another_firms_department_finds_nobody(desk, other_firm):
    theirs = Department.objects.create(organization=other_firm, name="甲")
    make_employment(organization=other_firm, department=theirs)
    assert desk(within=theirs.pk) == []


def test_states(desk, firm, hr, at):
    make_employment(make_person("等"), firm, state=EmploymentState.PENDING)
    make_employment(make_person("否"), firm, state=EmploymentState.REFUSED)
    staff.leave(employment=make_employment(make_person("走"), firm), by=hr, at=at)
    later = timezone.localdate() + timezone.timedelta(days=3)
    staff.leave(employment=make_employment(make_person("将"), firm), on=later, by=hr, at=at)
    asked = {state: desk(state=state) for state in ("pending", "confirmed", "refused", "leaving", "left", "nonsense")}
    assert asked == {
        "pending": ["等"],
        "confirmed": ["何静", "将"],
        "refused": ["否"],
        "leaving": ["将"],
        "left": ["走"],
        "nonsense": ["等", "否", "何静", "将"],
    }


def test_category_role_and_manager(desk, firm, employment):
    make_employment(make_person("甲"), firm, category="rd", line_manager=employment)
    make_role(employment.person, firm, RoleKind.TRAINER)
    assert (desk(category="rd"), desk(role="trainer")) == (["甲"], ["沈知远"])
    assert desk(manager=str(employment.public_id)) == ["甲"]


def test_sorts(desk, firm, tree):
    today = timezone.localdate()
    make_employment(make_person("甲"), firm, joined_on=today, department=tree[1])
    make_employment(make_person("乙"), firm, joined_on=today - timezone.timedelta(days=9), department=tree[0])
    assert desk(sort="joined")[:2] == ["甲", "乙"]
    assert desk(sort="department") == ["乙", "甲", "何静"]


def test_pages_are_whole(desk, firm):
    Employment.objects.bulk_create(claims(firm, 60))
    first, second = desk(), desk(page=2)
    assert (len(first), len(second), len({*first, *second})) == (50, 11, 61)


def claims(firm, count: int) -> list[Employment]:
    found = []
    for number in range(count):
        person = make_person(f"员工{number}")
        held = Employment(
            person=person,
            organization=firm,
            claimed_name=person.full_name,
            claimed_phone=person.phone,
            from_on=timezone.localdate(),
        )
        held.follow_claim()
        found.append(held)
    return found


@pytest.mark.parametrize("asked", [{}, {"q": "yg"}, {"sort": "department"}, {"state": "pending"}])
def test_a_larger_firm_is_asked_as_often(desk, firm, tree, asked):
    Employment.objects.bulk_create(claims(firm, 3))
    with CaptureQueriesContext(connection) as small:
        desk(**asked)
    Employment.objects.bulk_create(claims(firm, 70))
    with CaptureQueriesContext(connection) as large:
        desk(**asked)
    assert len(large) == len(small)
    assert len(large) <= 10


def test_htmx_gets_the_part_that_changes(client, hr):
    client.force_login(hr)
    part = client.get(reverse("ecosystem:staff"), headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in part, 'id="results"' in part) == (False, True)
