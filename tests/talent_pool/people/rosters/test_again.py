"""The same firm imports again: what is matched, what changes, what stays."""

import datetime
import time

import pytest
from django.utils import timezone

from accounts.models import User
from audit.models import AuditEntry, OutboxMessage
from competency.models import Skill, SkillAlias
from ecosystem.actions import employments
from ecosystem.enums import EmploymentState
from ecosystem.models import Employment, Role
from talent_pool.people.models import SkillClaim, UnknownSkill
from tests.factories import rosters
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db


def sheet(*people: dict, without: tuple[str, ...] = ()) -> bytes:
    kept = [place for place, name in enumerate(rosters.FIELDS) if name not in without]
    rows = [HEADERS, *map(plain_row, people)]
    return xlsx([[row[place] for place in kept] for row in rows])


def counts(outcome: dict) -> tuple[int, int, int, int]:
    return outcome["new"], outcome["updated"], outcome["unchanged"], outcome["faulty"]


def held(staff_no: str) -> Employment:
    return Employment.objects.select_related("person", "department").get(staff_no=staff_no, to_on=None)


def verified(employment: Employment) -> User:
    """The person has signed in by phone and said yes."""
    person = employment.person
    person.phone_verified_at = person.last_login = timezone.now()
    person.save()
    employments.confirm(employment=employment, name=person.full_name, by=person, at=timezone.now())
    return person


def test_the_same_file_again_changes_nothing(importing, firm, everything_stored):
    content, truth = rosters.untidy(make_staff(24))
    importing.commit(content, firm)
    before = everything_stored()
    assert importing.look(content, firm) == truth.outcome(new=0, unchanged=17)
    assert importing.commit(content, firm) == truth.outcome(new=0, unchanged=17)
    after = everything_stored()
    assert {table for table in before if before[table] != after[table]} == set()


def test_an_import_leaves_one_row_in_the_audit_and_one_in_the_outbox(importing, firm):
    importing.commit(sheet(*make_staff(5)), firm)
    [entry] = AuditEntry.objects.filter(verb__startswith="people.roster")
    assert (entry.for_org_id, entry.by_id, entry.verb) == (firm.pk, None, "people.roster_committed")
    [message] = OutboxMessage.objects.filter(topic="people.roster_committed")
    assert message.ids["organization_id"] == firm.pk


def test_audit_and_outbox_hold_no_personal_word(importing, firm, everything_stored):
    content, truth = rosters.untidy(make_staff(24))
    importing.commit(content, firm)
    importing.commit(sheet(*(person | {"post": "架构师"} for person in truth.valid)), firm)
    told = str([everything_stored()[table] for table in ("audit_auditentry", "audit_outboxmessage")])
    words = {
        str(person[name]) for person in truth.valid for name in ("name", "phone", "email", "department", "staff_no")
    }
    assert sorted(word for word in words if word in told) == []


@pytest.mark.parametrize(
    ("name", "value", "column", "stored"),
    [
        ("name", "单立新生", "claimed_name", "单立新生"),
        ("email", "new@example.com", "work_email", "new@example.com"),
        ("post", "架构师", "post", "架构师"),
        ("category", "市场", "category", "marketing"),
        ("title", "正高级工程师", "title", "正高级工程师"),
        ("education", "博士", "education", "doctor"),
        ("joined_on", "2020-02-29", "joined_on", datetime.date(2020, 2, 29)),
        ("phone", "17799999999", "claimed_phone", "+8617799999999"),
    ],
)
def test_a_claim_that_differs_is_updated(name, value, column, stored, importing, firm):
    first, second = make_staff(2)
    importing.commit(sheet(first, second), firm)
    changed = sheet(first | {name: value}, second)
    assert counts(importing.look(changed, firm)) == (0, 1, 1, 0)
    assert counts(importing.commit(changed, firm)) == (0, 1, 1, 0)
    assert (getattr(held("E00001"), column), Employment.objects.count()) == (stored, 2)
    assert counts(importing.look(changed, firm)) == (0, 0, 2, 0)


