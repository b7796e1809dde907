"""How far a job is: kept in the cache, so that it is seen while the job's own transaction is still open.

What is lost with the cache is the bar's place, never work: the state of a job is in its row.
"""

import time
from dataclasses import dataclass

from django.core.cache import cache

from jobs.registry import Stopped

SECONDS_BETWEEN = 0.3
KEPT = 24 * 60 * 60


@dataclass(frozen=True)
class Reached:
    """`seconds_left` is None until there is something to reckon from."""

    done: int
    total: int
    seconds_left: int | None


def key(job_id: int) -> str:
    return f"jobs:progress:{job_id}"


def stop_key(job_id: int) -> str:
    return f"jobs:stop:{job_id}"


def reached(job_id: int) -> Reached | None:
    """How far the job said it is, or None before its first word."""
    told = cache.get(key(job_id))
    return Reached(*told) if told else None


def ask_to_stop(job_id: int) -> None:
    cache.set(stop_key(job_id), True, KEPT)


class Progress:
    """Called by the work as `progress(done, total)`, as often as it likes.

    Raises Stopped when somebody asked for it.
    """

    def __init__(self, job_id: int):
        self.job_id = job_id
        self.began = self.told = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.told < SECONDS_BETWEEN and done < total:
            return
        self.told = now
        if cache.get(stop_key(self.job_id)):
            raise Stopped
        left = round((now - self.began) / done * (total - done)) if done else None
        cache.set(key(self.job_id), (done, total, left), KEPT)
