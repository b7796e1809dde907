"""Sign-in codes leave by the worker, so that a request takes as long for a stranger as for somebody we know.

The number and the code wait in the cache under a random name for as long as the code holds; the queue carries the
name alone. For a number that nobody here has, the same is done with a code that is never sent.
"""

import secrets

from django.core.cache import cache

from audit.nudging import nudge
from messaging.tasks import send_code

HELD = 5 * 60
DIGITS = 6


def leave(phone: str, code: str) -> None:
    """Have the worker send the code. A queue that does not answer tells nothing: one can ask for another code."""
    hand_over(phone, code, is_known=True)


def leave_none(phone: str) -> None:
    """The same way, without anything at its end."""
    hand_over(phone, str(secrets.randbelow(10**DIGITS)).zfill(DIGITS), is_known=False)


def hand_over(phone: str, code: str, *, is_known: bool) -> None:
    key = f"messaging:code:{secrets.token_urlsafe(24)}"
    cache.set(key, (phone, code, is_known), HELD)
    nudge(send_code.delay, key)
