"""How a firm's own staff are found: by name, pinyin, initials, staff number, phone or its last four digits, post.

Every token carries the firm's id in front, so that the index answers for one firm as fast as if it were alone.
"""

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from words import tokens
from words.names import name_tokens
from words.phones import local


class Terms(SearchQuery):
    """Terms as they stand in the column. PostgreSQL's text parser would take the slash for a path of files."""

    template = "(%(expressions)s)::tsquery"


TERM = re.compile(r"'([^']+)'")


def search_words(organization_id: int, *, name: str, staff_no: str, phone: str, post: str) -> str:
    """What an employment is found by, as words divided by blanks."""
    digits = local(phone) if phone else ""
    found = {*name_tokens(name), *tokens.tokens(staff_no, post), *filter(None, (digits, digits[-4:]))}
    return " ".join(f"{organization_id}/{token}" for token in sorted(found))


def matching(text: str, organization_id: int) -> Q:
    """Employments of the firm that the typed words find, for `filter`; nothing searchable finds everybody."""
    query = tokens.tsquery(text)
    if not query:
        return Q()
    scoped = TERM.sub(rf"'{organization_id}/\1'", query)
    return Q(search_tokens=Terms(scoped))
