"""A queue, a cache and a folder of the trial's own, for programs that are started beside the test."""

import os

import pytest
from django.db import connection

QUEUE = 9
"""The number of a database that nobody else uses on the tests' Redis."""


@pytest.fixture
def around(tmp_path, database_of_its_own) -> dict[str, str]:
    """The environment of a program that shall work on the test's database."""
    given, redis = connection.settings_dict, os.environ["REDIS_URL"]
    port = f":{given['PORT']}" if given["PORT"] else ""
    host = given["HOST"].replace("/", "%2F")
    if redis.startswith("unix://"):
        broker = f"redis+socket://{redis.removeprefix('unix://').split('?')[0]}?virtual_host={QUEUE}"
    else:
        broker = f"{redis.rpartition('/')[0]}/{QUEUE}"
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.measure",
        "DATABASE_URL": f"postgresql://{given['USER']}@{host}{port}/{database_of_its_own}",
        "CELERY_BROKER_URL": broker,
        "LIANCAI_STATE": str(tmp_path),
    }
