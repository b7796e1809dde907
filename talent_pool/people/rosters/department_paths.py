"""Departments as a tree told in one line: 研发中心/算法部."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ecosystem.models import Department, Organization

STEPS = re.compile(r"\s*(?:[/\\>|]|→|»|›|>>)\s*|\s+[-–—]+\s+")
MOST_LEVELS = 8
NOTHING = frozenset({"", "无", "-", "--", "—"})


def as_path(text: str, longest: int = 80) -> str:
    """`研发中心 > 算法部` → `研发中心/算法部`: each level once named after the other, none longer than `longest`."""
    steps = [step[:longest].strip() for step in STEPS.split(text) if step.strip() not in NOTHING]
    told = [step for place, step in enumerate(steps) if place == 0 or step != steps[place - 1]]
    return "/".join(told[:MOST_LEVELS])


def department_paths(organization: Organization) -> dict[int, str]:
    """`{pk: path}` of all departments of the organization."""
    rows = Department.objects.filter(organization=organization).values_list("pk", "name", "parent")
    found = {pk: (name, parent) for pk, name, parent in rows}
    paths: dict[int, str] = {}

    def path(pk: int, depth: int = 0) -> str:
        if pk not in paths:
            name, parent = found[pk]
            paths[pk] = f"{path(parent, depth + 1)}/{name}" if parent in found and depth < 50 else name
        return paths[pk]

    for pk in found:
        path(pk)
    return paths


class Departments:
    """The departments of one firm by path, and what a roster's word for one means."""

    def __init__(self, paths: Mapping[int, str]):
        self.pks = {path: pk for pk, path in sorted(paths.items(), reverse=True)}
        self.ending: dict[str, set[str]] = defaultdict(set)
        for path in self.pks:
            steps = path.split("/")
            for start in range(1, len(steps)):
                self.ending["/".join(steps[start:])].add(path)

    def meaning(self, written: str) -> str:
        """The path that is meant: the one written, or the only one of the firm that ends so; else what is written,
        below the department of the firm with which it begins.
        """
        steps = written.split("/")
        for end in range(len(steps), 0, -1):
            begun = "/".join(steps[:end])
            if begun in self.pks:
                return written
            if len(found := self.ending.get(begun, set())) == 1:
                return "/".join([*found, *steps[end:]])
        return written

    def missing(self, written: Iterable[str]) -> list[str]:
        """Paths to be made, those above before those below, for these words."""
        wanted: set[str] = set()
        for path in map(self.meaning, written):
            steps = path.split("/") if path and path not in self.pks else []
            wanted |= {"/".join(steps[: end + 1]) for end in range(len(steps))}
        return sorted(wanted - self.pks.keys(), key=lambda path: (path.count("/"), path))
