"""The last sieve before a log line leaves: phone numbers, e-mail addresses, identity numbers, and what a database
error quotes of a row never reach a log."""

import re

PATTERNS = (
    (re.compile(r"DETAIL:.*"), "DETAIL: (left out)"),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"), "(identity number)"),
    (re.compile(r"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)"), "(phone)"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), "(e-mail)"),
)
ADDRESS = re.compile(r"(?<=: )/.*", re.DOTALL)


def redact(text: str) -> str:
    for pattern, stand_in in PATTERNS:
        text = pattern.sub(stand_in, text)
    return text


def redact_event(logger, method: str, event: dict) -> dict:
    """A structlog processor: sieves every text of the event.

    Django's own lines quote addresses, and files are called after people; the request's line tells the route.
    """
    if event.get("logger", "").startswith("django."):
        event["event"] = ADDRESS.sub("(address)", str(event["event"]))
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}
