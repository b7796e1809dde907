"""A phone known elsewhere: nothing told, nothing overwritten, a second employment that waits for the person's yes."""

import random

import pytest
from django.utils import timezone

from accounts.actions import find_or_make_by_phone
from accounts.models import User
from ecosystem.actions import employments, roles
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Organization, Role
from tests.factories import rosters
from tests.factories.ecosystem import make_person
from tests.factories.rosters import make_staff

pytestmark = pytest.mark.django_db

EVERYBODY = 30


def with_phones(staff: list[dict], phones: list[str]) -> list[dict]:
    return [person | {"phone": phone} for person, phone in zip(staff, phones, strict=True)]


def known_phones(importing, firm: Organization) -> list[str]:
    """Firm A's people: some new, some signed in, some gone, some having refused."""
    staff = make_staff(EVERYBODY)
    importing.commit(rosters.clean(staff), firm)
    for number, held in enumerate(Employment.objects.select_related("person").order_by("pk")):
        if number % 4 == 1:
            held.person.phone_verified_at = held.person.last_login = timezone.now()
            held.person.save()
            employments.confirm(employment=held, name=held.claimed_name, by=held.person, at=timezone.now())
        elif number % 4 == 2:
            employments.refuse(employment=held, by=held.person, at=timezone.now())
        elif number % 4 == 3:
            User.objects.filter(pk=held.person_id).update(is_active=number % 8 == 3)
    return [person["phone"] for person in staff]


@pytest.fixture
def answers(importing, other_firm):
    """A function: what firm B is told, letter by letter, for these phones — looking, committing, looking again."""

    def ask(phones: list[str]) -> list[str]:
        staff = with_phones(make_staff(EVERYBODY, first=900), phones)
        content = rosters.clean(staff)
        changed = rosters.clean([person | {"post": "架构师"} for person in staff])
        return [
            importing.printed(content, other_firm.uscc, "--json"),
            importing.printed(content, other_firm.uscc, "--json", "--commit"),
            importing.printed(content, other_firm.uscc, "--json"),
            importing.printed(changed, other_firm.uscc, "--commit", "--json"),
            importing.printed(changed, other_firm.uscc),
        ]

    return ask


def forget(firm: Organization) -> None:
    """Take back what the firm imported, to ask again with other phones."""
    from ecosystem.models import Department, Role
    from talent_pool.people.models import SkillClaim

    SkillClaim.objects.filter(employment__organization=firm).delete()
    Employment.objects.filter(organization=firm).delete()
    Role.objects.filter(organization=firm).delete()
    Department.objects.filter(organization=firm).delete()


def test_known_phones_and_random_ones_get_the_same_answers(importing, answers, firm, other_firm):
    phones = known_phones(importing, firm)
    for_known = answers(phones)
    forget(other_firm)
    numbers = random.Random(3).sample(range(16_600_000_000, 16_699_999_999), EVERYBODY)
    assert answers([str(number) for number in numbers]) == for_known


def test_what_firm_b_holds_is_the_same_for_known_phones_and_random_ones(importing, answers, firm, other_firm):
    phones = known_phones(importing, firm)
    seen = []
    for asked in (phones, [str(16_600_000_000 + number) for number in range(EVERYBODY)]):
        answers(asked)
        held = Employment.objects.filter(organization=other_firm).order_by("staff_no")
        hidden = ("id", "person_id", "claimed_phone", "department_id", "organization_id", "line_manager_id")
        hidden += ("public_id", "search_words", "search_tokens")  # the firm's own phones stand in the words
        seen.append([{name: value for name, value in row.items() if name not in hidden} for row in held.values()])
        forget(other_firm)
    assert seen[0] == seen[1]


def test_changing_to_a_known_phone_or_a_random_one_gets_the_same_answers(importing, firm, other_firm):
    phones = known_phones(importing, firm)
    told = []
    for asked in (phones, [str(16_600_000_000 + number) for number in range(EVERYBODY)]):
        staff = make_staff(EVERYBODY, first=900, phones=15_500_000_000)
        importing.commit(rosters.clean(staff), other_firm)
        moved = rosters.clean(with_phones(staff, asked))
        told.append([importing.printed(moved, other_firm.uscc, "--json", *commit) for commit in ((), ("--commit",))])
        forget(other_firm)
    assert told[0] == told[1]


def test_what_others_hold_is_not_touched(importing, answers, firm, other_firm, rows_of):
    phones = known_phones(importing, firm)
    before = (rows_of(Employment, organization=firm), rows_of(User))
    answers(phones)
    people = [row for row in rows_of(User) if row["id"] in {kept["id"] for kept in before[1]}]
    assert (rows_of(Employment, organization=firm), people) == before


def test_a_second_employment_waits_for_the_persons_yes(importing, answers, firm, other_firm):
    phones = known_phones(importing, firm)
    people = User.objects.count()
    answers(phones)
    second = Employment.objects.filter(organization=other_firm)
    assert {(held.state, held.answered_at, held.to_on) for held in second} == {(EmploymentState.PENDING, None, None)}
    assert User.objects.count() == people
    assert {(held.person.phone, held.claimed_phone) for held in second.select_related("person")} == {
        (f"+86{phone}", f"+86{phone}") for phone in phones
    }


def test_a_person_without_any_firm_is_linked_and_keeps_their_name(importing, other_firm):
    person = make_person("沈知远", phone="+8617700000000", phone_verified_at=timezone.now())
    importing.commit(rosters.clean(make_staff(1)), other_firm)
    held = Employment.objects.get()
    person.refresh_from_db()
    assert (held.person, held.state, held.claimed_name, person.full_name) == (person, "pending", "单立新", "沈知远")


def test_the_login_phone_of_a_colleague_under_another_number_gives_nothing_away(importing, other_firm, rows_of):
    """The firm knows a person by one phone, the person signs in with another, and the firm lists that one as well."""
    first, second = make_staff(2)
    importing.commit(rosters.clean([first]), other_firm)
    person = User.objects.get()
    User.objects.update(phone="+8617700000001", phone_verified_at=timezone.now(), last_login=timezone.now())
    told = importing.commit(rosters.clean([first, second]), other_firm)
    assert (told["new"], told["unchanged"], told["faulty"]) == (1, 1, 0)
    assert Employment.objects.get(staff_no="E00001").person == person
    assert Employment.objects.get(staff_no="E00002").person != person
    person.refresh_from_db()
    assert person.phone == "+8617700000001"
    assert importing.look(rosters.clean([first, second]), other_firm)["unchanged"] == 2


def test_a_roster_hands_nobody_what_a_person_may_do_beyond_it(importing, firm):
    """Somebody named as administrator, given another number by the roster, keeps the number and the role."""
    [person] = make_staff(1)
    office = find_or_make_by_phone(phone=f"+86{person['phone']}")
    on = timezone.localdate()
    roles.grant(person=office, kind=RoleKind.ADMINISTRATOR, scope=firm, from_on=on, by=None, at=timezone.now())
    importing.commit(rosters.clean([person]), firm)
    importing.commit(rosters.clean([person | {"phone": "17788888888"}]), firm)
    office.refresh_from_db()
    moved = Employment.objects.current().get(staff_no="E00001").person
    assert (office.phone, moved.phone) == (f"+86{person['phone']}", "+8617788888888")
    assert [role.kind for role in Role.objects.filter(person=moved)] == [RoleKind.EMPLOYEE]
