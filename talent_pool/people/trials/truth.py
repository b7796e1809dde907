"""What stands in the database after an import, beside what the file says."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone

from accounts.models import User
from audit.models import AuditEntry, OutboxMessage
from ecosystem.models import Employment, EmploymentEvent, Role
from talent_pool.people.imports.actions import looking, uploading
from talent_pool.people.models import RosterImport, RosterRow
from talent_pool.people.trials.firm import Firm


@dataclass(frozen=True)
class Stock:
    """Counts of a firm; those of a person are counted by person, so that a double shows as a difference."""

    employments: int
    people_employed: int
    roles: int
    people_with_roles: int
    events: int
    employments_with_events: int
    users: int

    @classmethod
    def of(cls, firm: Firm) -> "Stock":
        staff = Employment.objects.filter(organization=firm.organization)
        roles = Role.objects.filter(organization=firm.organization, kind="employee")
        events = EmploymentEvent.objects.filter(employment__organization=firm.organization)
        return cls(
            **staff.aggregate(employments=Count("pk"), people_employed=Count("person", distinct=True)),
            **roles.aggregate(roles=Count("pk"), people_with_roles=Count("person", distinct=True)),
            **events.aggregate(events=Count("pk"), employments_with_events=Count("employment", distinct=True)),
            users=User.objects.count(),
        )

    def grown_since(self, before: "Stock") -> dict[str, int]:
        return {name: count - asdict(before)[name] for name, count in asdict(self).items()}


def told_of(roster: RosterImport) -> dict[str, int]:
    """How often what must be told once was told."""
    entries = AuditEntry.objects.filter(for_org_id=roster.organization_id)
    rows = RosterRow.objects.filter(roster_import=roster)
    return {
        "written": entries.filter(verb="people.roster_written").count(),
        "committed": entries.filter(verb="people.roster_committed").count(),
        "messages": OutboxMessage.objects.filter(
            topic="people.roster_committed", ids__organization_id=roster.organization_id
        ).count(),
        "rows_shown": rows.count(),
    }


def looked_at_again(firm: Firm, content: bytes) -> dict[str, Any]:
    """The numbers of one more look at the same file: whatever was lost or changed would show."""
    at = timezone.now()
    again = uploading.upload(organization=firm.organization, content=content, file_name="again.xlsx", by=firm.hr, at=at)
    numbers = looking.look(import_id=again.pk, at=at, progress=lambda done, total: None).numbers
    return {name: numbers[name] for name in ("new", "updated", "unchanged", "faulty")}
