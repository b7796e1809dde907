"""Once more, is it you? By password or second factor for those who have one; by a code to the present number for those
who sign in by code alone. allauth asks the former and lets the latter pass.
"""

import secrets
import time

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.utils.crypto import constant_time_compare, salted_hmac

from messaging import codes

KEY = "once_more"
HOLDS = 5 * 60
TRIES = 3
DIGITS = 6


def has_another_way(user) -> bool:
    """A password or a second factor: allauth's own page asks for it."""
    return bool(get_adapter().get_reauthentication_methods(user))


def is_fresh(request) -> bool:
    """The person has shown a moment ago that it is them."""
    shown = [
        record["at"] for record in get_authentication_records(request, request.user) if record.get("reauthenticated")
    ]
    return bool(shown) and time.time() - max(shown) < REAUTHENTICATION_TIMEOUT


def send_code(request) -> None:
    """To the number the person has now; the session keeps a digest of the code."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    request.session[KEY] = {"digest": digest(request, code), "at": time.time(), "tries": 0}
    codes.leave(request.user.phone, code)


def is_sent(request) -> bool:
    held = request.session.get(KEY)
    return bool(held) and held["tries"] < TRIES and time.time() - held["at"] < HOLDS


def check_code(request, code: str) -> bool:
    """Whether it is the code that was sent; three tries, five minutes."""
    if not is_sent(request):
        return False
    held = request.session[KEY]
    if not constant_time_compare(held["digest"], digest(request, code)):
        request.session[KEY] = {**held, "tries": held["tries"] + 1}
        return False
    del request.session[KEY]
    record_authentication(request, request.user, method="code", reauthenticated=True)
    return True


def digest(request, code: str) -> str:
    return salted_hmac(f"accounts.once_more.{request.user.pk}", code, algorithm="sha256").hexdigest()
