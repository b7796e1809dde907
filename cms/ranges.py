"""One range of a file, as browsers ask for when a video is wound forward (RFC 9110, section 14)."""

import re
from collections.abc import Iterator

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
CHUNK = 64 * 1024


class Unsatisfiable(Exception):
    """The range begins after the file's end."""


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """`(start, stop)` for a header asking for one range; None when the whole file is to go out."""
    match = ONE_RANGE.fullmatch(header.replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        if int(last) == 0:
            raise Unsatisfiable
        return max(0, size - int(last)), size
    start, stop = int(first), min(int(last) + 1 if last else size, size)
    if start >= size:
        raise Unsatisfiable
    return (start, stop) if start < stop else None


def read_range(file, start: int, stop: int) -> Iterator[bytes]:
    """The bytes of `[start, stop)` in chunks; closes the file."""
    with file:
        file.seek(start)
        left = stop - start
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
