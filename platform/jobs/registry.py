"""Which function does which kind of work, and how it says that it cannot."""

from collections.abc import Callable
from typing import Any

WORK: dict[str, Callable[..., dict[str, Any] | None]] = {}


class Refused(Exception):
    """A sentence, fit for whoever started the job, why it cannot be done. It is not tried again."""


class Stopped(Exception):
    """Somebody asked the job to stop; raised by `progress`, so that the work's transaction is undone."""


def work(kind: str) -> Callable:
    """Register a function of (job, progress) for a kind; it returns counts and codes, and may be run again."""

    def register(function):
        if kind in WORK:
            raise ValueError(f"{kind} is done by two functions")
        WORK[kind] = function
        return function

    return register
