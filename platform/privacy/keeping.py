"""What ends by the clock. A room writes one rule for each end it promises in its `keeping.py`:

@keeping.rule("people.RosterImport.file", days=30, after="uploaded_at")
def files(*, before, at, most):
    '''Delete at most `most` of what is older than `before`, and say how many there were; `at` is now.'''
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.db import transaction

from audit.models import AuditEntry
from web.dates import local

log = structlog.get_logger("privacy")

Rule = Callable[..., int]
MOST = 200
MOST_BATCHES = 500
"""A night's work for one rule; the rest waits for the next, and a rule that ends nothing stops."""


@dataclass(frozen=True)
class Kept:
    """For how long from which moment, a field of the model; and the function that ends it."""

    after: str
    days: int
    months: int
    end: Rule

    def before(self, at: datetime.datetime) -> datetime.datetime:
        """What is older than this has been kept long enough at the moment."""
        return months_before(at, self.months) - datetime.timedelta(days=self.days)


RULES: dict[str, Kept] = {}


def rule(name: str, *, after: str, days: int = 0, months: int = 0) -> Callable[[Rule], Rule]:
    """Register the end of what `name` says: a model, or one field of it. Without a span the rows know their own end."""

    def register(function: Rule) -> Rule:
        if name in RULES:
            raise ValueError(f"{name} has two rules")
        RULES[name] = Kept(after, days, months, function)
        return function

    return register


def months_before(at: datetime.datetime, months: int) -> datetime.datetime:
    """The same hour of the same day so many Shanghai months ago; the last of a shorter month."""
    here = local(at)
    year, month = divmod(here.year * 12 + here.month - 1 - months, 12)
    for day in (here.day, 30, 29, 28):
        try:
            return here.replace(year=year, month=month + 1, day=min(day, here.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def delete_what_is_due(*, at: datetime.datetime, most: int = MOST) -> dict[str, int]:
    """Let every rule end what is due at the moment, batch by batch, and return the numbers by rule.

    Each batch is a transaction with its audit row; what a stopped run left is found by the next.
    """
    return {name: ended for name in sorted(RULES) if (ended := end_all(name, at=at, most=most))}


def end_all(name: str, *, at: datetime.datetime, most: int) -> int:
    """One rule in full; one that fails is logged and stops no other."""
    total = 0
    try:
        for _batch in range(MOST_BATCHES):
            ended = end_some(name, at=at, most=most)
            total += ended
            if not ended:
                break
    except Exception:
        log.exception("rule_failed", rule=name)
    return total


@transaction.atomic
def end_some(name: str, *, at: datetime.datetime, most: int) -> int:
    kept = RULES[name]
    ended = kept.end(before=kept.before(at), at=at, most=most)
    if ended:
        model = ".".join(name.split(".")[:2])
        AuditEntry.objects.create(
            at=at,
            verb="privacy.ended_by_the_clock",
            subject_type=model.lower(),
            subject_id="",
            data={"rule": name, "rows": ended},
        )
    return ended
