"""What the demo adds to every template: `code_strip`, the code that waits for this visitor's sign-in."""

from functools import partial

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY

from demo import sms


def code_strip(request) -> dict:
    """A callable, so that only the page that shows the strip opens the session."""
    return {"code_strip": partial(_waiting_code, request)}


def _waiting_code(request) -> str:
    login = request.session.get(LOGIN_SESSION_KEY) or {}
    stage = login.get("state", {}).get("stages", {}).get("login_by_code", {})
    phone = stage.get("phone")
    return sms.shown_code(phone) if phone else ""
