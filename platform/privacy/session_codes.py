"""A code that was sent to the person's own phone and is typed on the page: the session keeps its digest and no more."""

import time
from dataclasses import dataclass

from django.utils.crypto import constant_time_compare, salted_hmac

SECONDS = 5 * 60
TRIES = 3


@dataclass(frozen=True)
class SessionCode:
    """The codes of one purpose; `key` is where the session keeps the last one. It holds for this person alone."""

    key: str

    def keep(self, request, code: str) -> None:
        request.session[self.key] = {
            "digest": self.digest(request, code),
            "until": time.time() + SECONDS,
            "tries": TRIES,
        }

    def is_asked(self, request) -> bool:
        """A code is under way and may still be typed."""
        asked = request.session.get(self.key)
        return bool(asked) and asked["tries"] > 0 and time.time() < asked["until"]

    def is_right(self, request, code: str) -> bool:
        """The typed code is the one that was sent; each answer uses up a try, the right one the code."""
        if not self.is_asked(request):
            return False
        asked = request.session[self.key]
        right = constant_time_compare(asked["digest"], self.digest(request, code))
        request.session[self.key] = {**asked, "tries": 0 if right else asked["tries"] - 1}
        return right

    def digest(self, request, code: str) -> str:
        return salted_hmac(f"{self.key}.{request.user.pk}", code, algorithm="sha256").hexdigest()
