"""A world to walk through; for the browser it is made once, since the looks only look."""

import pytest
from django.conf import settings
from django.test import Client

from tests import databases
from tests.house.world import World, make_world


@pytest.fixture
def world(db) -> World:
    return make_world()


@pytest.fixture(scope="session")
def looked_at(template_database, django_db_setup, django_db_blocker):
    """(database, world) that every look of this worker shares."""
    name = databases.clone(template_database)
    with django_db_blocker.unblock(), databases.django_on(name):
        world = make_world()
    yield name, world
    databases.discard(name)


@pytest.fixture
def database_of_its_own(looked_at, django_db_blocker):
    with django_db_blocker.unblock(), databases.django_on(looked_at[0]):
        yield looked_at[0]


@pytest.fixture
def live_world(live, looked_at) -> World:
    return looked_at[1]


@pytest.fixture
def sign_in(live, context):
    """`sign_in(person)` gives the browser the person's session; None stays a visitor."""

    def as_person(person) -> None:
        if person is None:
            return
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live}])

    return as_person
