"""The firm's own staff as a roster is compared with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg

from ecosystem.models import Employment, Organization
from talent_pool.people.models import SkillClaim
from talent_pool.people.rosters.rows import Row

FACTS = {
    "name": "claimed_name",
    "phone": "claimed_phone",
    "staff_no": "staff_no",
    "email": "work_email",
    "department": "department",
    "post": "post",
    "category": "category",
    "title": "title",
    "education": "education",
    "joined_on": "joined_on",
}
"""A row's field to the employment's. Besides these a row speaks of skills and of the line manager."""


@dataclass(frozen=True, slots=True)
class Manager:
    """Whom somebody reports to: an employment of the firm, or a row of the file that becomes one."""

    held: int | None = None
    row: int | None = None


@dataclass(slots=True)
class Held:
    """An employment of the firm as it stands; the department as a path, `skills` as ids."""

    pk: int
    person_id: int
    state: str
    facts: dict[str, Any]
    skills: frozenset[int] = frozenset()
    manager_id: int | None = None
    version: int = 1

    def key(self, name: str) -> str:
        """The phone or the staff number, as it is compared."""
        return str(self.facts[name]).casefold()

    def changes_by(self, row: Row, department: str, manager: Manager | None) -> dict[str, Any]:
        """What the row says otherwise: fields of a row with their new values; skills as a whole set of ids, the line
        manager as a Manager.
        """
        told = {name: getattr(row, name) for name in FACTS} | {"department": department}
        found = {name: value for name, value in told.items() if value and value != self.facts[name]}
        if row.skills and self.skills != frozenset(row.skills):
            found["skills"] = frozenset(row.skills)
        if manager and manager != Manager(held=self.manager_id):
            found["line_manager"] = manager
        return found


def staff_of(organization: Organization, paths: dict[int, str]) -> Iterator[Held]:
    """The firm's employments that have not ended, also those that the person refused, with their skills."""
    mine = Employment.objects.current().filter(organization=organization)
    claims = SkillClaim.objects.filter(employment__in=mine).values_list("employment_id")
    skills = {pk: frozenset(ids) for pk, ids in claims.annotate(ids=ArrayAgg("skill_id"))}
    columns = mine.values_list("pk", "person_id", "state", "line_manager", "version", *FACTS.values())
    for pk, person_id, state, manager, version, *values in columns.iterator():
        facts: dict[str, Any] = {n: "" if value is None else value for n, value in zip(FACTS, values, strict=True)}
        facts["department"] = paths.get(facts["department"], "")
        yield Held(pk, person_id, state, facts, skills.get(pk, frozenset()), manager, version)
