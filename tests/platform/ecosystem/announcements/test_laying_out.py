"""Whom an announcement reaches, once each; all of it or nothing."""

import datetime

import pytest
from django.utils import timezone, translation
from psycopg.types.range import DateRange

import jobs
from ecosystem.actions import announcements as actions
from ecosystem.actions import laying_out
from ecosystem.enums import Audience, EmploymentKind, EmploymentState, PositionKind, RoleKind
from ecosystem.models import AnnouncementReceipt, ChainPosition, Department
from ecosystem.rules import NotAllowed
from jobs import tasks
from jobs.models import Job
from messaging.models import Message
from tests.factories.ecosystem import make_chain, make_employment, make_organization, make_person, make_role
from tests.platform.ecosystem.announcements.conftest import voice_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = datetime.timedelta(days=1)
TODAY = timezone.localdate()


def reached(announcement) -> set[int]:
    return set(announcement.receipts.values_list("person_id", flat=True))


def test_own_staff_confirmed_and_here_today(firm, hr, said):
    here = make_employment(organization=firm)
    make_employment(organization=firm, state=EmploymentState.PENDING)
    make_employment(organization=firm, state=EmploymentState.REFUSED)
    make_employment(organization=firm, to_on=TODAY)
    make_employment(organization=firm, from_on=TODAY + DAY)
    make_employment(organization=firm, person=make_person(is_active=False))
    make_employment()
    assert reached(said()) == {hr.pk, here.person_id}


def test_a_department_with_those_below_it(firm, said):
    top = Department.objects.create(organization=firm, name="研发中心")
    below = Department.objects.create(organization=firm, name="算法部", parent=top)
    other = Department.objects.create(organization=firm, name="财务部")
    people = {each: make_employment(organization=firm, department=each).person_id for each in (top, below, other)}
    assert reached(said(audience=Audience.DEPARTMENT, department=top)) == {people[top], people[below]}


def test_everybody_is_reached_once_through_the_primary_employment(firm, hr, said):
    person = make_employment(organization=make_organization(), kind=EmploymentKind.SECONDARY).person
    primary = make_employment(person=person, organization=firm)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    assert reached(announcement) == {hr.pk, person.pk}
    assert announcement.receipts.get(person=person).organization == primary.organization


def member(chain, firm):
    ChainPosition.objects.create(
        organization=firm, chain=chain, kind=PositionKind.PARTNER, period=DateRange(None, None)
    )


def test_a_chain_and_its_keepers(firm, hr, said):
    chain, other = make_chain("a"), make_chain("b")
    member(chain, firm)
    make_employment(organization=firm)
    elsewhere = make_employment()
    member(other, elsewhere.organization)
    make_role(elsewhere.person, elsewhere.organization)
    make_role(make_person(), firm, RoleKind.TRAINER)
    staff = set(firm.employments.values_list("person_id", flat=True))
    assert reached(said(audience=Audience.CHAIN, organization=None, chain=chain)) == staff
    assert reached(said(audience=Audience.CHAIN_KEEPERS, organization=None, chain=chain)) == {hr.pk}
    assert reached(said(audience=Audience.KEEPERS, organization=None)) == {hr.pk, elsewhere.person_id}


def test_laying_out_twice_reaches_nobody_twice(firm, hr, said):
    announcement = said()
    before = announcement.laid_out_at
    make_employment(organization=firm, from_on=TODAY + DAY)
    laying_out.lay_out(announcement_id=announcement.pk, at=NOW + DAY, progress=lambda done, total: None)
    announcement.refresh_from_db()
    assert (announcement.receipts.count(), Message.objects.count(), announcement.laid_out_at) == (1, 1, before)


def test_who_joins_later_is_not_reached(firm, hr, said):
    announcement = said(is_laid_out=False)
    later = make_employment(organization=firm, from_on=TODAY + DAY)
    laying_out.lay_out(announcement_id=announcement.pk, at=NOW + DAY, progress=lambda done, total: None)
    assert later.person_id not in reached(announcement)


def test_each_reader_finds_it_behind_the_bell(hr, said):
    announcement = said()
    message = Message.objects.get(person=hr)
    with translation.override("zh-hans"):
        assert (message.title, message.text) == ("新公告", "放假安排")
    assert str(announcement.public_id) in message.url


def test_the_worker_lays_it_out(hr, said):
    announcement = said(is_laid_out=False)
    tasks.run_job(Job.objects.get().pk)
    announcement.refresh_from_db()
    assert (Job.objects.get().result, announcement.laid_out_at is None, reached(announcement)) == (
        {"people": 1},
        False,
        {hr.pk},
    )


def test_stopped_half_way_it_leaves_nothing_and_is_sent_again(firm, hr, said, monkeypatch):
    make_employment(organization=firm)
    announcement = said(is_laid_out=False)
    monkeypatch.setattr(laying_out, "BATCH", 1)

    def stop_at_one(done, total):
        if done:
            raise jobs.Stopped

    with pytest.raises(jobs.Stopped):
        laying_out.lay_out(announcement_id=announcement.pk, at=NOW, progress=stop_at_one)
    assert (AnnouncementReceipt.objects.count(), Message.objects.count()) == (0, 0)
    again = {"announcement": announcement, "voice": voice_of(announcement), "by": hr, "at": NOW}
    assert actions.lay_out_again(**again) is None  # the first job still waits for the worker
    Job.objects.update(state="stopped")
    tasks.run_job(actions.lay_out_again(**again).pk)
    assert (len(reached(announcement)), actions.lay_out_again(**again)) == (2, None)


def test_withdrawn_on_the_way_it_reaches_nobody(firm, hr, said):
    announcement = said(is_laid_out=False)

    def withdraw(done, total):
        actions.withdraw(announcement=announcement, voice=voice_of(announcement), by=hr, at=NOW)

    with pytest.raises(NotAllowed):
        laying_out.lay_out(announcement_id=announcement.pk, at=NOW, progress=withdraw)
    assert (AnnouncementReceipt.objects.count(), Message.objects.count()) == (0, 0)


def test_a_job_for_a_withdrawn_one_says_so(hr, said):
    announcement = said(is_laid_out=False)
    actions.withdraw(announcement=announcement, voice=voice_of(announcement), by=hr, at=NOW)
    tasks.run_job(Job.objects.get().pk)
    assert (Job.objects.get().state, bool(Job.objects.get().refusal)) == ("failed", True)
