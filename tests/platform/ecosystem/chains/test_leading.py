"""Who led a chain on a day, at the edges; and how the lead is handed over."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from psycopg.types.range import DateRange

from ecosystem.actions import positions
from ecosystem.chain_map import picture_of
from ecosystem.enums import PositionKind
from ecosystem.models import ChainPosition
from ecosystem.queries import anchor_on
from ecosystem.queries.chains import chains_on, fields_with_members
from ecosystem.rules import NotAllowed
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db
BEGAN, HANDED = datetime.date(2025, 1, 1), datetime.date(2026, 3, 1)
A_DAY = datetime.timedelta(days=1)


def take(organization, kind=PositionKind.ANCHOR, from_on=BEGAN):
    who = {"by": None, "at": timezone.now()}
    return positions.take(organization=organization, chain=make_chain(), kind=kind, from_on=from_on, **who)


def hand_over(to, on=HANDED):
    return positions.hand_over_anchor(chain=make_chain(), to=to, on=on, by=None, at=timezone.now())


@pytest.fixture
def led():
    """(first, second): the lead was handed over on HANDED."""
    first, second = make_organization("甲公司"), make_organization("乙公司")
    take(first)
    hand_over(second)
    return first, second


@pytest.mark.parametrize(
    ("day", "place"),
    [(BEGAN - A_DAY, None), (BEGAN, 0), (HANDED - A_DAY, 0), (HANDED, 1), (HANDED + 4000 * A_DAY, 1)],
)
def test_one_organization_leads_on_a_day(client, led, day, place):
    leader = None if place is None else led[place]
    assert anchor_on(make_chain(), day) == leader
    assert [told.anchor for told in chains_on(day)] == [leader]
    page = client.get(reverse("ecosystem:overview"), {"on": day.isoformat()})
    assert (page.status_code, page.context["chains"][0].anchor) == (200, leader)


def test_the_handing_over_leaves_both_in_the_history(led):
    periods = ChainPosition.objects.order_by("period").values_list("organization", "period")
    assert list(periods) == [
        (led[0].pk, DateRange(BEGAN, HANDED)),
        (led[1].pk, DateRange(HANDED, None)),
    ]


@pytest.mark.parametrize("on", [BEGAN, BEGAN - A_DAY, HANDED, HANDED - A_DAY])
def test_the_lead_is_not_handed_over_before_it_began(led, on):
    with pytest.raises(NotAllowed):
        hand_over(make_organization(), on=on)
    assert ChainPosition.objects.count() == 2


def test_the_lead_is_handed_to_somebody_else_and_only_where_there_is_one(led):
    with pytest.raises(NotAllowed):
        hand_over(led[1], on=HANDED + A_DAY)
    with pytest.raises(NotAllowed):
        positions.hand_over_anchor(
            chain=make_chain("ic", name="集成电路"), to=led[0], on=HANDED, by=None, at=timezone.now()
        )


def test_a_position_ends_once_and_after_it_began():
    position = take(make_organization(), kind=PositionKind.PARTNER)
    ends = {"by": None, "at": timezone.now(), "position": position}
    with pytest.raises(NotAllowed):
        positions.end(on=BEGAN, **ends)
    assert positions.end(on=HANDED, **ends).period == DateRange(BEGAN, HANDED)
    with pytest.raises(NotAllowed):
        positions.end(on=HANDED + A_DAY, **ends)


def test_a_slip_is_taken_back_and_history_is_not():
    today = timezone.localdate()
    slip = take(make_organization(), kind=PositionKind.PARTNER, from_on=today)
    held = take(make_organization(), kind=PositionKind.PARTNER, from_on=today - A_DAY)
    positions.take_back(position=slip, by=None, at=timezone.now())
    with pytest.raises(NotAllowed):
        positions.take_back(position=held, by=None, at=timezone.now())
    assert list(ChainPosition.objects.all()) == [held]


def test_the_same_position_is_not_given_twice():
    organization = make_organization()
    take(organization, kind=PositionKind.PARTNER)
    with pytest.raises(NotAllowed):
        take(organization, kind=PositionKind.PARTNER, from_on=HANDED)


@pytest.mark.parametrize(("on", "status"), [("", 200), ("2026-02-30", 422), ("x", 422), ("9999-12-31", 200)])
def test_a_day_that_is_none_shows_today(client, led, on, status):
    page = client.get(reverse("ecosystem:overview"), {"on": on})
    assert page.status_code == status


def test_the_picture_counts_an_organization_of_two_chains_once(led):
    both = make_organization()
    take(both, kind=PositionKind.PARTNER)
    ChainPosition.objects.create(
        chain=make_chain("ic", name="集成电路", slot="c"),
        organization=both,
        kind=PositionKind.PARTNER,
        period=DateRange(BEGAN, None),
    )
    picture = picture_of(chains_on(HANDED), fields_with_members())
    assert (picture.members, [hub.count for hub in picture.hubs]) == (2, [2, 1])


def test_an_organizations_page_tells_facts_and_no_people(client, led):
    page = client.get(reverse("ecosystem:organization", args=[led[0].public_id]))
    body = page.content.decode()
    assert (page.status_code, led[0].name in body, led[0].uscc in body, led[1].name in body) == (
        200,
        True,
        False,
        False,
    )
