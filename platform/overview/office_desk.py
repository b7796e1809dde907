"""What waits for the district's office."""

import datetime

from ecosystem.models import Ecosystem
from overview.duties import Duty


def duties(ecosystem: Ecosystem, day: datetime.date) -> list[Duty]:
    return []
