"""Before a person is erased: the seats they still hold are free for others."""

import datetime

from courses.learning import rules
from courses.learning.actions.enrollments import withdraw
from courses.learning.models import Enrollment
from privacy.erasing import before_erasure


@before_erasure
def give_seats_back(*, person, by, at: datetime.datetime) -> None:
    held = Enrollment.objects.live().of(person).select_related("run").order_by("pool_id", "pk")
    for enrollment in held:
        if rules.can_withdraw(enrollment=enrollment, at=at):
            withdraw(enrollment=enrollment, by=by or person, at=at)
