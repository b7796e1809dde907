"""Two of HR at once, on a real server; and corrections that come while a look is under way."""

import threading
import time

import pytest
from django.db import connection, transaction
from django.utils import timezone

from ecosystem.models import Employment
from jobs.models import Job
from talent_pool.people import rules
from talent_pool.people.imports.actions import committing, correcting, looking
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.rosters.corrections import Corrections
from tests.factories.rosters import clean, make_staff
from tests.talent_pool.people.imports.conftest import make_desk, work


def at_once(*deeds) -> list[str]:
    """What each told: "done" or the name of its refusal; all begin together."""
    start, told = threading.Barrier(len(deeds)), []

    def do(deed) -> None:
        start.wait(timeout=30)
        try:
            deed()
            told.append("done")
        except rules.ImportRefused as refusal:
            told.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(told)


def commit(desk, roster: RosterImport):
    said = {"version": roster.version, "digest": roster.digest, "is_whole": False}
    return lambda: committing.start(roster=roster, **said, by=desk.hr, at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_one_roster_written_by_two_at_once_is_written_once():
    desk = make_desk()
    roster = desk.bring(clean(make_staff(20)))
    assert at_once(commit(desk, roster), commit(desk, roster)) == ["ImportRefused", "done"]
    assert Job.objects.filter(kind=committing.KIND).count() == 1
    assert work(roster).state == ImportState.COMMITTED
    assert Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).count() == 20


@pytest.mark.django_db(transaction=True)
def test_two_rosters_of_the_same_people_at_once_make_everybody_once():
    desk = make_desk()
    one, other = desk.bring(clean(make_staff(20))), desk.bring(clean(make_staff(21)))
    assert at_once(commit(desk, one), commit(desk, other)) == ["ImportRefused", "done"]
    work(one)
    for roster in (one, other):
        stands = RosterImport.objects.get(pk=roster.pk)
        if stands.state == ImportState.LOOKED:
            commit(desk, stands)()
            assert work(stands).state == ImportState.LOOKED  # moved: its people are there already
    made = Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr)
    assert len(set(made.values_list("claimed_phone", flat=True))) == made.count() in (20, 21)


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_to_the_same_page_one_is_told_to_look_again():
    desk = make_desk()
    roster = desk.bring(clean(make_staff(3)))

    def correct(text: str):
        said = [Corrections(cells={(2, "post"): text})]
        return lambda: correcting.correct(roster=roster, version=1, said=said, by=desk.hr, at=timezone.now())

    assert at_once(correct("总监"), correct("经理")) == ["Stale", "done"]
    assert RosterImport.objects.get(pk=roster.pk).version == 2


@pytest.mark.django_db
def test_a_correction_that_comes_while_the_roster_is_looked_at_is_looked_at_too(desk, roster, monkeypatch):
    plan = looking.plan_import
    said = iter([Corrections(cells={(2, "post"): "总监"})])

    def corrected_meanwhile(*arguments, **options):
        for each in said:
            correcting.correct(roster=roster, version=1, said=[each], by=desk.hr, at=timezone.now())
        return plan(*arguments, **options)

    monkeypatch.setattr(looking, "plan_import", corrected_meanwhile)
    looked = looking.look(import_id=roster.pk, at=timezone.now(), progress=lambda done, total: None)
    assert (looked.looked_version, looked.version) == (2, 2)
    assert looked.rows.get(number=2).facts["post"] == "总监"


@pytest.mark.django_db
def test_a_roster_that_is_being_written_is_not_looked_at_again(desk, roster):
    commit(desk, roster)()
    before = RosterImport.objects.values().get(pk=roster.pk)
    looking.look(import_id=roster.pk, at=timezone.now(), progress=lambda done, total: None)
    assert RosterImport.objects.values().get(pk=roster.pk) == before


def wait_for_somebody_at_the_lock() -> None:
    for _moment in range(300):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waited")


@pytest.mark.django_db(transaction=True)
def test_who_waited_while_the_writing_was_asked_for_finds_it_asked_for():
    """The job of the first is not in what the second saw before it waited."""
    desk = make_desk()
    roster = desk.bring(clean(make_staff(3)))
    told: list[list[str]] = []
    second = threading.Thread(target=lambda: told.append(at_once(commit(desk, roster))))
    with transaction.atomic():
        commit(desk, roster)()
        second.start()
        wait_for_somebody_at_the_lock()
    second.join(timeout=60)
    assert told == [["ImportRefused"]]
    assert Job.objects.filter(kind=committing.KIND).count() == 1
    assert work(roster).state == ImportState.COMMITTED
