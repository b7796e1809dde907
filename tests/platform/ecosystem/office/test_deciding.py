"""The office decides about applications: once, whoever clicks twice, and nobody else."""

import datetime
import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from ecosystem.actions import applications as actions
from ecosystem.actions.administrators import invite_first_administrator
from ecosystem.actions.employments import confirm
from ecosystem.enums import ApplicationState, EmploymentState, EventOrigin, PositionKind, RoleKind
from ecosystem.models import ChainPosition, Employment, Invitation, Organization, Role
from ecosystem.queries.applications import similar_organizations
from ecosystem.rules import NotAllowed
from ecosystem.rules.applications import MOVES
from tests.factories.applications import make_application
from tests.factories.ecosystem import LONG_AGO, make_chain, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def office(db):
    person = make_person("卢青")
    Role.objects.create(person=person, ecosystem=make_chain().ecosystem, kind=RoleKind.OFFICE, from_on=LONG_AGO)
    return person


def accept(application, office, from_on=TODAY):
    return actions.accept(application=application, from_on=from_on, by=office, at=timezone.now())


def test_accepting_registers_places_and_invites(office):
    application = make_application(chain=make_chain(), position=PositionKind.PARTNER, short_name="钱湾智控")
    organization = accept(application, office)
    application.refresh_from_db()
    assert (application.state, application.organization) == (ApplicationState.ACCEPTED, organization)
    assert (organization.uscc, organization.firm_code) == (application.uscc, "QWZK")
    held = ChainPosition.objects.get(organization=organization)
    assert (held.kind, held.period.lower) == (PositionKind.PARTNER, TODAY)
    employment = Employment.objects.get(organization=organization)
    assert (employment.state, employment.claimed_phone) == (EmploymentState.PENDING, application.applicant_phone)
    assert employment.events.get().origin == EventOrigin.APPLICATION
    assert Invitation.objects.get().employment == employment


def test_the_first_administrator_administers_once_they_have_said_yes(office):
    organization = accept(make_application(), office)
    employment = Employment.objects.get(organization=organization)
    today = timezone.localdate()
    held = Role.objects.on(today).filter(organization=organization)
    assert set(held.values_list("kind", flat=True)) == set()
    confirm(employment=employment, name="周可为", by=employment.person, at=timezone.now())
    assert set(held.values_list("kind", flat=True)) == {RoleKind.EMPLOYEE, RoleKind.ADMINISTRATOR, RoleKind.HR}


def test_accepting_twice_is_accepting_once(office):
    application = make_application()
    assert accept(application, office) == accept(application, office)
    assert AuditEntry.objects.filter(verb="ecosystem.application_accepted").count() == 1


def test_what_the_source_named_is_completed_and_keeps_what_it_has(office):
    named = make_organization("同盾科技", focus="决策智能", firm_code=None)
    Organization.objects.filter(pk=named.pk).update(uscc=None)
    organization = accept(make_application(name="同盾科技"), office)
    assert (organization.pk, organization.focus, bool(organization.uscc), organization.firm_code) == (
        named.pk,
        "决策智能",
        True,
        "TDKJ",
    )


def test_a_chain_with_an_anchor_takes_no_second_and_nothing_is_written(office):
    chain = make_chain()
    accept(make_application(chain=chain, position=PositionKind.ANCHOR), office)
    second = make_application(chain=chain, position=PositionKind.ANCHOR)
    with pytest.raises(NotAllowed):
        accept(second, office)
    second.refresh_from_db()
    assert (second.state, Organization.objects.filter(uscc=second.uscc).exists()) == ("submitted", False)


DEEDS = {
    ApplicationState.ACCEPTED: lambda application, office: accept(application, office),
    ApplicationState.DECLINED: lambda application, office: actions.decline(
        application=application, reason="不在本区", by=office, at=timezone.now()
    ),
    ApplicationState.ASKED_BACK: lambda application, office: actions.ask_back(
        application=application, question="？", by=office, at=timezone.now()
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("state", ApplicationState)
def test_a_deed_leads_where_the_table_says_and_nowhere_else(office, state, deed):
    application = make_application(state=ApplicationState.SUBMITTED)
    if state in DEEDS:
        DEEDS[state](application, office)
    if state == deed or deed in MOVES[state]:
        DEEDS[deed](application, office)
        application.refresh_from_db()
        assert application.state == deed
    else:
        with pytest.raises(NotAllowed):
            DEEDS[deed](application, office)


def test_similar_names_are_shown(office):
    alike = make_organization("杭州钱湾智控科技有限公司")
    make_organization("余杭云栖电子有限公司")
    application = make_application(name="钱湾智控（杭州）有限公司")
    assert similar_organizations(application) == [alike]


def test_the_licence_is_the_offices_alone(client, office):
    application = make_application()
    path = reverse("ecosystem:office_licence", args=[application.public_id])
    hr = make_person()
    make_role(hr, make_organization())
    client.force_login(hr)
    assert client.get(path).status_code == 404
    client.force_login(office)
    response = client.get(path)
    assert (response.status_code, response["Content-Type"], b"".join(response.streaming_content)[:3]) == (
        200,
        "image/jpeg",
        b"\xff\xd8\xff",
    )


def test_another_number_takes_the_first_invitation_back(office):
    organization, now = make_organization(), timezone.now()
    told = {"organization": organization, "by": office, "at": now}
    first = invite_first_administrator(name="甲", phone="+8613900009001", **told)
    second = invite_first_administrator(name="乙", phone="+8613900009002", **told)
    first.refresh_from_db()
    kinds = Role.objects.filter(person=first.person, organization=organization, to_on=None)
    assert (first.to_on is not None, kinds.count()) == (True, 0)
    confirm(employment=second, name="乙", by=second.person, at=now)
    with pytest.raises(NotAllowed):
        invite_first_administrator(name="丙", phone="+8613900009003", **told)


@pytest.mark.django_db(transaction=True)
def test_two_accepts_at_once_make_one_organization():
    office = make_person("卢青")
    application = make_application()
    found, start = [], threading.Barrier(2)

    def race():
        start.wait()
        try:
            found.append(accept(application, office).pk)
        finally:
            connection.close()

    racers = [threading.Thread(target=race) for _ in range(2)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert (len(found), len(set(found)), Organization.objects.filter(uscc=application.uscc).count()) == (2, 1, 1)
    assert Invitation.objects.count() == 1
