"""A code leaves by the worker, and a stranger's request does the same work as anybody's."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from messaging import codes, limits, tasks
from tests.factories.ecosystem import make_employment, make_organization, make_person

PHONE = "+8613800000001"


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet():
    cache.clear()


@pytest.fixture
def sent(monkeypatch):
    found = []
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: found.append((phone, code)))
    return found


@pytest.fixture
def queued(monkeypatch):
    """What the queue is told, while nobody works on it."""
    told = []
    monkeypatch.setattr(tasks.send_code, "delay", told.append)
    return told


def test_the_queue_carries_neither_number_nor_code(sent, queued):
    codes.leave(PHONE, "408215")
    assert (sent, "408215" in queued[0], PHONE in queued[0]) == ([], False, False)
    tasks.send_code.apply((queued[0],))
    assert sent == [(PHONE, "408215")]


def test_a_task_that_runs_twice_sends_once(sent, queued):
    codes.leave(PHONE, "408215")
    for _ in range(2):
        tasks.send_code.apply((queued[0],))
    assert sent == [(PHONE, "408215")]


def test_a_provider_that_stumbles_is_asked_again(monkeypatch, queued):
    found = []

    def stumble(phone, code):
        found.append(code)
        if len(found) < 3:
            raise OSError

    monkeypatch.setattr("messaging.sms.send_code", stumble)
    codes.leave(PHONE, "408215")
    tasks.send_code.apply((queued[0],))
    assert found == ["408215"] * 3


def test_a_queue_that_is_away_tells_nothing(monkeypatch):
    def away(key):
        raise OperationalError

    monkeypatch.setattr(tasks.send_code, "delay", away)
    codes.leave(PHONE, "408215")
    codes.leave_none(PHONE)


def test_a_number_gets_so_many_codes_a_day(sent):
    for _ in range(limits.MOST_CODES + 2):
        codes.leave(PHONE, "408215")
    codes.leave("+8613800000002", "408215")
    assert len(sent) == limits.MOST_CODES + 1


def test_the_cache_counts_without_the_number():
    limits.take_one(PHONE, purpose="code", most=1, at=timezone.now())
    assert [key for key in cache._cache if PHONE.lstrip("+") in key] == []


def asked(path: str, data: dict) -> list[str]:
    """The statements of one request for a code; savepoints are named after a counter."""
    data = {**data, "agree": "on"}
    Client().post(path, data)
    with CaptureQueriesContext(connection) as queries:
        assert Client().post(path, data).status_code == 302
    return [
        re.sub(r"_x\d+", "", query["sql"]).split(" WHERE ")[0].split(" VALUES ")[0]
        for query in queries.captured_queries
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["phone", "staff number"])
def test_a_stranger_costs_what_somebody_known_costs(sent, queued, way):
    firm = make_organization(firm_code="QWZK")
    make_employment(make_person(phone=PHONE), firm, staff_no="E1")
    if way == "phone":
        path = reverse("account_request_login_code")
        asks = {"known": {"phone": PHONE}, "stranger": {"phone": "+8613800000002"}}
    else:
        path = reverse("accounts:staff_code")
        asks = {who: {"firm_code": "QWZK", "staff_no": no} for who, no in (("known", "E1"), ("stranger", "E2"))}
    assert asked(path, asks["known"]) == asked(path, asks["stranger"])
    assert len(queued) == 4


@pytest.mark.django_db
def test_another_code_is_queued_for_strangers_too(sent, queued):
    make_person(phone=PHONE)
    for phone in (PHONE, "+8613800000002"):
        client = Client()
        client.post(reverse("account_request_login_code"), {"phone": phone, "agree": "on"})
        client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    assert len(queued) == 4
