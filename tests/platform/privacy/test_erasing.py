"""After an erasure nothing of the person is left where the inventory says so, and nobody else lost a byte."""

import datetime
import random

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.test import Client
from django.urls import reverse

from accounts.models import User
from audit.models import AuditEntry, OutboxMessage
from courses.learning.models import Certificate, Enrollment, StudyHoursEntry
from ecosystem.enums import EmploymentState
from ecosystem.models import Employment, Organization, Role
from jobs.models import Job
from privacy.erasing import erase
from privacy.inventory import Erasure, personal_fields
from privacy.rows import models_about_people, rows_of
from tests.factories.ecosystem import make_employment, make_organization, make_person
from tests.factories.learning import complete_course, make_enrollment, make_run
from tests.platform.privacy.world import A_DAY, APART, AT, everything, make_somebody

pytestmark = pytest.mark.django_db
EMPTY = (None, "", {}, [])
TODAY = datetime.date(2026, 11, 24)


def rows_about(person: User) -> dict[str, list[int]]:
    return {label: list(rows_of(label, person).values_list("pk", flat=True)) for label, _ in models_about_people()}


def left_behind(found: dict[str, list[int]]) -> list[str]:
    """What ought to be gone and is not, by the inventory alone."""
    left = []
    for label, ids in found.items():
        fates = {name: declared.erasure for name, declared in personal_fields(label).items()}
        is_whole = set(fates.values()) == {Erasure.DELETE}
        for row in apps.get_model(label)._base_manager.filter(pk__in=ids):
            left += [
                f"{label}.{name}"
                for name, fate in fates.items()
                if fate is not Erasure.KEEP and (is_whole or not is_blank(label, row, name))
            ]
    return left


def is_blank(label: str, row, name: str) -> bool:
    if label == "accounts.User" and name == "password":
        return not row.has_usable_password()
    return row._meta.get_field(name).value_from_object(row) in EMPTY or not getattr(row, name)


def words_of(person: User) -> set[str]:
    return {person.full_name, person.phone, person.email}


def numbers_by_firm() -> dict[str, tuple]:
    return {
        firm.name: (
            Enrollment.objects.filter(sponsor=firm).count(),
            StudyHoursEntry.objects.filter(sponsor=firm).total(),
            Certificate.objects.filter(enrollment__sponsor=firm).count(),
            Employment.objects.filter(organization=firm).count(),
        )
        for firm in Organization.objects.all()
    }


def test_all_that_is_declared_is_gone_and_statistics_stay():
    firm = make_organization()
    hr = make_somebody("何管事", firm, course=False)
    gone = make_somebody("单立新", firm, by=hr)
    found, numbers, words = rows_about(gone), numbers_by_firm(), words_of(gone)
    file = Job.objects.get(by=gone, file__gt="").file
    told = erase(person=gone, by=gone, at=AT)
    assert left_behind(found) == []
    assert numbers_by_firm() == numbers
    assert set(told) == {label for label, ids in found.items() if ids}
    assert {
        label for label, rows in everything().items() for row in rows.values() if words & set(map(str, row))
    } == set()
    assert file.storage.exists(file.name)  # the transaction of this test has not committed


def test_every_kind_of_row_is_in_the_world_of_these_tests():
    """What the world does not hold is not proved to go: a new model about people gets its rows in world.py."""
    gone = make_somebody("单立新", make_organization())
    assert {label for label, ids in rows_about(gone).items() if not ids} == APART


def test_the_user_stays_inactive_without_name_and_without_a_way_in(client):
    gone = make_somebody("单立新", make_organization(), course=False)
    client.force_login(gone)
    client.get(reverse("learning:me"))
    session = client.session
    UserSession.objects.create(user=gone, ip="127.0.0.1", user_agent="x", session_key=session.session_key)
    erase(person=gone, by=gone, at=AT)
    assert not session.exists(session.session_key)
    gone = User.objects.get(pk=gone.pk)
    assert (gone.full_name, gone.phone, gone.email, gone.is_active) == ("", None, "", False)
    assert client.get(reverse("learning:me")).status_code == 302
    assert rows_of("usersessions.UserSession", gone).count() == 0


