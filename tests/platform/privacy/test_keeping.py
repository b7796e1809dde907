"""What was promised by the clock happens, not a day early, and once."""

import datetime

import pytest
from django.core.files.base import ContentFile

from accounts.models import User
from audit.models import AuditEntry
from ecosystem.enums import ApplicationState, EmploymentState, EventKind, RequestState, RoleKind
from ecosystem.models import Employment, EmploymentEvent, JoinRequest, OrganizationApplication, Role
from jobs.models import Job
from privacy import keeping
from privacy.keeping import delete_what_is_due, months_before
from talent_pool.people.models import RosterImport, RosterRow, SkillClaim
from talent_pool.people.models.imports import ImportState
from tests.factories.ecosystem import make_chain, make_employment, make_organization, make_person, make_uscc
from tests.platform.privacy.world import A_DAY, AT, hang_on

pytestmark = pytest.mark.django_db
JUST_YET = datetime.timedelta(seconds=1)


def due(rule: str, at: datetime.datetime = AT) -> int:
    return delete_what_is_due(at=at).get(rule, 0)


def make_import(uploaded_at: datetime.datetime, state=ImportState.COMMITTED) -> RosterImport:
    person = make_person()
    made = RosterImport.objects.create(
        organization=make_organization(),
        by=person,
        file_name="员工.xlsx",
        file_digest="",
        uploaded_at=uploaded_at,
        state=state,
        understood={"sheet": "员工"},
        offers=[{"word": "研发"}],
        corrections={"2": "单立新"},
        numbers={"new": 3},
    )
    made.file.save("roster", ContentFile(b"xlsx"))
    RosterRow.objects.create(roster_import=made, number=2, result="new", facts={"name": "单立新"})
    return made


def test_roster_files_go_after_30_days_and_their_numbers_stay():
    old, young = make_import(AT - 30 * A_DAY - JUST_YET), make_import(AT - 30 * A_DAY + JUST_YET)
    assert (due("people.RosterImport.file"), due("people.RosterImport.file")) == (1, 0)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.file.name, old.understood, old.offers, old.corrections, old.numbers) == ("", {}, [], {}, {"new": 3})
    assert (old.rows.count(), young.rows.count(), bool(young.file)) == (0, 1, True)


def test_an_import_hr_forgot_is_dropped_and_one_being_written_waits():
    open_one = make_import(AT - 40 * A_DAY, ImportState.LOOKED)
    writing = make_import(AT - 40 * A_DAY, ImportState.COMMITTING)
    assert due("people.RosterImport.file") == 1
    states = dict(RosterImport.objects.values_list("pk", "state"))
    assert states == {open_one.pk: ImportState.DROPPED, writing.pk: ImportState.COMMITTING}


@pytest.mark.django_db(transaction=True)
def test_the_bytes_of_a_roster_are_gone_from_the_shelf():
    file = make_import(AT - 31 * A_DAY).file
    assert file.storage.exists(file.name)
    delete_what_is_due(at=AT)
    assert not file.storage.exists(file.name)


def test_files_of_jobs_go_when_their_moment_has_come():
    for until in (AT, AT + JUST_YET):
        Job.objects.create(kind="x", created_at=AT, file_until=until, file_name="a.zip").file.save(
            "a", ContentFile(b"a")
        )
    assert (due("jobs.Job.file"), due("jobs.Job.file")) == (1, 0)
    assert [bool(job.file) for job in Job.objects.order_by("file_until")] == [False, True]


def make_unclaimed(**facts) -> User:
    person = make_person(last_login=None)
    User.objects.filter(pk=person.pk).update(created_at=facts.pop("created_at", AT - 400 * A_DAY))
    make_employment(person, state=EmploymentState.PENDING, **facts)
    return person


def test_who_never_came_is_erased_after_12_months():
    gone, refused = make_unclaimed(), make_unclaimed()
    refused.employments.update(state=EmploymentState.REFUSED)
    kept = {
        "young": make_unclaimed(created_at=months_before(AT, 12) + JUST_YET),
        "taken in again": make_unclaimed(from_on=datetime.date(2026, 3, 1)),
        "on a later roster": make_unclaimed(),
        "signed in": make_unclaimed(),
        "confirmed elsewhere": make_unclaimed(),
        "of the office": make_unclaimed(),
        "on no roster": make_person(),
    }
    held = kept["on a later roster"].employments.get()
    EmploymentEvent.objects.create(employment=held, at=AT - A_DAY, kind=EventKind.JOINED)
    User.objects.filter(pk=kept["signed in"].pk).update(last_login=AT - 390 * A_DAY)
    make_employment(kept["confirmed elsewhere"])
    ecosystem = make_chain().ecosystem
    Role.objects.create(
        person=kept["of the office"], ecosystem=ecosystem, kind=RoleKind.OFFICE, from_on=datetime.date(2020, 1, 1)
    )
    User.objects.filter(pk=kept["on no roster"].pk).update(created_at=AT - 400 * A_DAY)
    assert (due("accounts.User"), due("accounts.User")) == (2, 0)
    erased = set(User.objects.filter(is_active=False).values_list("pk", flat=True))
    assert erased == {gone.pk, refused.pk}
    assert not Employment.objects.filter(person__in=erased).exclude(claimed_name="").exists()


