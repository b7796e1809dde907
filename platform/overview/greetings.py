"""How a desk says good morning."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from web.dates import in_chinese, local
from words.names import split_name

GREETINGS = (
    (5, lambda: pgettext("before dawn", "Good evening")),
    (9, lambda: pgettext("early", "Good morning")),
    (12, lambda: _("Good morning")),
    (14, lambda: _("Good noon")),
    (18, lambda: _("Good afternoon")),
    (24, lambda: _("Good evening")),
)


def greeting(at: datetime.datetime) -> str:
    """By the hour in Shanghai."""
    return next(say() for until, say in GREETINGS if local(at).hour < until)


def called(full_name: str) -> str:
    """清禾 for 顾清禾; a name of two characters, and every Latin one, stays whole."""
    _family, given = split_name(full_name)
    return given if in_chinese() and len(given) > 1 else full_name
