"""The year's study hours against what the law asks for."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import User
from courses.learning.enums import EnrollmentState
from courses.learning.models import Enrollment, StudyHoursEntry
from web.dates import local

YEARLY_GOAL = Decimal(90)
"""Ministry of Human Resources, order 25 of 2015, article 8: at least 90 学时 a year for professional staff."""


@dataclass(frozen=True)
class YearOfHours:
    year: int
    earned: Decimal
    expected: Decimal
    goal: Decimal = YEARLY_GOAL

    @property
    def missing(self) -> Decimal:
        return max(self.goal - self.earned, Decimal(0))

    @property
    def with_expected(self) -> Decimal:
        """What the year comes to when the courses being taken are completed."""
        return self.earned + self.expected


def hours_of_year(person: User, enrollments: Sequence[Enrollment], *, at: datetime.datetime) -> YearOfHours:
    """Hours earned in the Shanghai year of the moment, and those the person's unfinished courses would add."""
    year = local(at).year
    unfinished = (held.run.hours for held in enrollments if held.state == EnrollmentState.CONFIRMED)
    return YearOfHours(
        year=year,
        earned=StudyHoursEntry.objects.of(person).in_year(year).total(),
        expected=sum(unfinished, Decimal(0)),
    )
