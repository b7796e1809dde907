"""Who has left does nothing for the firm, and the firm sees nothing of theirs, at the next request."""

import pytest
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions import staff
from ecosystem.enums import RoleKind
from ecosystem.models import Role
from ecosystem.names import readable_names
from tests.factories.ecosystem import make_person, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaver(firm):
    person = make_person("韩予安")
    make_role(person, firm, RoleKind.HR)
    return person.employments.get()


def test_hr_who_has_left_finds_no_desk_at_the_next_request(client, leaver, hr, at):
    client.force_login(leaver.person)
    assert client.get(reverse("ecosystem:staff")).status_code == 200
    staff.leave(employment=leaver, by=hr, at=at)
    for name in ("staff", "departments", "roles", "staff_add"):
        assert client.get(reverse(f"ecosystem:{name}")).status_code == 404


def test_who_has_left_and_joined_the_same_day_is_gone_as_well(client, firm, leaver, hr, at):
    leaver.from_on = timezone.localdate()
    leaver.save()
    Role.objects.update(from_on=timezone.localdate())
    client.force_login(leaver.person)
    staff.leave(employment=leaver, by=hr, at=at)
    assert client.get(reverse("ecosystem:staff")).status_code == 404


def test_the_firm_reads_the_name_no_longer(leaver, hr, at):
    asked = {"viewer": hr, "people": [leaver.person_id], "day": timezone.localdate()}
    assert readable_names(**asked) == {leaver.person_id: "韩予安"}
    staff.leave(employment=leaver, by=hr, at=at)
    assert readable_names(**asked) == {}


def test_who_has_left_reads_nobodys_name(leaver, employment, hr, at):
    asked = {"viewer": leaver.person, "people": [employment.person_id], "day": timezone.localdate()}
    assert readable_names(**asked) == {employment.person_id: "沈知远"}
    staff.leave(employment=leaver, by=hr, at=at)
    assert readable_names(**asked) == {}


def test_another_firm_of_theirs_goes_on(client, leaver, other_firm, hr, at):
    make_role(leaver.person, other_firm, RoleKind.HR)
    staff.leave(employment=leaver, by=hr, at=at)
    client.force_login(leaver.person)
    page = client.get(reverse("ecosystem:staff"))
    assert (page.status_code, page.wsgi_request.firm) == (200, other_firm)


def test_who_is_to_leave_works_here_until_then(client, leaver, hr, at):
    staff.leave(employment=leaver, on=timezone.localdate() + timezone.timedelta(days=1), by=hr, at=at)
    client.force_login(leaver.person)
    assert client.get(reverse("ecosystem:staff")).status_code == 200


def test_a_leaver_is_found_by_their_own_firm_alone(client, leaver, other_firm, hr, at):
    staff.leave(employment=leaver, by=hr, at=at)
    stranger = make_person("外人")
    make_role(stranger, other_firm, RoleKind.HR)
    client.force_login(stranger)
    page = client.get(reverse("ecosystem:staff"), {"state": "left", "q": "韩予安"})
    assert page.context["lines"] == []


def test_a_new_employment_is_a_stranger_until_the_yes(client, leaver, hr, at):
    staff.leave(employment=leaver, by=hr, at=at)
    staff.come_back(employment=leaver, by=hr, at=at)
    client.force_login(leaver.person)
    answer = client.get(reverse("ecosystem:staff"))
    assert (answer.status_code, answer.url.startswith(reverse("ecosystem:welcome"))) == (302, True)
