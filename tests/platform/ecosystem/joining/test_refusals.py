"""A firm that was told no does not ask again by naming another phone and then the first one."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from ecosystem import queries
from ecosystem.actions import employments, join_requests, staff
from ecosystem.actions.invitations import Invited, invite
from ecosystem.enums import EmploymentState, NotInvited
from ecosystem.models import Employment
from tests.factories.ecosystem import make_employment, make_organization
from tests.factories.joining import make_join_request

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = datetime.timedelta(days=91)


def claimed_again() -> Employment:
    """Refused, named with another phone, and then with the person's own again."""
    first = make_employment(state=EmploymentState.PENDING)
    employments.refuse(employment=first, by=first.person, at=NOW)
    away = staff.change(employment=first, version=None, fields={"claimed_phone": "+8613977776666"}, by=None, at=NOW)
    return staff.change(employment=away, version=None, fields={"claimed_phone": first.claimed_phone}, by=None, at=NOW)


def test_who_said_no_is_not_asked_again_for_three_months(client):
    again = claimed_again()
    refused = Employment.objects.get(state=EmploymentState.REFUSED)
    assert (again.person, again.state) == (refused.person, EmploymentState.PENDING)
    client.force_login(again.person)
    assert client.get(reverse("ecosystem:overview")).status_code == 200
    days = (queries.today(), queries.today() + LATER)
    assert [queries.employments_of(again.person, day) for day in days] == [[], [again]]


def test_nor_invited():
    again = claimed_again()
    told = [invite(employments=[again], by=None, at=at) for at in (NOW, NOW + LATER)]
    assert told == [Invited(0, {NotInvited.SAID_NO: 1}), Invited(1)]


def test_another_firm_may_ask():
    again = claimed_again()
    other = make_employment(again.person, make_organization(), state=EmploymentState.PENDING)
    assert queries.employments_of(again.person, queries.today()) == [other]


def test_who_asks_to_be_let_in_after_all_is_asked():
    held = make_employment(state=EmploymentState.PENDING)
    employments.refuse(employment=held, by=held.person, at=NOW)
    request = make_join_request(held.organization, phone=held.claimed_phone)
    anew = join_requests.accept(request=request, by=held.person, at=NOW)
    assert queries.employments_of(held.person, queries.today()) == [anew]


def test_a_staff_number_leads_in_to_the_last_day():
    day = queries.today()
    held = [
        make_employment(organization=make_organization(firm_code=code), staff_no="E1", to_on=to_on)
        for code, to_on in (("STAY", day + datetime.timedelta(days=3)), ("GONE", day))
    ]
    assert [queries.find_person_by_staff_no(code, "E1") for code in ("STAY", "GONE")] == [held[0].person, None]
