"""A page asks the database as often on a large site as on a small one."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.house.pages import LOOKED_AT
from tests.house.world import World, make_world

SMALL, LARGE = 2, 6


def queries_of(name: str, world: World) -> list[str]:
    """The page's queries once caches that outlive a request are warm."""
    told, client = LOOKED_AT[name], Client()
    if world.people[told.actor] is not None:
        client.force_login(world.people[told.actor])
    client.get(told.path(world))
    with CaptureQueriesContext(connection) as asked:
        client.get(told.path(world))
    return [query["sql"] for query in asked.captured_queries]


def queries_of_all(size: int) -> dict[str, list[str]]:
    with transaction.atomic():
        world = make_world(size)
        asked = {name: queries_of(name, world) for name in LOOKED_AT}
        transaction.set_rollback(True)
    return asked


@pytest.mark.django_db
def test_no_page_asks_more_on_a_larger_site():
    small, large = queries_of_all(SMALL), queries_of_all(LARGE)
    more = {name: (len(small[name]), len(large[name])) for name in LOOKED_AT if len(large[name]) > len(small[name])}
    assert more == {}
