"""Every transition × every maker, seats chosen, and the days of a run."""

import datetime
from itertools import product

import pytest

from courses.learning import rules
from courses.learning.enums import LIVE, SEATED, Actor, EnrollmentState
from courses.learning.models import CourseRun, SeatPool
from tests.factories.learning import NOW, TODAY

S, A = EnrollmentState, Actor
LEGAL = {
    (S.REQUESTED, S.CONFIRMED, A.LEARNER),
    (S.CONFIRMED, S.WITHDRAWN, A.LEARNER),
    (S.CONFIRMED, S.COMPLETED, A.HOUSE),
}


@pytest.mark.parametrize(("from_state", "to_state", "actor"), list(product(S, S, A)))
def test_exactly_the_tables_moves_are_allowed(from_state, to_state, actor):
    allowed = rules.can_move(from_state=from_state, to_state=to_state, actor=actor)
    assert allowed is ((from_state, to_state, actor) in LEGAL)


def test_an_illegal_move_raises():
    with pytest.raises(rules.IllegalTransition, match="completed → confirmed by learner"):
        rules.check_can_move(from_state=S.COMPLETED, to_state=S.CONFIRMED, actor=A.LEARNER)


def test_every_state_is_in_the_table():
    assert set(rules.TRANSITIONS) == set(S)


def test_whoever_holds_a_seat_is_live():
    assert set(SEATED) < set(LIVE)


def pool(organization_id, seats, taken=0) -> SeatPool:
    return SeatPool(organization_id=organization_id, seats=seats, taken=taken)


@pytest.mark.parametrize(
    ("pools", "organization_id", "chosen"),
    [
        ([pool(None, 5), pool(7, 2)], 7, 1),
        ([pool(None, 5), pool(7, 2, 2)], 7, 0),
        ([pool(None, 5, 5), pool(7, 2, 2)], 7, None),
        ([pool(None, 5), pool(7, 2)], 8, 0),
        ([pool(7, 2)], 8, None),
        ([pool(None, 1)], None, 0),
        ([pool(7, 1)], None, None),
        ([], 7, None),
    ],
)
def test_the_firms_own_seat_comes_first(pools, organization_id, chosen):
    expected = None if chosen is None else pools[chosen]
    assert rules.choose_pool(pools=pools, organization_id=organization_id) is expected


@pytest.mark.parametrize(
    ("at", "begun", "over"),
    [
        (datetime.datetime(2026, 11, 23, 15, 59, tzinfo=datetime.UTC), False, False),
        (datetime.datetime(2026, 11, 23, 16, 0, tzinfo=datetime.UTC), True, False),
        (datetime.datetime(2026, 11, 24, 15, 59, tzinfo=datetime.UTC), True, False),
        (datetime.datetime(2026, 11, 24, 16, 0, tzinfo=datetime.UTC), True, True),
    ],
)
def test_a_runs_days_are_shanghai_days(at, begun, over):
    run = CourseRun(starts_on=TODAY, ends_on=TODAY)
    assert (rules.has_begun(run=run, at=at), rules.is_over(run=run, at=at)) == (begun, over)


def test_a_run_without_a_last_day_is_never_over():
    run = CourseRun(starts_on=TODAY)
    assert rules.is_over(run=run, at=NOW + datetime.timedelta(days=9999)) is False
