import io

import pytest

from cms.ranges import Unsatisfiable, parse_range, read_range


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("", None),
        ("bytes=0-", (0, 10)),
        ("bytes=2-5", (2, 6)),
        ("bytes=2-99", (2, 10)),
        ("bytes=-3", (7, 10)),
        ("bytes=-99", (0, 10)),
        ("bytes=5-2", None),
        ("bytes=0-1,3-4", None),
        ("lines=0-1", None),
        ("bytes=-", None),
        (f"bytes=0-{'9' * 5000}", None),
    ],
)
def test_one_range_is_honoured_and_anything_else_means_the_whole(header, asked):
    assert parse_range(header, 10) == asked


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_range_past_the_end_is_refused(header):
    with pytest.raises(Unsatisfiable):
        parse_range(header, 10)


def test_reading_stops_where_the_range_stops():
    assert b"".join(read_range(io.BytesIO(b"0123456789"), 2, 6)) == b"2345"
