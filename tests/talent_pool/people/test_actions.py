import datetime

import pytest

from audit import outbox
from audit.models import OutboxMessage
from ecosystem.actions import employments
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Role
from talent_pool.people.actions import end_role_of_refused
from tests.factories.ecosystem import LONG_AGO, make_employment, make_role

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 11, 25, 17, tzinfo=datetime.UTC)
THE_26TH_IN_SHANGHAI = datetime.date(2026, 11, 26)


@pytest.fixture
def refused():
    employment = make_employment(state=EmploymentState.PENDING)
    make_role(employment.person, employment.organization, RoleKind.EMPLOYEE)
    employments.refuse(employment=employment, by=employment.person, at=AT)
    return employment


def ends(employment) -> list:
    return list(Role.objects.filter(person=employment.person).order_by("pk").values_list("kind", "to_on"))


def test_a_refusal_ends_the_role_of_an_employee(refused):
    hr = make_role(refused.person, refused.organization, RoleKind.HR)
    end_role_of_refused(employment_id=refused.pk, at=AT)
    assert ends(refused) == [(RoleKind.EMPLOYEE, THE_26TH_IN_SHANGHAI), (hr.kind, None)]


def test_ending_it_twice_changes_nothing(refused):
    end_role_of_refused(employment_id=refused.pk, at=AT)
    end_role_of_refused(employment_id=refused.pk, at=AT + datetime.timedelta(days=9))
    assert ends(refused) == [(RoleKind.EMPLOYEE, THE_26TH_IN_SHANGHAI)]


def test_a_role_of_today_ends_today(refused):
    Role.objects.update(from_on=THE_26TH_IN_SHANGHAI)
    end_role_of_refused(employment_id=refused.pk, at=AT)
    assert ends(refused) == [(RoleKind.EMPLOYEE, THE_26TH_IN_SHANGHAI)]


def test_who_works_there_by_another_claim_keeps_the_role(refused):
    type(refused).objects.filter(pk=refused.pk).update(to_on=datetime.date(2026, 11, 25))
    make_employment(refused.person, refused.organization, from_on=LONG_AGO)
    end_role_of_refused(employment_id=refused.pk, at=AT)
    assert ends(refused) == [(RoleKind.EMPLOYEE, None)]


def test_the_answer_reaches_the_room(refused):
    outbox.deliver(OutboxMessage.objects.get(topic="ecosystem.employment_refused").pk)
    assert [to_on is None for _, to_on in ends(refused)] == [False]
