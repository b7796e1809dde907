"""Before a person is erased: they are signed out everywhere, and no way in is left."""

import datetime

from allauth.usersessions.models import UserSession

from privacy.erasing import before_erasure


@before_erasure
def end_sessions(*, person, by, at: datetime.datetime) -> None:
    for session in UserSession.objects.filter(user=person):
        session.end()
    person.is_active = person.is_staff = person.is_superuser = False
    person.save(update_fields=["is_active", "is_staff", "is_superuser"])
