"""Twenty people open one link at the same moment, each in a process of its own: five places go to five. And a person
asks for a correction while HR takes the earlier one over.
"""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from ecosystem.actions import corrections, join_requests
from ecosystem.actions.invitations import invite
from ecosystem.enums import EmploymentState
from ecosystem.models import CorrectionRequest, Employment, Invitation, InvitationLink, JoinRequest
from ecosystem.rules.joining import LinkEnded
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_correction, make_join_request, make_link

pytestmark = pytest.mark.django_db(transaction=True)
FORKED = multiprocessing.get_context("fork")


def in_processes(act, *arguments) -> list:
    connections.close_all()  # a connection cannot be shared with a forked process
    start = FORKED.Barrier(len(arguments[0]))
    with ProcessPoolExecutor(start.parties, FORKED, initializer=start.wait, initargs=(60,)) as processes:
        return list(processes.map(act, *arguments))


def asked(number: int, link_id: int) -> bool:
    link = InvitationLink.objects.get(pk=link_id)
    try:
        join_requests.ask(
            organization=link.organization, name="蒋一舟", phone=f"+86139{number:08d}", at=timezone.now(), link=link
        )
    except LinkEnded:
        return False
    finally:
        connections.close_all()
    return True


def let_in(request_id: int) -> bool:
    request = JoinRequest.objects.select_related("organization").get(pk=request_id)
    by = request.organization.roles.get().person
    try:
        join_requests.accept(request=request, by=by, at=timezone.now())
    except join_requests.NotAllowed:
        return False
    finally:
        connections.close_all()
    return True


def invited(employment_id: int) -> int:
    held = Employment.objects.get(pk=employment_id)
    told = invite(employments=[held], by=None, at=timezone.now())
    connections.close_all()
    return told.sent


@pytest.fixture
def hr():
    person = make_person("顾清禾")
    make_role(person, make_organization())
    return person


def test_five_places_go_to_five_of_twenty(hr):
    link, _token = make_link(hr.roles.get().organization, hr, most=5)
    answers = in_processes(asked, range(20), [link.pk] * 20)
    link.refresh_from_db()
    assert (sum(answers), link.uses, JoinRequest.objects.count()) == (5, 5, 5)


def test_one_number_asks_once_however_often_it_is_sent(hr):
    link, _token = make_link(hr.roles.get().organization, hr, most=5)
    in_processes(asked, [7] * 8, [link.pk] * 8)
    link.refresh_from_db()
    assert (link.uses, JoinRequest.objects.count()) == (1, 1)


def test_two_of_hr_let_somebody_in_once(hr):
    request = make_join_request(hr.roles.get().organization)
    answers = in_processes(let_in, [request.pk] * 4)
    assert (sum(answers), Employment.objects.filter(state=EmploymentState.PENDING).count()) == (1, 1)


def test_two_clicks_invite_once():
    held = make_employment(state=EmploymentState.PENDING)
    assert (sum(in_processes(invited, [held.pk] * 4)), Invitation.objects.count()) == (1, 1)


def somebody_waits_for_a_lock() -> bool:
    """Now: within a transaction PostgreSQL would show what it showed at the first look."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return cursor.fetchone()[0] > 0


def taken_over(request: CorrectionRequest, by) -> str:
    try:
        corrections.apply(request=request, by=by, at=timezone.now())
    finally:
        connections.close_all()
    return "done"


def test_a_correction_asked_for_anew_while_hr_takes_it_over_waits_for_nobody_in_a_circle(hr):
    held = make_employment(make_person("沈知远"), hr.roles.get().organization, post="工程师")
    request = make_correction(held, field="post", wanted="算法工程师")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Employment.objects.select_for_update(no_key=True).get(pk=held.pk)
            taking = pool.submit(taken_over, request, hr)
            until = time.monotonic() + 20
            while not somebody_waits_for_a_lock() and time.monotonic() < until:
                time.sleep(0.05)
            assert somebody_waits_for_a_lock()
            corrections.ask(employment=held, field="post", wanted="高级工程师", by=held.person, at=timezone.now())
        assert taking.result(timeout=30) == "done"
    held.refresh_from_db()
    assert held.post == "高级工程师"
