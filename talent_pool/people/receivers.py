"""What this room does when a person has answered a firm's claim."""

from django.utils import timezone

from audit import outbox
from talent_pool.people import actions


@outbox.on("ecosystem.employment_refused")
def end_role(message) -> None:
    """Who does not work there is no employee there: the role that came with the roster ends."""
    actions.end_role_of_refused(employment_id=message.ids["employment_id"], at=timezone.now())
