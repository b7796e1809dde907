"""The pages that everybody opens, each beside the bare Django view."""

from collections.abc import Iterator

from config.measuring import Place, Promise

PAGES = ("/", "/courses/", "/accounts/login/code/")
SLOWEST_MS = 300


def run(place: Place) -> Iterator[dict | Promise]:
    rows = [place.ask(path) for path in PAGES]
    yield from rows
    slowest = max(row["p95_ms"] for row in rows)
    yield Promise(
        f"Every page answers 95 of 100 times within {SLOWEST_MS} ms (slowest: {slowest})", slowest < SLOWEST_MS
    )
