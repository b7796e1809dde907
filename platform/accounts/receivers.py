"""What happens at a sign-in and matters here."""

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils import timezone

import audit
from accounts import actions
from accounts.agreements import KEY


@receiver(user_logged_in, dispatch_uid="accounts.record_sign_in")
def record_sign_in(sender, request, user, **kwargs) -> None:
    """A sign-in is an act like any other: it leaves a row."""
    audit.record(by=user, for_org=None, verb="accounts.signed_in", subject=user, at=timezone.now())


@receiver(user_logged_in, dispatch_uid="accounts.record_agreement")
def record_agreement(sender, request, user, **kwargs) -> None:
    """What was ticked before the sign-in is now known to be this person's yes."""
    if versions := request.session.pop(KEY, None):
        actions.agree(person=user, versions=versions, at=timezone.now())
