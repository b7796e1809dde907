"""What stands before an import and is in nobody's history: departments, unknown words, who the newest person is."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max, QuerySet

from accounts.models import User
from ecosystem.models import Department, Organization
from talent_pool.people.models import UnknownSkill
from talent_pool.people.rosters.department_paths import department_paths
from talent_pool.people.rosters.reading import Roster


class Before:
    """`told` is kept with the import and read by `restoring`."""

    def __init__(self, organization: Organization, found: Roster):
        self.organization = organization
        self.words = sorted({word for row in found.rows for word in row.unknown_skills})
        self.seen = dict(self.unknown().values_list("text", "seen"))
        self.departments = set(self.all_departments())
        self.last_person = User.objects.aggregate(last=Max("pk"))["last"] or 0
        self.paths = {path: pk for pk, path in department_paths(organization).items()}

    def unknown(self) -> QuerySet[UnknownSkill]:
        return UnknownSkill.objects.filter(organization=self.organization, text__in=self.words)

    def all_departments(self) -> Iterable[int]:
        return Department.objects.filter(organization=self.organization).values_list("pk", flat=True)

    def told(self) -> dict[str, Any]:
        return {
            "made_departments": sorted(set(self.all_departments()) - self.departments),
            "paths": self.paths,
            "words": {word: [self.seen.get(word), seen] for word, seen in self.unknown().values_list("text", "seen")},
            "last_person": self.last_person,
        }
