"""Once more, is it you? By password or second factor for those who have one; by a code to the present number for those
who sign in by code alone. allauth asks the former and lets the latter pass.
"""

import time

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records, record_authentication

from messaging import codes
from privacy.session_codes import SessionCode

CODE = SessionCode("once_more")
is_sent = CODE.is_asked


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
    """To the number the person has now."""
    code = get_adapter(request).generate_login_code()
    CODE.keep(request, code)
    codes.leave(request.user.phone, code)


def check_code(request, code: str) -> bool:
    """Whether it is the code that was sent; then the person has shown that it is them."""
    if not CODE.is_right(request, code):
        return False
    record_authentication(request, request.user, method="code", reauthenticated=True)
    return True
