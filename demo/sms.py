"""The development gateway: the code goes to the log and to the strip on the sign-in page, never to a phone."""

import structlog
from django.core.cache import cache

log = structlog.get_logger("demo.sms")
KEY = "demo-shown-codes"
KEPT = 3


class ShownGateway:
    def send_code(self, phone: str, code: str) -> None:
        """Remember the code for the strip; the newest comes first."""
        log.info("sms_code", code=code)
        shown = [entry for entry in cache.get(KEY, []) if entry["phone"] != phone]
        cache.set(KEY, [{"phone": phone, "code": code}, *shown][:KEPT], 15 * 60)
