"""The desk: each duty with its count, done where it stands; nobody else's."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from ecosystem.enums import EmploymentState, RequestState, RoleKind
from ecosystem.models import Department, Employment
from overview import coming, firm_desk
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_correction, make_join_request, make_link
from tests.house.world import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    return make_organization()


@pytest.fixture
def hr(firm):
    person = make_employment(organization=firm).person
    make_role(person, firm, RoleKind.HR)
    return person


def counts(firm) -> dict[str, int]:
    return {duty.key: duty.count for duty in firm_desk.duties(firm)}


def test_each_duty_is_counted_for_its_firm_alone(firm, hr):
    other = make_organization()
    for organization in (firm, other):
        make_join_request(organization)
        make_correction(make_employment(organization=organization))
        make_employment(organization=organization, state=EmploymentState.PENDING)
    make_join_request(other)
    assert counts(firm) == {"requests": 1, "corrections": 1, "rosters": 0, "leavers": 0, "not-come": 1}


def test_a_request_is_answered_from_the_desk_and_comes_back_to_it(client, firm, hr):
    request = make_join_request(firm, "蒋一舟")
    client.force_login(hr)
    assert "蒋一舟" in client.get(reverse("overview:desk")).content.decode()
    place = f"{reverse('overview:desk')}#requests"
    answer = client.post(reverse("ecosystem:accept_request", args=[request.public_id]), {"next": place})
    request.refresh_from_db()
    assert (answer.headers["Location"], request.state) == (place, RequestState.ACCEPTED)
    assert counts(firm)["requests"] == 0


def test_the_desk_is_gone_at_the_request_after_hr_has_left(client, firm, hr):
    client.force_login(hr)
    assert client.get(reverse("overview:desk")).status_code == 200
    today = timezone.localdate()
    Employment.objects.filter(person=hr).update(from_on=today - datetime.timedelta(days=9), to_on=today)
    assert client.get(reverse("overview:desk")).status_code == 404


@pytest.mark.parametrize(
    ("make", "leads_to"),
    [
        (lambda firm: make_employment(organization=firm).person, "/"),
        (lambda firm: make_office(), "/desk/"),
        (lambda firm: make_person("路过"), "/"),
    ],
    ids=["employee", "office", "nobody's"],
)
def test_after_sign_in_those_with_a_desk_land_on_it(client, firm, make, leads_to):
    client.force_login(make(firm))
    assert client.get(reverse("overview:home")).headers["Location"] == leads_to


def test_hr_lands_on_the_desk(client, hr):
    client.force_login(hr)
    assert client.get(reverse("overview:home")).headers["Location"] == "/desk/"


def test_staff_are_added_up_by_branch(firm, hr):
    research = Department.objects.create(organization=firm, name="研发中心")
    algorithms = Department.objects.create(organization=firm, name="算法部", parent=research)
    for department in (research, algorithms, algorithms):
        make_employment(organization=firm, department=department)
    staff = firm_desk.staff_of(firm, timezone.localdate())
    assert (staff.total, staff.departments, staff.others) == (4, [(research.pk, "研发中心", 3)], 1)


def test_the_days_ahead_tell_who_leaves_and_which_link_ends(firm, hr):
    today = timezone.localdate()
    in_two_days = today + datetime.timedelta(days=2)
    leaver = make_employment(organization=firm)
    Employment.objects.filter(pk=leaver.pk).update(to_on=in_two_days)
    make_link(firm, hr, expires_at=timezone.now() + datetime.timedelta(days=3))
    with translation.override("en"):
        days = coming.days_ahead(firm, today)
    told = {(day.on - today).days: [entry.title for entry in day.entries] for day in days if day.entries}
    assert (len(days), told) == (14, {2: ["Last day"], 3: ["Link ends"]})
