import pytest
from django.db import DatabaseError

from config import health

pytestmark = pytest.mark.django_db


def test_healthz_answers_under_any_host_name_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz", headers={"host": "10.0.0.9"})
    assert (response.status_code, response.content) == (200, b"ok")


def test_readyz_says_which_service_does_not_answer(client, monkeypatch):
    assert client.get("/readyz").json() == {"database": True, "redis": True}

    class Broken:
        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(health, "connection", Broken())
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": False, "redis": True})