def test_a_claim_is_blanked_24_months_after_its_end_and_what_hung_on_it_goes():
    last_day = datetime.date(2024, 11, 24)
    past = make_employment(to_on=last_day, staff_no="E1", post="工程师")
    recent = make_employment(past.person, to_on=last_day + A_DAY)
    now = make_employment(past.person, staff_no="E2")
    for held in (past, now):
        hang_on(held, None)
    assert (due("ecosystem.Employment"), due("ecosystem.Employment")) == (1, 0)
    names = dict(Employment.objects.values_list("pk", "claimed_name"))
    assert names == {past.pk: "", recent.pk: "沈知远", now.pk: "沈知远"}
    past.refresh_from_db()
    assert (past.staff_no, past.post, past.claimed_phone, past.search_words, past.to_on) == ("", "", "", "", last_day)
    assert [claim.employment_id for claim in SkillClaim.objects.all()] == [now.pk]
    assert past.events.get().changes == {} and now.events.get().changes != {}
    assert User.objects.get(pk=past.person_id).full_name == "沈知远"


def make_application(number: int, decided_at, state=ApplicationState.DECLINED) -> OrganizationApplication:
    made = OrganizationApplication.objects.create(
        name=f"申请{number}",
        uscc=make_uscc(900 + number),
        applicant_name="单立新",
        applicant_phone="+8613800000000",
        state=state,
        submitted_at=AT - 900 * A_DAY,
        decided_at=decided_at,
    )
    made.licence.save("licence", ContentFile(b"jpg"))
    return made


def test_licences_go_90_days_after_the_decision():
    make_application(1, AT - 90 * A_DAY - JUST_YET)
    make_application(2, AT - 90 * A_DAY + JUST_YET)
    make_application(3, None, ApplicationState.SUBMITTED)
    rule = "ecosystem.OrganizationApplication.licence"
    assert (due(rule), due(rule)) == (1, 0)
    assert [bool(made.licence) for made in OrganizationApplication.objects.order_by("pk")] == [False, True, True]


def test_applicants_are_blanked_24_months_after_the_decision():
    make_application(1, months_before(AT, 24) - JUST_YET)
    make_application(2, months_before(AT, 24) + JUST_YET)
    assert due("ecosystem.OrganizationApplication") == 1
    names = OrganizationApplication.objects.order_by("pk").values_list("applicant_name", "applicant_phone", "name")
    assert list(names) == [("", "", "申请1"), ("单立新", "+8613800000000", "申请2")]


def test_requests_to_join_go_30_days_after_the_answer():
    firm = make_organization()
    moments = {
        RequestState.DECLINED: AT - 30 * A_DAY - JUST_YET,
        RequestState.ACCEPTED: AT - 30 * A_DAY + JUST_YET,
        RequestState.WAITING: None,
    }
    for number, (state, moment) in enumerate(moments.items()):
        JoinRequest.objects.create(
            organization=firm, name="x", phone=f"+861380000000{number}", state=state, asked_at=AT, decided_at=moment
        )
    assert due("ecosystem.JoinRequest") == 1
    assert set(JoinRequest.objects.values_list("state", flat=True)) == {RequestState.ACCEPTED, RequestState.WAITING}


def test_a_request_nobody_answers_goes_after_half_a_year():
    firm = make_organization()
    for number, asked_at in enumerate((AT - 180 * A_DAY - JUST_YET, AT - 180 * A_DAY + JUST_YET)):
        JoinRequest.objects.create(organization=firm, name="x", phone=f"+861380000000{number}", asked_at=asked_at)
    assert (due("ecosystem.JoinRequest"), JoinRequest.objects.get().phone) == (1, "+8613800000001")


def test_batches_end_all_of_it_and_each_is_counted():
    for _ in range(5):
        make_import(AT - 40 * A_DAY)
    assert delete_what_is_due(at=AT, most=2)["people.RosterImport.file"] == 5
    told = AuditEntry.objects.filter(verb="privacy.ended_by_the_clock").values_list("subject_type", "by_id", "data")
    rows = [("people.rosterimport", None, {"rule": "people.RosterImport.file", "rows": rows}) for rows in (2, 2, 1)]
    assert list(told.order_by("pk")) == rows


def test_a_rule_that_fails_stops_no_other(monkeypatch):
    def stumble(**when):
        raise KeyError

    monkeypatch.setitem(keeping.RULES, "accounts.User", keeping.Kept("created_at", 0, 12, stumble))
    make_import(AT - 40 * A_DAY)
    assert delete_what_is_due(at=AT) == {"people.RosterImport.file": 1}


def test_a_rule_that_ends_nothing_does_not_run_for_ever(monkeypatch):
    monkeypatch.setattr(keeping, "MOST_BATCHES", 3)
    monkeypatch.setitem(keeping.RULES, "accounts.User", keeping.Kept("created_at", 0, 12, lambda **when: 1))
    assert delete_what_is_due(at=AT) == {"accounts.User": 3}


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [("2026-03-31", 1, "2026-02-28"), ("2024-03-30", 1, "2024-02-29"), ("2026-11-24", 24, "2024-11-24")],
)
def test_months_are_those_of_the_calendar(day, months, before):
    at = datetime.datetime.fromisoformat(f"{day}T14:00:00+08:00")
    assert months_before(at, months).isoformat() == f"{before}T14:00:00+08:00"
