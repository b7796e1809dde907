"""The development gateway: what would go to a phone goes to the log and to the strip on the sign-in page instead."""

import structlog
from django.core.cache import cache

log = structlog.get_logger("demo.sms")
KEY = "demo-shown-codes"
TEXTS = "demo-shown-texts"
KEPT = 3


class ShownGateway:
    def send_code(self, phone: str, code: str) -> None:
        """Remember the code for the strip; the newest comes first."""
        log.info("sms_code", code=code)
        shown = [entry for entry in cache.get(KEY, []) if entry["phone"] != phone]
        cache.set(KEY, [{"phone": phone, "code": code}, *shown][:KEPT], 15 * 60)

    def send_text(self, phone: str, text: str) -> None:
        """Remember the text for the strip, and log it without its number."""
        log.info("sms_text", text=text)
        cache.set(TEXTS, [{"phone": phone, "text": text}, *cache.get(TEXTS, [])][:KEPT], 15 * 60)
