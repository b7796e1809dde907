import datetime

import pytest
from django.db import IntegrityError, transaction
from psycopg.types.range import DateRange

from ecosystem import queries
from ecosystem.enums import PositionKind
from ecosystem.models import ChainPosition
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db
DAY = datetime.date


def lead(chain, organization, start, end):
    return ChainPosition.objects.create(
        chain=chain, organization=organization, kind=PositionKind.ANCHOR, period=DateRange(start, end)
    )


def test_who_led_the_chain_on_a_day():
    chain, first, second = make_chain(), make_organization(), make_organization()
    lead(chain, first, DAY(2024, 1, 1), DAY(2025, 1, 1))
    lead(chain, second, DAY(2025, 1, 1), None)
    days = [DAY(2023, 12, 31), DAY(2024, 12, 31), DAY(2025, 1, 1)]
    assert [queries.anchor_on(chain, day) for day in days] == [None, first, second]


def test_a_chain_never_has_two_anchors_on_one_day():
    chain = make_chain()
    lead(chain, make_organization(), DAY(2024, 1, 1), DAY(2025, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        lead(chain, make_organization(), DAY(2024, 12, 31), None)
    other = make_chain("ic", name="集成电路")
    lead(other, make_organization(), DAY(2024, 12, 31), None)
    assert ChainPosition.objects.count() == 2
