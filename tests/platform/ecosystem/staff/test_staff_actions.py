"""People join, change, move, leave and come back."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from audit.models import AuditEntry
from ecosystem import rules
from ecosystem.actions import staff
from ecosystem.enums import EmploymentState, EventKind, RoleKind
from ecosystem.models import Department, Employment, EmploymentEvent, Role
from ecosystem.staff_search import matching
from tests.factories.ecosystem import make_employment, make_person, make_role

DAY = datetime.timedelta(days=1)
PHONE = "+8613911112222"


def verbs(asked: CaptureQueriesContext) -> list[list[str]]:
    """What each statement does to which table."""
    statements = [query["sql"].split() for query in asked.captured_queries]
    return [words[:3] for words in statements if "SAVEPOINT" not in words]


def history(employment) -> list[tuple]:
    return list(employment.events.order_by("pk").values_list("kind", "changes"))


def test_who_joins_waits_for_their_own_yes(firm, hr, at):
    held = staff.join(organization=firm, name="欧阳文博", phone=PHONE, staff_no="B7", by=hr, at=at)
    assert (held.state, held.person.phone, held.person.full_name) == (EmploymentState.PENDING, PHONE, "")
    assert list(Role.objects.filter(person=held.person).values_list("kind", flat=True)) == [RoleKind.EMPLOYEE]
    [event] = held.events.all()
    assert (event.kind, event.by, event.changes["claimed_name"]) == (EventKind.JOINED, hr, ["", "欧阳文博"])


def test_joining_tells_nothing_of_whether_the_phone_is_known(firm, other_firm, hr, at, employment):
    make_employment(make_person("外人", phone=PHONE), other_firm)
    with CaptureQueriesContext(connection) as unknown:
        stranger = staff.join(organization=firm, name="甲", phone="+8613911113333", by=hr, at=at)
    with CaptureQueriesContext(connection) as known:
        met = staff.join(organization=firm, name="甲", phone=PHONE, by=hr, at=at)
    assert verbs(known) == verbs(unknown)
    assert met.person.full_name == "外人"
    claims = ("claimed_name", "state", "kind", "from_on", "version", "department_id", "post", "staff_no")
    assert [getattr(met, name) for name in claims] == [getattr(stranger, name) for name in claims]


def test_a_colleague_under_a_second_number_is_not_asked_twice(firm, hr, employment, at):
    User.objects.filter(pk=employment.person_id).update(phone=PHONE)
    held = staff.join(organization=firm, name="甲", phone=PHONE, by=hr, at=at)
    assert (held.person_id == employment.person_id, held.person.phone) == (False, None)


@pytest.mark.parametrize("given", [{"phone": None}, {"phone": PHONE, "staff_no": "A1"}])
def test_a_colleagues_phone_or_number_is_refused(firm, hr, employment, at, given):
    given = given | {"phone": given["phone"] or employment.claimed_phone}
    with pytest.raises(rules.NotAllowed):
        staff.join(organization=firm, name="甲", by=hr, at=at, **given)
    assert Employment.objects.filter(organization=firm).count() == 2


def test_a_change_is_written_with_its_history(employment, hr, at):
    changed = staff.change(employment=employment, version=1, fields={"post": "架构师", "title": ""}, by=hr, at=at)
    assert (changed.post, changed.version) == ("架构师", 2)
    assert history(employment) == [(EventKind.CHANGED, {"post": ["工程师", "架构师"]})]
    entry = AuditEntry.objects.get(verb="ecosystem.employment_changed")
    assert (entry.data, entry.by_id) == ({"fields": ["post"]}, hr.pk)


def test_equal_values_are_no_change(employment, hr, at):
    staff.change(employment=employment, version=1, fields={"post": "工程师"}, by=hr, at=at)
    employment.refresh_from_db()
    assert (employment.version, EmploymentEvent.objects.count()) == (1, 0)


def test_a_stale_page_writes_nothing_and_learns_what_stands(employment, hr, at):
    staff.change(employment=employment, version=1, fields={"post": "架构师"}, by=hr, at=at)
    with pytest.raises(rules.Conflict) as conflict:
        staff.change(employment=employment, version=1, fields={"post": "经理"}, by=hr, at=at)
    assert (conflict.value.stands.post, conflict.value.stands.version) == ("架构师", 2)


def test_search_follows_a_change(employment, firm, hr, at):
    staff.change(employment=employment, version=1, fields={"claimed_name": "单立新"}, by=hr, at=at)
    assert list(Employment.objects.filter(matching("slx", firm.pk))) == [employment]


def test_nobody_is_their_own_line_manager_or_in_a_circle(firm, hr, employment, at):
    middle = make_employment(organization=firm, line_manager=employment)
    low = make_employment(organization=firm, line_manager=middle)
    for manager in (employment, middle, low):
        with pytest.raises(rules.NotAllowed):
            staff.change(employment=employment, version=1, fields={"line_manager": manager}, by=hr, at=at)
    staff.change(employment=low, version=1, fields={"line_manager": employment}, by=hr, at=at)


def test_line_managers_and_departments_are_the_firms_own(employment, other_firm, hr, at):
    theirs = Department.objects.create(organization=other_firm, name="甲")
    for fields in ({"line_manager": make_employment(organization=other_firm)}, {"department": theirs}):
        with pytest.raises(rules.NotAllowed):
            staff.change(employment=employment, version=1, fields=fields, by=hr, at=at)


def test_an_unanswered_claim_follows_its_phone(firm, hr, at):
    held = staff.join(organization=firm, name="甲", phone=PHONE, by=hr, at=at)
    moved = staff.change(employment=held, version=1, fields={"claimed_phone": "+8613911113333"}, by=hr, at=at)
    assert (moved.person_id, moved.person.phone) == (held.person_id, "+8613911113333")


def test_an_unanswered_claim_goes_to_the_holder_of_the_other_phone(firm, other_firm, hr, at):
    holder = make_employment(make_person("外人", phone="+8613911113333"), other_firm).person
    held = staff.join(organization=firm, name="甲", phone=PHONE, by=hr, at=at)
    before = held.person
    make_role(before, firm, RoleKind.HR)  # what somebody may do for the firm never goes with a number
    moved = staff.change(employment=held, version=1, fields={"claimed_phone": "+8613911113333"}, by=hr, at=at)
    before.refresh_from_db()
    assert (moved.person, moved.state, before.phone) == (holder, EmploymentState.PENDING, PHONE)
    assert list(Role.objects.filter(person=holder).values_list("kind", flat=True)) == [RoleKind.EMPLOYEE]


def test_a_confirmed_person_keeps_their_own_phone(employment, hr, at):
    own = employment.person.phone
    changed = staff.change(employment=employment, version=1, fields={"claimed_phone": PHONE}, by=hr, at=at)
    employment.person.refresh_from_db()
    assert (changed.person_id, changed.claimed_phone, employment.person.phone) == (employment.person_id, PHONE, own)


def test_a_refused_claim_ends_and_the_other_phone_is_asked_afresh(firm, hr, at):
    refused = make_employment(organization=firm, state=EmploymentState.REFUSED, staff_no="C1")
    anew = staff.change(employment=refused, version=1, fields={"claimed_phone": PHONE}, by=hr, at=at)
    refused.refresh_from_db()
    assert (refused.state, refused.to_on) == (EmploymentState.REFUSED, timezone.localdate())
    assert (anew.state, anew.staff_no, anew.person_id == refused.person_id) == (EmploymentState.PENDING, "C1", False)


def test_who_leaves_holds_nothing_from_that_day_on(employment, firm, hr, at):
    make_role(employment.person, firm, RoleKind.TRAINER)
    staff.leave(employment=employment, by=hr, at=at)
    today = timezone.localdate()
    assert (Employment.objects.on(today).filter(pk=employment.pk).count(), history(employment)) == (
        0,
        [(EventKind.LEFT, {"to_on": [None, today.isoformat()]})],
    )
    assert list(Role.objects.filter(person=employment.person).values_list("to_on", flat=True)) == [today]


def test_who_joined_today_may_leave_today(firm, hr, at):
    held = staff.join(organization=firm, name="甲", phone=PHONE, by=hr, at=at)
    staff.leave(employment=held, by=hr, at=at)
    assert list(Employment.objects.on(timezone.localdate()).filter(person=held.person)) == []


def test_nobody_leaves_twice_or_before_they_came(employment, hr, at):
    with pytest.raises(rules.NotAllowed):
        staff.leave(employment=employment, on=employment.from_on - DAY, by=hr, at=at)
    staff.leave(employment=employment, by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        staff.leave(employment=employment, by=hr, at=at)


def test_who_has_left_is_not_changed(employment, hr, at):
    staff.leave(employment=employment, by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        staff.change(employment=employment, version=None, fields={"post": "经理"}, by=hr, at=at)


def test_who_comes_back_is_asked_again(employment, hr, at):
    staff.leave(employment=employment, by=hr, at=at)
    again = staff.come_back(employment=employment, by=hr, at=at)
    told = (again.person_id, again.state, again.staff_no, again.post, again.from_on)
    assert told == (employment.person_id, EmploymentState.PENDING, "A1", "工程师", timezone.localdate())
    assert [kind for kind, _ in history(again)] == [EventKind.RETURNED]


def test_who_is_here_or_said_no_does_not_come_back(firm, employment, hr, at):
    with pytest.raises(rules.NotAllowed):
        staff.come_back(employment=employment, by=hr, at=at)
    refused = make_employment(organization=firm, state=EmploymentState.REFUSED)
    staff.leave(employment=refused, by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        staff.come_back(employment=refused, by=hr, at=at)


def test_a_move_has_its_day(employment, firm, hr, at):
    there = Department.objects.create(organization=firm, name="算法部")
    today = timezone.localdate()
    with pytest.raises(rules.NotAllowed):
        staff.move(employment=employment, on=today + DAY, department=there, by=hr, at=at)
    moved = staff.move(employment=employment, on=today - DAY, department=there, post="组长", by=hr, at=at)
    assert (moved.department, moved.post) == (there, "组长")
    told = {
        "department": [None, there.pk],
        "post": ["工程师", "组长"],
        "moved_on": [None, (today - DAY).isoformat()],
    }
    assert history(employment) == [(EventKind.MOVED, told)]
