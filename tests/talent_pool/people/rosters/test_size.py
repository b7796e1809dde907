"""The number of queries does not grow with the roster."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import rosters
from tests.factories.ecosystem import make_organization
from tests.factories.rosters import make_staff

pytestmark = pytest.mark.django_db


def queries(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def spent(importing, size: int) -> list[int]:
    """Queries of a look, a first import, the same again, and one that changes everybody's post and phone."""
    firm = make_organization()
    staff = make_staff(size, phones=17_700_000_000 + size * 1_000)
    content = rosters.clean(staff)
    changed = rosters.clean(
        [p | {"post": "架构师", "phone": str(int(p["phone"]) + 50_000_000), "skills": "UVM、养猪"} for p in staff]
    )
    return [
        queries(lambda: importing.look(content, firm)),
        queries(lambda: importing.commit(content, firm)),
        queries(lambda: importing.commit(content, firm)),
        queries(lambda: importing.commit(changed, firm)),
    ]


def test_two_sizes_cost_the_same_queries(importing):
    assert spent(importing, 20) == spent(importing, 200)