def test_employments_and_roles_end_first_and_seats_are_free():
    firm = make_organization()
    held = make_employment(organization=firm)
    later = make_employment(held.person, state=EmploymentState.PENDING, from_on=TODAY + 9 * A_DAY)
    leaving = make_employment(held.person, to_on=TODAY + 40 * A_DAY)
    past = make_employment(held.person, to_on=TODAY - 40 * A_DAY)
    enrollment = make_enrollment(make_run(seats=1), held)
    erase(person=held.person, by=held.person, at=AT)
    ends = {row.pk: row.to_on for row in Employment.objects.all()}
    assert ends == {held.pk: TODAY, later.pk: later.from_on, leaving.pk: TODAY, past.pk: past.to_on}
    assert not Role.objects.on(TODAY).filter(person=held.person).exists()
    enrollment.pool.refresh_from_db()
    assert enrollment.pool.taken == 0


def test_a_certificate_still_verifies_without_a_name():
    held = make_employment(make_person("单立新"))
    certificate = complete_course(make_enrollment(make_run(), held)).certificate
    erase(person=held.person, by=held.person, at=AT)
    page = Client().get(reverse("learning:verify", args=[certificate.code]))
    assert page.status_code == 200
    assert "单立新" not in page.content.decode() and certificate.course_title in page.content.decode()


def test_erasing_is_told_by_number_only():
    gone = make_somebody("单立新", make_organization())
    words = words_of(gone)
    erase(person=gone, by=gone, at=AT)
    assert OutboxMessage.objects.filter(topic="privacy.erased").get().ids == {"person_id": gone.pk}
    assert AuditEntry.objects.filter(verb="privacy.erased", subject_id=str(gone.pk)).count() == 1
    assert not [entry for entry in AuditEntry.objects.all() if any(word in str(entry.data) for word in words)]


def test_erasing_twice_changes_nothing_more():
    gone = make_somebody("单立新", make_organization())
    erase(person=gone, by=gone, at=AT)
    before = {label: rows for label, rows in everything().items() if not label.startswith("audit.")}
    erase(person=gone, by=gone, at=AT + A_DAY)
    assert {label: rows for label, rows in everything().items() if not label.startswith("audit.")} == before


def test_a_number_nobody_proved_to_hold_leads_to_no_row():
    """Otherwise a person could read, and erase, what somebody wrote about the holder of any number."""
    firm = make_organization()
    one = make_somebody("单立新", firm, course=False)
    unproved = make_person("冒名", phone="+8613900001111")
    row = rows_of("ecosystem.JoinRequest", one).get()
    row.phone = unproved.phone
    row.save()
    assert rows_of("ecosystem.JoinRequest", unproved).count() == 0


@pytest.mark.parametrize("seed", range(4))
def test_nobody_else_loses_a_byte(seed):
    """A generated ecosystem; whoever goes, every row that is not about them is as it was."""
    chance = random.Random(seed)
    firms = [make_organization() for _ in range(chance.randint(1, 3))]
    people: list[User] = []
    for number in range(chance.randint(3, 5)):
        by = chance.choice(people) if people and chance.random() < 0.7 else None
        people.append(make_somebody(f"员工{number}", chance.choice(firms), by=by, course=chance.random() < 0.6))
    for person in chance.sample(people, 2):
        make_employment(person, make_organization(), line_manager=Employment.objects.order_by("?").first())
    gone = chance.choice(people)
    mine, before, numbers = rows_about(gone), everything(), numbers_by_firm()
    pools = set(Enrollment.objects.of(gone).values_list("pool_id", flat=True))
    erase(person=gone, by=gone, at=AT)
    assert left_behind(mine) == []
    assert numbers_by_firm() == numbers
    after = everything()
    changed = {
        label: {pk for pk, row in rows.items() if after[label].get(pk) != row} - set(mine.get(label, ()))
        for label, rows in before.items()
    }
    assert changed.pop("learning.SeatPool") <= pools
    assert {label: ids for label, ids in changed.items() if ids} == {}


@pytest.mark.django_db(transaction=True)
def test_files_go_when_the_erasure_is_committed():
    gone = make_somebody("单立新", make_organization(), course=False)
    file = Job.objects.get(by=gone, file__gt="").file
    assert file.storage.exists(file.name)
    erase(person=gone, by=gone, at=AT)
    assert not file.storage.exists(file.name)
