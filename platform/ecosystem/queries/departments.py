"""A firm's departments as a tree, with how many people each holds."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from ecosystem.models import Department, Employment, Organization
from words.pinyin import order_key_of_text


@dataclass(slots=True)
class Branch:
    """A department in its tree. `people` are its own, `total` those of all below it too."""

    pk: int
    name: str
    depth: int = 0
    people: int = 0
    total: int = 0
    children: list["Branch"] = field(default_factory=list)
    path: str = ""

    @property
    def indent(self) -> str:
        return "\u3000" * self.depth

    @property
    def levels(self) -> range:
        return range(self.depth)


def tree(organization: Organization) -> list[Branch]:
    """Every department, parents before children, each level in Chinese order; counted in one query."""
    branches: dict[int | None, Branch] = {None: Branch(0, "")}
    parents: dict[int, int | None] = {}
    working = Employment.objects.current().filter(department=OuterRef("pk")).values("department")
    counted = Coalesce(Subquery(working.annotate(count=Count("pk")).values("count")), 0)
    rows = Department.objects.filter(organization=organization).annotate(working=counted)
    for pk, name, parent, people in rows.values_list("pk", "name", "parent_id", "working"):
        branches[pk], parents[pk] = Branch(pk, name, people=people), parent
    for below, above in parents.items():
        branches[above].children.append(branches[below])
    return list(walk(branches[None], -1, ""))[1:]


def walk(branch: Branch, depth: int, path: str) -> list[Branch]:
    """The branch and all below it in order; fills depth, path and total."""
    branch.depth, branch.path = depth, f"{path} / {branch.name}".removeprefix(" / ") if branch.name else ""
    found = [branch]
    for child in sorted(branch.children, key=lambda child: order_key_of_text(child.name)):
        found += walk(child, depth + 1, branch.path)
    branch.total = branch.people + sum(child.total for child in branch.children)
    return found


def subtree(department: Department) -> set[int]:
    """The department and all below it, by id."""
    below: dict[int | None, list[int]] = defaultdict(list)
    mine = Department.objects.filter(organization=department.organization_id)
    for pk, parent in mine.values_list("pk", "parent_id"):
        below[parent].append(pk)
    found, waiting = set(), [department.pk]
    while waiting:
        found.add(pk := waiting.pop())
        waiting += below[pk]
    return found
