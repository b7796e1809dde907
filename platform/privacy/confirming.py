"""Is it really you? A code to the phone for those who have one; the password or second factor for the others.

Most people here come in by code and have nothing else that they could be asked for once more.
"""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import ratelimit

from privacy.session_codes import SessionCode

CODE = SessionCode("privacy_code")
is_asked, is_right = CODE.is_asked, CODE.is_right


def has_phone(request) -> bool:
    return get_adapter(request).get_phone(request.user) is not None


def send_code(request) -> bool:
    """Send a code to the person's own phone; False when too many were asked for."""
    if not ratelimit.consume(request, action="request_login_code", key=f"erase:{request.user.pk}"):
        return False
    adapter = get_adapter(request)
    phone, _verified = adapter.get_phone(request.user)
    code = adapter.generate_login_code()
    CODE.keep(request, code)
    adapter.send_verification_code_sms(user=request.user, phone=phone, code=code)
    return True


def ask_otherwise(request) -> None:
    """Send a person without a phone by allauth's own page for a password or second factor, and back."""
    raise_if_reauthentication_required(request, app="privacy")
