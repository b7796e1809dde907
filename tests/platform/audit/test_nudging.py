"""A nudge that gets lost costs seconds, and nothing else."""

import pytest
from kombu.exceptions import OperationalError

from audit.nudging import nudge


def test_the_worker_is_asked():
    asked = []
    nudge(lambda *what: asked.append(what), 7)
    assert asked == [(7,)]


def test_a_broker_that_is_away_stops_nobody():
    def away(what):
        raise OperationalError

    nudge(away, 7)


def test_a_mistake_of_ours_is_not_hidden():
    with pytest.raises(TypeError):
        nudge(lambda: None, 7)
