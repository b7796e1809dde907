"""The gateway of a founder's machine: it writes the code to the log and keeps it for the strip on the sign-in page."""

import structlog
from django.conf import settings
from django.core.cache import cache

log = structlog.get_logger(__name__)


class ShownGateway:
    def send_code(self, phone: str, code: str) -> None:
        cache.set(_key(phone), code, timeout=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        log.info("demo.code_shown", code=code)


def shown_code(phone: str) -> str:
    """The last code sent to the number while it is good, else ''."""
    return cache.get(_key(phone), "")


def _key(phone: str) -> str:
    return f"demo.sms:{phone}"
