"""Who may do what for the organization: given, ended, handed over."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry, OutboxMessage
from ecosystem import rules
from ecosystem.actions import roles
from ecosystem.enums import ORGANIZATION_ROLES, EmploymentState, RoleKind
from ecosystem.models import Role
from ecosystem.rules.staff import GRANTABLE
from tests.factories.ecosystem import make_employment, make_person, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(firm):
    person = make_person("管理员")
    make_role(person, firm, RoleKind.ADMINISTRATOR)
    return person


def current(firm, kind) -> list:
    return [role.person for role in Role.objects.on(timezone.localdate()).filter(organization=firm, kind=kind)]


def test_hr_may_give_all_but_the_administrators_role():
    everything = ORGANIZATION_ROLES - {RoleKind.EMPLOYEE}
    assert {RoleKind.ADMINISTRATOR: everything, RoleKind.HR: everything - {RoleKind.ADMINISTRATOR}} == GRANTABLE


def test_a_role_is_given_with_who_and_when(firm, hr, employment, at):
    role = roles.give(employment=employment, kind=RoleKind.MENTOR, by=hr, at=at)
    assert (role.granted_by, role.from_on, role.organization) == (hr, timezone.localdate(), firm)


@pytest.mark.parametrize("kind", [RoleKind.ADMINISTRATOR, RoleKind.OFFICE, RoleKind.COMMITTEE, RoleKind.EMPLOYEE])
def test_hr_may_not_give_these(hr, employment, at, kind):
    with pytest.raises(rules.NotAllowed):
        roles.give(employment=employment, kind=kind, by=hr, at=at)


def test_hr_of_another_firm_gives_nothing(other_firm, employment, at):
    stranger = make_person("外人")
    make_role(stranger, other_firm, RoleKind.ADMINISTRATOR)
    with pytest.raises(rules.NotAllowed):
        roles.give(employment=employment, kind=RoleKind.MENTOR, by=stranger, at=at)


def test_an_end_is_recorded_and_told(firm, employment, at):
    role = make_role(employment.person, firm, RoleKind.MENTOR)
    roles.end(role=role, by=None, at=at)
    roles.end(role=role, by=None, at=at)
    role.refresh_from_db()
    assert role.to_on == timezone.localdate()
    assert AuditEntry.objects.filter(verb="ecosystem.role_ended").count() == 1
    assert [message.ids for message in OutboxMessage.objects.filter(topic="ecosystem.role_ended")] == [
        {"role_id": role.pk}
    ]


def test_the_last_administrator_is_not_ended(firm, administrator, at):
    role = administrator.roles.get(kind=RoleKind.ADMINISTRATOR)
    with pytest.raises(rules.NotAllowed):
        roles.take(role=role, by=administrator, at=at)
    make_role(make_person("乙"), firm, RoleKind.ADMINISTRATOR)
    roles.take(role=role, by=administrator, at=at)
    assert administrator not in current(firm, RoleKind.ADMINISTRATOR)


def test_an_administrator_who_has_not_said_yes_is_no_other(firm, administrator, at):
    waiting = make_employment(organization=firm, state=EmploymentState.PENDING)
    make_role(waiting.person, firm, RoleKind.ADMINISTRATOR)
    with pytest.raises(rules.NotAllowed):
        roles.take(role=administrator.roles.get(kind=RoleKind.ADMINISTRATOR), by=administrator, at=at)


def test_hr_does_not_end_an_administrator(firm, hr, administrator, at):
    with pytest.raises(rules.NotAllowed):
        roles.take(role=administrator.roles.get(kind=RoleKind.ADMINISTRATOR), by=hr, at=at)


def test_the_administration_is_handed_over(firm, administrator, employment, at):
    who = {"from_person": administrator, "organization": firm, "by": administrator, "at": at}
    roles.hand_over(to_person=employment.person, **who)
    assert current(firm, RoleKind.ADMINISTRATOR) == [employment.person]


def test_nobody_outside_takes_over(firm, other_firm, administrator, at):
    who = {"from_person": administrator, "organization": firm, "by": administrator, "at": at}
    pending = make_employment(organization=firm, state=EmploymentState.PENDING).person
    for person in (make_employment(organization=other_firm).person, pending, administrator):
        with pytest.raises(rules.NotAllowed):
            roles.hand_over(to_person=person, **who)
    assert current(firm, RoleKind.ADMINISTRATOR) == [administrator]


def test_who_does_not_hold_it_hands_nothing_over(firm, hr, employment, at):
    with pytest.raises(rules.NotAllowed):
        roles.hand_over(from_person=hr, to_person=employment.person, organization=firm, by=hr, at=at)


def test_the_page_lists_gives_and_ends(client, firm, hr, employment):
    client.force_login(hr)
    address = reverse("ecosystem:roles")
    assert client.post(address, {"who": "A1", "kind": "mentor"}).status_code == 302
    page = client.get(address)
    told = [
        (kind, [(holder[0], granter and granter[0]) for _role, holder, granter, _may in rows])
        for kind, rows in page.context["groups"]
    ]
    assert told == [(RoleKind.HR.label, [("何静", None)]), (RoleKind.MENTOR.label, [("沈知远", "何静")])]
    role = Role.objects.get(kind=RoleKind.MENTOR)
    assert client.post(reverse("ecosystem:end_role"), {"role": role.pk}).status_code == 302
    assert current(firm, RoleKind.MENTOR) == []


def test_another_firms_role_is_not_there(client, hr, other_firm):
    client.force_login(hr)
    theirs = make_role(make_person("外人"), other_firm, RoleKind.MENTOR)
    assert client.post(reverse("ecosystem:end_role"), {"role": theirs.pk}).status_code == 404


def test_only_an_administrator_may_hand_over(client, hr, administrator, employment):
    address = reverse("ecosystem:hand_over")
    client.force_login(hr)
    assert client.post(address, {"who": "A1"}).status_code == 404
    client.force_login(administrator)
    assert client.post(address, {"who": "A1"}).status_code == 302
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("asked", ["", "x", "\u00b2", "9" * 5_000])
def test_what_is_no_role_is_not_there(client, hr, asked):
    client.force_login(hr)
    assert client.post(reverse("ecosystem:end_role"), {"role": asked}).status_code == 404


@pytest.mark.parametrize("name", ["roles", "hand_over"])
def test_somebody_of_unseen_marks_is_nobody(client, administrator, name):
    client.force_login(administrator)
    said = {"who": "\u200b", "kind": RoleKind.TRAINER}
    assert client.post(reverse(f"ecosystem:{name}"), said).status_code == 422
