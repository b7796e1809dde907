"""Who stands above whom."""

from django.db import connection

from ecosystem.models import Employment

ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT %s::bigint
    UNION
    SELECT held.line_manager_id FROM ecosystem_employment held JOIN above ON held.id = above.id
    WHERE held.line_manager_id IS NOT NULL
)
SELECT id FROM above
"""


def above(employment: Employment | None) -> list[int]:
    """The employment and everybody above it, by id; a circle ends where it closes."""
    if employment is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ABOVE, [employment.pk])
        return [pk for (pk,) in cursor.fetchall()]
