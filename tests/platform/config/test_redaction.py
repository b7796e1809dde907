import io
import json
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, connection

from config.redaction import redact


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("call 13812345678 now", "call (phone) now"),
        ("to +8613812345678", "to (phone)"),
        ("id 33011019900101123X.", "id (identity number)."),
        ("from shen@example.com", "from (e-mail)"),
        ("order 2026112500001 kept", "order 2026112500001 kept"),
    ],
)
def test_personal_patterns_are_replaced(text, kept):
    assert redact(text) == kept


@pytest.fixture
def logged():
    """`logged(name)` gives a logger that writes as ours do, and the stream it writes to."""

    def make(name: str):
        handler = logging.StreamHandler(stream := io.StringIO())
        formatter = dict(settings.LOGGING["formatters"]["json"])
        handler.setFormatter(formatter.pop("()")(**formatter))
        log = logging.Logger(name)
        log.addHandler(handler)
        return log, stream

    return make


def test_djangos_own_lines_keep_addresses_to_themselves(logged):
    log, stream = logged("django.request")
    log.warning("%s: %s", "Not Found", "/files/1/张三\n的名单.pdf")
    assert json.loads(stream.getvalue())["event"] == "Not Found: (address)"


@pytest.mark.django_db
def test_a_database_error_in_the_log_quotes_no_row(logged):
    log, stream = logged("test")
    try:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE t (phone text UNIQUE)")
            cursor.execute("INSERT INTO t VALUES ('+8613812345678'), ('+8613812345678')")
    except IntegrityError:
        log.exception("failed for %s", "shen@example.com")
    line = stream.getvalue()
    assert ("13812345678" in line, "shen@example.com" in line, "DETAIL: (left out)" in line) == (False, False, True)