def test_a_department_that_differs_is_updated(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    assert counts(importing.commit(sheet(person | {"department": "未来实验室"}), firm)) == (0, 1, 0, 0)
    assert held("E00001").department.name == "未来实验室"


def test_skills_are_replaced_as_a_whole(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    assert counts(importing.commit(sheet(person | {"skills": "Python、UVM"}), firm)) == (0, 1, 0, 0)
    assert sorted(SkillClaim.objects.values_list("skill__code", flat=True)) == ["RD-IC-002", "RD-SW-001"]
    assert counts(importing.look(sheet(person | {"skills": "UVM；Python"}), firm)) == (0, 0, 1, 0)


def test_a_blank_cell_erases_nothing(importing, firm, rows_of):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    before = (rows_of(Employment), rows_of(SkillClaim))
    blank = {name: "" for name in rosters.FIELDS if name not in ("name", "phone")}
    assert counts(importing.commit(sheet(person | blank), firm)) == (0, 0, 1, 0)
    fewer = sheet(person, without=("email", "department", "title", "skills", "joined_on"))
    assert counts(importing.commit(fewer, firm)) == (0, 0, 1, 0)
    assert (rows_of(Employment), rows_of(SkillClaim)) == before


def test_the_staff_number_matches_before_the_phone(importing, firm):
    first, second = make_staff(2)
    importing.commit(sheet(first, second), firm)
    pk = held("E00001").pk
    moved = sheet(first | {"phone": "17788888888"}, second)
    assert counts(importing.commit(moved, firm)) == (0, 1, 1, 0)
    assert (held("E00001").pk, held("E00001").claimed_phone) == (pk, "+8617788888888")


def test_the_phone_matches_where_the_staff_number_is_new(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    pk = held("E00001").pk
    assert counts(importing.commit(sheet(person | {"staff_no": "N-1"}), firm)) == (0, 1, 0, 0)
    assert held("N-1").pk == pk


def test_the_phone_matches_where_there_is_no_staff_number(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person, without=("staff_no",)), firm)
    assert counts(importing.commit(sheet(person), firm)) == (0, 1, 0, 0)
    assert Employment.objects.get().staff_no == "E00001"


def test_a_staff_number_is_the_same_in_either_case(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    again = importing.commit(sheet(person | {"staff_no": "e00001", "phone": "17788888888"}), firm)
    assert (again["new"], Employment.objects.count()) == (0, 1)


def test_two_colleagues_exchange_their_phones(importing, firm):
    first, second = make_staff(2)
    importing.commit(sheet(first, second), firm)
    swapped = sheet(first | {"phone": second["phone"]}, second | {"phone": first["phone"]})
    assert counts(importing.look(swapped, firm)) == (0, 2, 0, 0)
    assert counts(importing.commit(swapped, firm)) == (0, 2, 0, 0)
    assert (held("E00001").claimed_phone, held("E00002").claimed_phone) == ("+8617700000001", "+8617700000000")
    assert counts(importing.look(swapped, firm)) == (0, 0, 2, 0)


def test_phones_handed_down_a_whole_row_of_colleagues(importing, firm):
    staff = make_staff(5)
    importing.commit(sheet(*staff), firm)
    phones = [*[person["phone"] for person in staff[1:]], "17788888888"]
    down = sheet(*(person | {"phone": phone} for person, phone in zip(staff, phones, strict=True)))
    assert counts(importing.commit(down, firm)) == (0, 5, 0, 0)
    assert [held(person["staff_no"]).claimed_phone for person in staff] == [f"+86{phone}" for phone in phones]


def test_a_phone_that_a_colleague_keeps_is_a_fault(importing, firm, rows_of):
    first, second = make_staff(2)
    importing.commit(sheet(first, second), firm)
    before = rows_of(Employment)
    outcome = importing.commit(sheet(first | {"phone": second["phone"]}), firm)
    assert (counts(outcome), [fault["row"] for fault in outcome["faults"]]) == ((0, 0, 0, 1), [2])
    assert rows_of(Employment) == before


def test_a_long_row_of_colleagues_who_wait_for_each_other_is_told_apart_quickly(importing, firm):
    staff = make_staff(2_000)
    importing.commit(sheet(*staff), firm)
    phones = [person["phone"] for person in staff[1:]]
    waiting = sheet(*(p | {"phone": n} for p, n in zip(staff[:-1], phones, strict=True)))
    began = time.process_time()
    assert counts(importing.look(waiting, firm)) == (0, 0, 0, 1_999)
    assert time.process_time() - began < 3


def test_a_row_that_falls_out_takes_along_those_who_wait_for_its_phone(importing, firm, rows_of):
    staff = make_staff(4)
    importing.commit(sheet(*staff), firm)
    before = rows_of(Employment)
    phones = [person["phone"] for person in staff[1:]]
    outcome = importing.commit(sheet(*(p | {"phone": n} for p, n in zip(staff[:3], phones, strict=True))), firm)
    assert (counts(outcome), rows_of(Employment) == before) == ((0, 0, 0, 3), True)


def test_whoever_left_and_came_back_is_new(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    Employment.objects.update(from_on=datetime.date(2020, 1, 1), to_on=datetime.date(2021, 1, 1))
    assert counts(importing.commit(sheet(person), firm)) == (1, 0, 0, 0)
    assert (User.objects.count(), Employment.objects.count()) == (1, 2)


def test_what_the_person_refused_stays_refused(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    claim = held("E00001")
    employments.refuse(employment=claim, by=claim.person, at=timezone.now())
    assert counts(importing.commit(sheet(person), firm)) == (0, 0, 1, 0)
    importing.commit(sheet(person | {"post": "架构师"}), firm)
    assert set(Employment.objects.values_list("person", "state")) == {(claim.person_id, EmploymentState.REFUSED)}


def test_a_wrong_number_can_be_put_right_after_a_stranger_refused(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    claim = held("E00001")
    stranger = claim.person
    employments.refuse(employment=claim, by=stranger, at=timezone.now())
    right = sheet(person | {"phone": "17788888888"})
    assert counts(importing.commit(right, firm)) == (0, 1, 0, 0)
    now = held("E00001")
    assert (now.person.phone, now.state, now.claimed_phone) == ("+8617788888888", "pending", "+8617788888888")
    assert (now.claimed_name, now.department.name, now.skill_claims.count()) == ("单立新", "算法平台部", 2)
    stranger.refresh_from_db()
    refusals = [(refused.state, refused.to_on is None) for refused in stranger.employments.all()]
    assert (stranger.phone, refusals) == ("+8617700000000", [(EmploymentState.REFUSED, False)])
    assert counts(importing.look(right, firm)) == (0, 0, 1, 0)


def test_what_the_person_confirmed_stays_confirmed_and_keeps_the_persons_own_name(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    claim = held("E00001")
    employments.confirm(employment=claim, name="单立心", by=claim.person, at=timezone.now())
    importing.commit(sheet(person | {"name": "单力新", "post": "架构师"}), firm)
    now = held("E00001")
    assert (now.state, now.claimed_name, now.post, now.person.full_name) == ("confirmed", "单力新", "架构师", "单立心")


def test_a_firm_never_moves_the_sign_in_of_a_person_who_proved_their_phone(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    owner = verified(held("E00001"))
    importing.commit(sheet(person | {"phone": "17788888888"}), firm)
    now = held("E00001")
    owner.refresh_from_db()
    assert (now.person, now.state, now.claimed_phone) == (owner, EmploymentState.CONFIRMED, "+8617788888888")
    assert owner.phone == "+8617700000000"
    assert User.objects.filter(phone="+8617788888888", employments=now).exists() is False


def test_the_unclaimed_employment_follows_the_person_of_the_new_phone(importing, firm):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    mistaken = held("E00001").person
    importing.commit(sheet(person | {"phone": "17788888888"}), firm)
    now = held("E00001")
    assert (now.person.phone, now.state, now.claimed_phone) == ("+8617788888888", "pending", "+8617788888888")
    mistaken.refresh_from_db()
    assert mistaken == now.person or (mistaken.phone, mistaken.full_name, mistaken.employments.count()) == (
        "+8617700000000",
        "",
        0,
    )
    assert Role.objects.filter(person=now.person, organization=firm, to_on=None).exists()


def test_the_unclaimed_employment_follows_a_person_known_elsewhere(importing, firm, other_firm, rows_of):
    [person] = make_staff(1)
    importing.commit(sheet(person), firm)
    importing.commit(sheet(person | {"name": "韩知远", "phone": "17788888888"}), other_firm)
    known = User.objects.get(phone="+8617788888888")
    before = rows_of(User, pk=known.pk)
    importing.commit(sheet(person | {"phone": "17788888888"}), firm)
    assert rows_of(User, pk=known.pk) == before
    assert {held.organization for held in known.employments.current()} == {firm, other_firm}


def test_unknown_words_are_counted_once_however_often_the_file_comes(importing, firm, rows_of):
    staff = [person | {"skills": f"{rosters.UNKNOWN_SKILL}、UVM"} for person in make_staff(3)]
    importing.commit(sheet(*staff), firm)
    before = rows_of(UnknownSkill)
    importing.commit(sheet(*staff), firm)
    assert (rows_of(UnknownSkill), {row["text"] for row in before}) == (before, {rosters.UNKNOWN_SKILL})


def test_a_word_that_became_a_skill_is_claimed_at_the_next_import(importing, firm):
    [person] = [person | {"skills": rosters.UNKNOWN_SKILL} for person in make_staff(1)]
    importing.commit(sheet(person), firm)
    SkillAlias.objects.create(skill=Skill.objects.get(code="RD-SW-001"), text=rosters.UNKNOWN_SKILL)
    assert counts(importing.commit(sheet(person), firm)) == (0, 1, 0, 0)
    assert SkillClaim.objects.get().skill.code == "RD-SW-001"
