"""What of the rosters waits on HR's desk; how much of each is asked in one question."""

from dataclasses import dataclass

from django.db.models import F

from ecosystem.models import Organization
from talent_pool.people.models import LeaverProposal, RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.models.leavers import LeaverState

MOST = 5


def imports_to_finish(organization: Organization, most: int = MOST) -> list[RosterImport]:
    """Rosters that wait for HR: for the columns, or to be checked and written; the latest first."""
    waiting = RosterImport.objects.filter(organization=organization, state__in=[ImportState.ASKING, ImportState.LOOKED])
    return list(waiting.select_related("job").order_by("-uploaded_at", "-pk")[:most])


def count_imports_to_finish(organization: Organization) -> int:
    states = [ImportState.ASKING, ImportState.LOOKED]
    return RosterImport.objects.filter(organization=organization, state__in=states).count()


@dataclass(frozen=True)
class Leaver:
    """`pk` is that of the proposal; `file_name` the roster that did not name the person."""

    pk: int
    called: str
    department: str
    file_name: str


def open_leavers(organization: Organization, most: int = MOST) -> list[Leaver]:
    """Whom the latest whole roster did not name, in the order of names."""
    rows = leavers_of(organization).values_list(
        "pk", "employment__claimed_name", "employment__department__name", "roster_import__file_name"
    )
    return [Leaver(pk, name, department or "", file_name or "") for pk, name, department, file_name in rows[:most]]


def count_open_leavers(organization: Organization) -> int:
    return leavers_of(organization).count()


def leavers_of(organization: Organization):
    waiting = LeaverProposal.objects.filter(employment__organization=organization, state=LeaverState.OPEN)
    return waiting.filter(employment__to_on=None).order_by(F("employment__name_key"), "pk")
