"""Ask the worker to look at something at once. A broker that does not answer is left to the sweep."""

from collections.abc import Callable
from typing import Any

import structlog
from kombu.exceptions import OperationalError

log = structlog.get_logger("nudging")


def nudge(send: Callable[..., Any], *what: Any) -> None:
    """Hand `what` to the queue by `send`, the `delay` of a task. Whether it was reached changes nothing for us."""
    try:
        send(*what)
    except OperationalError:
        log.warning("broker_unreachable")
