"""Is it really you? A code to the phone for those who have one; the password or second factor for the others.

Most people here come in by code and have nothing else that they could be asked for once more.
"""

import time

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import ratelimit
from django.utils.crypto import constant_time_compare, salted_hmac

ASKED = "privacy_code"
SECONDS = 5 * 60
TRIES = 3
SALT = "privacy.confirming"


def has_phone(request) -> bool:
    return get_adapter(request).get_phone(request.user) is not None


def send_code(request) -> bool:
    """Send a code to the person's own phone; False when too many were asked for."""
    if not ratelimit.consume(request, action="request_login_code", key=f"erase:{request.user.pk}"):
        return False
    adapter = get_adapter(request)
    phone, _verified = adapter.get_phone(request.user)
    code = adapter.generate_login_code()
    request.session[ASKED] = {"digest": digest(code), "until": time.time() + SECONDS, "tries": TRIES}
    adapter.send_verification_code_sms(user=request.user, phone=phone, code=code)
    return True


def is_asked(request) -> bool:
    """A code is under way and may still be typed."""
    asked = request.session.get(ASKED)
    return bool(asked) and asked["tries"] > 0 and time.time() < asked["until"]


def is_right(request, code: str) -> bool:
    """The typed code is the one that was sent; each answer uses up a try, the right one the code."""
    if not is_asked(request):
        return False
    asked = request.session[ASKED]
    right = constant_time_compare(asked["digest"], digest(code))
    request.session[ASKED] = {**asked, "tries": 0 if right else asked["tries"] - 1}
    return right


def digest(code: str) -> str:
    return salted_hmac(SALT, code).hexdigest()


def ask_otherwise(request) -> None:
    """Send a person without a phone by allauth's own page for a password or second factor, and back."""
    raise_if_reauthentication_required(request, app="privacy")
