"""Every address × every role × both firms, each with a declared answer."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.house.addresses import addresses
from tests.house.expectations import (
    ELSEWHERE,
    EXPECTED,
    LIBRARIES,
    OPEN_IN_ADMIN,
    PAGES,
    SIGN_IN,
    WELCOME,
    Expected,
)
from tests.house.world import ACTORS, World

ADDRESSES = addresses()


def client_of(world: World, actor: str) -> Client:
    client = Client(raise_request_exception=False)
    if world.people[actor] is not None:
        client.force_login(world.people[actor])
    return client


def answer(client: Client, method: str, path: str, data: dict | None = None) -> int | str:
    """The status, or where the redirect leads. What a deed wrote is taken back."""
    with transaction.atomic():
        response = getattr(client, method)(path, data)
        transaction.set_rollback(True)
    if response.status_code not in (301, 302, 303):
        return response.status_code
    target = response.headers["Location"]
    if target.startswith(reverse("account_request_login_code")):
        return SIGN_IN
    return WELCOME if target.startswith(f"{reverse('ecosystem:welcome')}?") else ELSEWHERE


def answers(world: World, expected: Expected) -> dict[str, int | str]:
    path, data = expected.path(world), expected.data(world)
    return {actor: answer(client_of(world, actor), expected.method, path, data) for actor in ACTORS}


def is_of_library(route: str) -> bool:
    return route.startswith(tuple(LIBRARIES)) or "cms/" in route[:5]


def test_every_address_has_an_expectation():
    ours = {
        address.route for address in ADDRESSES if address.route not in EXPECTED and not is_of_library(address.route)
    }
    assert ours == set()


def test_every_expectation_has_an_address():
    assert set(EXPECTED) - {address.route for address in ADDRESSES} == {""}


@pytest.mark.parametrize("route", EXPECTED)
def test_an_address_answers_each_as_declared(world, route):
    assert answers(world, EXPECTED[route]) == EXPECTED[route].answers


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_answers_each_as_declared(world, kind):
    assert answers(world, PAGES[kind]) == PAGES[kind].answers


def test_the_editors_admin_is_shut_to_all_who_do_not_edit(world):
    admin = [address for address in ADDRESSES if "cms/" in address.route[:5] and address.route not in OPEN_IN_ADMIN]
    shut = {SIGN_IN, WELCOME, ELSEWHERE, 403, 404, 405}
    let_in = {
        (address.route, actor, got)
        for actor in ("visitor", "learner", "hr")
        for client in [client_of(world, actor)]
        for address in admin
        if (got := answer(client, "get", address.with_dummies())) not in shut
    }
    assert let_in == set()


def test_sign_in_pages_never_meet_a_fault_of_the_server(world):
    pages = [address for address in ADDRESSES if address.route.startswith("accounts/")]
    faults = {
        (address.route, actor, got)
        for actor in ("visitor", "unanswered", "learner")
        for client in [client_of(world, actor)]
        for address in pages
        if isinstance(got := answer(client, "get", address.with_dummies()), int) and got >= 500
    }
    assert faults == set()
