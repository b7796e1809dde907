"""A person goes while others write about them: nobody waits for ever, and what was to go is gone."""

import pytest

from accounts.models import User
from audit.models import AuditEntry
from courses.learning.actions.enrollments import enroll
from ecosystem.actions import staff
from ecosystem.models import Employment
from privacy.erasing import erase
from tests.courses.learning.test_race import at_once
from tests.factories.ecosystem import make_employment, make_organization, make_person
from tests.factories.learning import make_run
from tests.platform.privacy.world import AT, make_somebody

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3


def erasing(person):
    return lambda: erase(person=person, by=person, at=AT)


def test_two_erasures_at_once_are_one():
    gone = make_somebody("单立新", make_organization())
    results = at_once([erasing(gone)] * 3)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert User.objects.get(pk=gone.pk).full_name == ""


def test_hr_changes_the_claim_meanwhile():
    """Either the change came first and is blanked, or it is refused: the person does not work there any more."""
    firm, hr = make_organization(), make_person("何管事")
    for number in range(ROUNDS):
        held = make_employment(make_person(f"单立新{number}"), firm)
        fields = {"claimed_name": "单立鑫", "post": "架构师"}
        change = {"employment": held, "version": None, "fields": fields, "by": hr, "at": AT}
        erased, changed = at_once([erasing(held.person), lambda change=change: staff.change(**change)])
        assert not isinstance(erased, Exception), erased
        assert isinstance(changed, Employment | staff.rules.NotAllowed), changed
        held.refresh_from_db()
        assert (held.claimed_name, held.post) == ("", "")


def test_the_person_enrolls_meanwhile():
    """A seat is locked after its learner, by both."""
    for _ in range(ROUNDS):
        held, run = make_employment(), make_run(seats=1)
        taking = {"learner": held.person, "run": run, "acting": held, "by": held.person, "at": AT}
        erased, _taken = at_once([erasing(held.person), lambda taking=taking: enroll(**taking)])
        assert not isinstance(erased, Exception), erased
        assert AuditEntry.objects.filter(verb="privacy.erased", subject_id=str(held.person_id)).exists()
