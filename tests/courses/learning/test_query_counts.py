"""A learner with much behind them costs no more queries than one with little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment
from tests.factories.learning import complete_course, finish_items, make_enrollment, make_run

pytestmark = pytest.mark.django_db


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def learn(acting, *, completed: int) -> None:
    for _ in range(completed):
        complete_course(make_enrollment(make_run(make_course(lessons=1)), acting))
    make_enrollment(make_run(make_course(lessons=1)), acting)


@pytest.mark.parametrize(("name", "at_most"), [("me", 16), ("catalogue", 20)])
def test_lists(client, name, at_most):
    acting = make_employment()
    client.force_login(acting.person)
    learn(acting, completed=1)
    small = queries(client, reverse(f"learning:{name}"))
    learn(acting, completed=3)
    large = queries(client, reverse(f"learning:{name}"))
    assert small == large <= at_most


def test_my_run_and_its_lessons(client):
    acting = make_employment()
    client.force_login(acting.person)
    counts = set()
    for lessons in (2, 6):
        enrollment = make_enrollment(make_run(make_course(lessons=lessons)), acting)
        finish_items(enrollment, *range(1, lessons))
        pages = [
            reverse("learning:enrollment", args=[enrollment.public_id]),
            reverse("learning:item", args=[enrollment.public_id, 1]),
        ]
        counts.add(tuple(queries(client, address) for address in pages))
    assert len(counts) == 1
    assert max(counts.pop()) <= 20
