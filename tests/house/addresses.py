"""Every address the site answers at, read from the resolver: `route` is what a log line shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver

DUMMIES = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000", "slug": "x", "str": "x", "path": "x"}


@dataclass(frozen=True)
class Address:
    route: str
    name: str

    def with_dummies(self) -> str:
        """A path that fits the route, for addresses of libraries: nothing of ours has these values."""
        path = re.sub(r"<(?:(\w+):)?\w+>", lambda part: DUMMIES.get(part[1] or "str", "1"), self.route)
        return "/" + re.sub(r"\(\?P\d?\)|\(\?P1[^)]*\)|\([^)]*\)", "1", path).replace("^", "").replace("$", "")


def addresses() -> list[Address]:
    return sorted(set(walk(get_resolver().url_patterns, "", "")), key=lambda address: address.route)


def walk(patterns, route: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(here, f"{namespace}{pattern.name or ''}")
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, here, inner)
