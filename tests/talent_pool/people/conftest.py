"""Reading the database as it is, whatever a room makes of it."""

import pytest
from django.db import connection, models


@pytest.fixture
def everything_stored():
    """A function that returns every row of every table as text, by table."""

    def read() -> dict[str, list[str]]:
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
            stored = {}
            for table in tables:
                cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')
                stored[table] = [row for (row,) in cursor.fetchall()]
        return stored

    return read


@pytest.fixture
def rows_of():
    """A function that returns a table's rows as they are, every column, by primary key."""

    def read(model: type[models.Model], **filters) -> list[dict]:
        return list(model.objects.filter(**filters).order_by("pk").values())

    return read
