"""Databases, the real server and the browser for every test; see databases.py for how a test gets its own."""

import os
import shutil

import pytest
from django.test import TransactionTestCase

from tests import databases

# Playwright keeps an event loop in the test's thread, beside Django's ordinary calls.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

COMMITTING_FIXTURES = {"transactional_db", "live_server", "live", "django_db_reset_sequences"}
own_database = pytest.StashKey[str]()

# A flush would take Wagtail's root and the vocabulary along; a test that commits gets a clone instead.
TransactionTestCase._fixture_teardown = lambda self: None


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, template_database):
    """Each worker stands on its own clone; tests inside a transaction share it."""
    name = databases.clone(template_database)
    with django_db_blocker.unblock():
        before = databases.point_django_at(name)
    yield
    with django_db_blocker.unblock():
        databases.point_django_at(before)
    databases.discard(name)


@pytest.fixture(scope="session")
def template_database(django_test_environment, django_db_blocker):
    with django_db_blocker.unblock():
        return databases.ensure_template()


@pytest.fixture(autouse=True)
def _django_db_marker(request):
    """As pytest-django's own, with a clone underneath for tests that commit."""
    if commits(request.node):
        request.getfixturevalue("django_db_setup")
        request.getfixturevalue("database_of_its_own")
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("_django_db_helper")


@pytest.fixture
def database_of_its_own(template_database, django_db_setup, django_db_blocker):
    """The name of a clone that this test alone sees, dropped after it."""
    name = databases.clone(template_database)
    with django_db_blocker.unblock(), databases.django_on(name):
        yield name
    databases.discard(name)


def commits(item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool((marker and marker.kwargs.get("transaction")) or COMMITTING_FIXTURES & set(item.fixturenames))


@pytest.fixture(autouse=True)
def codes_leave_at_once(monkeypatch):
    """No worker runs beside a test: what would be queued for it is done where it is asked for."""
    from messaging.tasks import send_code  # needs Django to be ready

    monkeypatch.setattr(send_code, "delay", lambda key: send_code.apply((key,)))


@pytest.fixture
def live(live_server):
    """The address of a real, threaded server on the test's own database."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.fail("No chromium on this machine. Install Debian's package chromium, or set CHROMIUM to its path.")
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return {**browser_type_launch_args, "executable_path": chromium, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "viewport": {"width": 1440, "height": 900},
    }
