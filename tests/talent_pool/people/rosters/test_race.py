"""Two processes import at once, on a real server: nobody is doubled, nobody is lost, nobody waits forever."""

import io
import json
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.utils import timezone

from accounts.models import User
from ecosystem.actions import employments
from ecosystem.enums import EmploymentState
from ecosystem.models import Department, Employment, Organization, Role
from talent_pool.people.rosters.actions import commit_roster
from talent_pool.people.rosters.reading import read_roster
from tests.factories import rosters
from tests.factories.ecosystem import make_organization, make_uscc
from tests.factories.rosters import make_staff

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 300
FORKED = multiprocessing.get_context("fork")


def at_once(*commands: list[str]) -> list[dict]:
    """What each import told; all begin at the same moment, each in a process of its own."""
    return in_processes(committed, commands)


def in_processes(act, *arguments) -> list[dict]:
    connections.close_all()  # a connection cannot be shared with a forked process
    start = FORKED.Barrier(len(arguments[0]))
    with ProcessPoolExecutor(start.parties, FORKED, initializer=wait_for_the_others, initargs=(start,)) as processes:
        return list(processes.map(act, *arguments))


def wait_for_the_others(start) -> None:
    start.wait(timeout=60)


def committed(command: list[str]) -> dict:
    out = io.StringIO()
    call_command("import_roster", *command, "--json", "--commit", stdout=out)
    connections.close_all()
    return json.loads(out.getvalue())


def committed_by_a_page(file: str, uscc: str) -> dict:
    """Without the command around it, as a page of ours will do it: the firm is known already."""
    roster, firm = read_roster(Path(file).read_bytes()), Organization.objects.get(uscc=uscc)
    outcome = commit_roster(roster=roster, organization=firm, by=None, at=timezone.now())
    connections.close_all()
    return outcome.as_json()


@pytest.fixture
def file(tmp_path):
    def write(name: str, staff: list[dict]) -> str:
        path = tmp_path / name
        path.write_bytes(rosters.clean(staff))
        return str(path)

    return write


def counts(outcomes: list[dict]) -> list[tuple]:
    return sorted((told["new"], told["updated"], told["unchanged"], told["faulty"]) for told in outcomes)


def test_one_file_imported_twice_at_once_makes_everybody_once(file):
    firm = make_organization()
    command = [file("roster.xlsx", make_staff(PEOPLE)), "--firm", firm.uscc]
    assert counts(at_once(command, command)) == [(0, 0, PEOPLE, 0), (PEOPLE, 0, 0, 0)]
    assert (User.objects.count(), Employment.objects.count(), Role.objects.count()) == (PEOPLE, PEOPLE, PEOPLE)
    assert Department.objects.count() == len(rosters.DEPARTMENTS)


def test_one_file_committed_twice_at_once_by_pages_makes_everybody_once(file):
    firm = make_organization()
    path = file("roster.xlsx", make_staff(PEOPLE))
    told = in_processes(committed_by_a_page, [path, path], [firm.uscc, firm.uscc])
    assert counts(told) == [(0, 0, PEOPLE, 0), (PEOPLE, 0, 0, 0)]
    assert (User.objects.count(), Employment.objects.count()) == (PEOPLE, PEOPLE)


def test_a_firm_made_twice_at_once_is_one_firm(file):
    command = [file("roster.xlsx", make_staff(PEOPLE)), "--firm", make_uscc(880_002), "--firm-name", "某某科技"]
    assert counts(at_once(command, command)) == [(0, 0, PEOPLE, 0), (PEOPLE, 0, 0, 0)]
    assert (Organization.objects.filter(name="某某科技").count(), Employment.objects.count()) == (1, PEOPLE)


def test_two_firms_with_the_same_people_at_once_share_them(file):
    firms = [make_organization(), make_organization()]
    staff = make_staff(PEOPLE)
    forward, backward = file("forward.xlsx", staff), file("backward.xlsx", staff[::-1])
    told = at_once([forward, "--firm", firms[0].uscc], [backward, "--firm", firms[1].uscc])
    assert counts(told) == [(PEOPLE, 0, 0, 0)] * 2
    assert (User.objects.count(), Employment.objects.count()) == (PEOPLE, 2 * PEOPLE)


def test_two_files_of_one_firm_at_once_leave_what_one_of_them_says(file):
    firm = make_organization()
    staff = make_staff(PEOPLE)
    other = [person | {"post": "架构师", "phone": str(15_500_000_000 + n)} for n, person in enumerate(staff)]
    at_once(
        [file("one.xlsx", staff), "--firm", firm.uscc],
        [file("two.xlsx", other[::-1]), "--firm", firm.uscc],
    )
    held = {(row.claimed_phone.startswith("+86155"), row.post == "架构师") for row in Employment.objects.all()}
    assert (len(held), Employment.objects.count()) == (1, PEOPLE)


@pytest.mark.parametrize(
    ("answer", "change"),
    [
        (EmploymentState.CONFIRMED, {"post": "架构师"}),
        (EmploymentState.CONFIRMED, {"staff_no": "N-1"}),
        (EmploymentState.CONFIRMED, {"phone": "17788888888"}),
        (EmploymentState.REFUSED, {"post": "架构师"}),
    ],
)
def test_a_yes_or_no_given_while_the_firm_imports_is_not_lost(answer, change, importing):
    """The person answers and the firm imports; the import has begun when the answer is written."""
    firm = make_organization()
    [person] = make_staff(1)
    importing.commit(rosters.clean([person]), firm)
    claim = Employment.objects.select_related("person").get()
    owner = claim.person
    User.objects.update(phone_verified_at=timezone.now(), last_login=timezone.now())

    def import_change() -> dict:
        try:
            return importing.commit(rosters.clean([person | change]), firm)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            if answer == EmploymentState.CONFIRMED:
                employments.confirm(employment=claim, name="单立新", by=owner, at=timezone.now())
            else:
                employments.refuse(employment=claim, by=owner, at=timezone.now())
            imported = other.submit(import_change)
            wait_until_somebody_waits()
        assert imported.result()["updated"] == 1
    held = Employment.objects.get(person=owner)
    assert (held.state, held.answered_at is None) == (answer, False)


def wait_until_somebody_waits() -> None:
    """Until a connection to this database waits for a lock, or five seconds: then nothing did."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(waiting)
            if cursor.fetchone() != (0,):
                return
        time.sleep(0.05)
