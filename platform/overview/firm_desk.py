"""What waits for a firm's HR, and how its staff stand."""

import datetime
from dataclasses import dataclass

from ecosystem.models import Organization
from overview.duties import Duty


@dataclass(frozen=True)
class StaffByDepartment:
    """`departments` are (name, people) of the largest; `others` is what the rest add up to."""

    total: int
    departments: list[tuple[str, int]]
    others: int


def duties(firm: Organization, day: datetime.date) -> list[Duty]:
    """Every kind of duty in a fixed order, also those of which nothing waits."""
    return []


def staff_by_department(firm: Organization, day: datetime.date) -> StaffByDepartment | None:
    return None
