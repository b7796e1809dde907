"""The only way an enrollment changes state: the table decides, and one append-only event says that it happened."""

import datetime
import uuid

from accounts.models import User
from courses.learning import rules
from courses.learning.enums import Actor, EnrollmentState
from courses.learning.models import Enrollment, EnrollmentEvent


def move(
    enrollment: Enrollment,
    to_state: EnrollmentState,
    *,
    actor: Actor,
    by: User | None,
    at: datetime.datetime,
    client_id: uuid.UUID | None = None,
) -> None:
    """Move a new or locked enrollment, save it, and write the event. Raises rules.IllegalTransition."""
    rules.check_can_move(from_state=enrollment.state, to_state=to_state, actor=actor)
    from_state, enrollment.state = enrollment.state, to_state
    if to_state == EnrollmentState.WITHDRAWN:
        enrollment.withdrawn_at = at
    if to_state == EnrollmentState.COMPLETED:
        enrollment.completed_at = at
    enrollment.save()
    EnrollmentEvent.objects.create(
        enrollment=enrollment,
        by=by,
        actor=actor,
        from_state=from_state,
        to_state=to_state,
        at=at,
        client_id=client_id,
    )
