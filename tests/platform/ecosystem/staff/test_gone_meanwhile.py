"""What a page showed may be gone when its form comes back: a sentence, never a fault of the database."""

import datetime

import pytest

from ecosystem import rules
from ecosystem.actions import corrections, departments, invitation_links, many_staff, roles, staff
from ecosystem.enums import RoleKind
from ecosystem.models import CorrectionRequest, Department, Employment, Role
from tests.factories.ecosystem import make_employment, make_person
from tests.factories.joining import make_correction
from web.dates import local

PHONE = "+8613911112222"


@pytest.fixture
def removed(firm):
    """A department that a colleague has removed since."""
    department = Department.objects.create(organization=firm, name="质量部")
    Department.objects.filter(pk=department.pk).delete()
    return department


@pytest.fixture
def undone(firm):
    """Somebody whose roster has been undone since."""
    held = make_employment(make_person("何远"), firm)
    Employment.objects.filter(pk=held.pk).delete()
    return held


def writes(firm, hr, at, employment, department):
    who = {"by": hr, "at": at}
    other = Department.objects.create(organization=firm, name="研发部")
    return [
        lambda: staff.join(organization=firm, name="甲", phone=PHONE, department=department, **who),
        lambda: staff.change(employment=employment, version=None, fields={"department": department}, **who),
        lambda: many_staff.change_many(
            organization=firm, ids=[employment.pk], fields={"department": department}, **who
        ),
        lambda: departments.add(organization=firm, name="一组", parent=department, **who),
        lambda: departments.rename(department=department, name="质检部", **who),
        lambda: departments.move_under(department=other, parent=department, **who),
        lambda: departments.merge(department=other, into=department, **who),
        lambda: departments.merge(department=department, into=other, **who),
        lambda: departments.remove(department=department, **who),
        lambda: invitation_links.make(
            organization=firm, department=department, most=2, expires_at=at + datetime.timedelta(days=1), **who
        ),
    ]


@pytest.mark.parametrize("place", range(10))
def test_a_department_that_is_no_more_is_not_written_into(firm, hr, at, employment, removed, place):
    with pytest.raises(rules.NotAllowed):
        writes(firm, hr, at, employment, removed)[place]()
    assert not firm.employments.exclude(department=None).exists()


@pytest.mark.parametrize("name", ["change", "leave", "come_back"])
def test_somebody_whose_roster_was_undone_is_not_written(hr, at, undone, name):
    more = {"version": None, "fields": {"post": "x"}} if name == "change" else {}
    with pytest.raises(rules.NotAllowed):
        getattr(staff, name)(employment=undone, by=hr, at=at, **more)


def test_nobody_reports_to_somebody_who_is_no_more(firm, hr, at, employment, undone):
    with pytest.raises(rules.NotAllowed):
        staff.change(employment=employment, version=None, fields={"line_manager": undone}, by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        many_staff.change_many(organization=firm, ids=[employment.pk], fields={"line_manager": undone}, by=hr, at=at)


def test_a_role_is_not_given_to_somebody_who_has_left(firm, hr, at, employment):
    staff.leave(employment=employment, by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        roles.give(employment=employment, kind=RoleKind.TRAINER, by=hr, at=at)
    assert not Role.objects.filter(kind=RoleKind.TRAINER).exists()


def test_what_a_person_asked_is_no_more_once_they_are_erased(hr, at, employment):
    asked = make_correction(employment)
    CorrectionRequest.objects.filter(pk=asked.pk).delete()
    for answer in (corrections.apply, corrections.settle):
        with pytest.raises(rules.NotAllowed):
            answer(request=asked, by=hr, at=at)


@pytest.mark.parametrize(("days", "is_taken"), [(366, True), (367, False), (2_912_000, False)])
def test_a_mistyped_year_of_leaving_is_asked_about(firm, hr, at, employment, days, is_taken):
    on = local(at).date() + datetime.timedelta(days=days)
    [answer] = many_staff.leave_many(organization=firm, ids=[employment.pk], on=on, by=hr, at=at)
    assert (answer.refusal == "") == is_taken
    if not is_taken:
        with pytest.raises(rules.NotAllowed):
            staff.leave(employment=employment, on=on, by=hr, at=at)
