"""What a bench, a fault trial or a sweep is: a function that yields rows of figures and promises.

    def run(place):
        for rows in (1_000, 10_000):
            seconds = ...
            yield {"rows": rows, "seconds": seconds}
        yield Promise("10,000 rows in under 10 s", seconds < 10)

It is given the `Place` it runs in. `dev bench NAME` prints each row as a JSON line and all of them as a table.
"""

import http.client
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from django.utils.module_loading import import_string

Trial = Callable[["Place"], Iterator["dict | Promise"]]


@dataclass(frozen=True)
class Promise:
    """A sentence that must hold; when it does not, the command ends non-zero."""

    sentence: str
    holds: bool


@dataclass(frozen=True)
class Place:
    """Two running sites under the same server program: ours, and one bare Django view with nothing around it."""

    site: str
    bare: str

    def floor(self, times: int = 200) -> dict:
        """The bare view alone: how fast this machine is today, beside which every bench is read."""
        line = Line(self.bare, "/", "")
        line.ask()
        answers = sorted(line.ask() for _ in range(times))
        return {"median_ms": round(middle(answers), 2), "per_second": round(1000 * times / sum(answers))}

    def ask(self, path: str, times: int = 30, cookie: str = "") -> dict:
        """Latency of one page beside the bare view's, measured turn by turn so that both meet the same machine."""
        ours, bare = Line(self.site, path, cookie), Line(self.bare, "/", "")
        for line in (ours, bare):
            line.ask()
        pairs = [(ours.ask(), bare.ask()) for _ in range(times)]
        page, floor = (sorted(side) for side in zip(*pairs, strict=True))
        return {
            "path": path,
            "median_ms": round(middle(page), 2),
            "p95_ms": round(page[int(len(page) * 0.95)], 2),
            "bare_median_ms": round(middle(floor), 2),
            "times_bare": round(middle(page) / middle(floor), 1),
            "bytes": ours.size,
        }


class Line:
    """A kept connection to one page."""

    def __init__(self, site: str, path: str, cookie: str):
        address = urlsplit(site)
        self.connection = http.client.HTTPConnection(address.hostname or "localhost", address.port, timeout=30)
        self.path, self.headers, self.size = path, {"Cookie": cookie} if cookie else {}, 0

    def ask(self) -> float:
        """Milliseconds until the last byte; anything but 200 is a fault of the bench."""
        started = time.perf_counter()
        self.connection.request("GET", self.path, headers=self.headers)
        answer = self.connection.getresponse()
        self.size = len(answer.read())
        if answer.status != 200:
            raise RuntimeError(f"{self.path} answered {answer.status}")
        return (time.perf_counter() - started) * 1000


def middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def run(registry: dict[str, str], names: list[str], place: Place) -> bool:
    """Run the named trials, or all; True when every promise held."""
    held = True
    if place.bare:
        print(json.dumps({"trial": "bare view", **place.floor()}), flush=True)
    for name in names or registry:
        rows, promises = collect(name, import_string(registry[name]), place)
        for _columns, alike in groupby(rows, key=columns_of):
            print_table(name, list(alike))
        for promise in promises:
            print(f"{'holds ' if promise.holds else 'BROKEN'}  {promise.sentence}", flush=True)
            held = held and promise.holds
    return held


def columns_of(row: dict) -> tuple[str, ...]:
    return tuple(row)


def collect(name: str, trial: Trial, place: Place) -> tuple[list[dict], list[Promise]]:
    """The trial's rows, each printed as a JSON line when it comes, and its promises."""
    rows, promises = [], []
    for told in trial(place):
        if isinstance(told, Promise):
            promises.append(told)
            row = {"trial": name, "promise": told.sentence, "holds": told.holds}
        else:
            rows.append(told)
            row = {"trial": name, **told}
        print(json.dumps(row, ensure_ascii=False), flush=True)
    return rows, promises


def print_table(name: str, rows: list[dict]) -> None:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    table = [columns, *([str(row.get(column, "")) for column in columns] for row in rows)]
    widths = [max(len(line[at]) for line in table) for at in range(len(columns))]
    print(f"\n{name}")
    for line in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
