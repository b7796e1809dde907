"""Any sequence of imports and answers of two firms: nothing breaks, and a look always tells what the deed then does."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from ecosystem.actions import employments
from ecosystem.enums import EmploymentState
from ecosystem.models import Employment
from talent_pool.people.rosters.actions import commit_roster, preview_roster
from talent_pool.people.rosters.columns import find_columns
from talent_pool.people.rosters.reading import Firsts, Roster
from talent_pool.people.rosters.rows import Row
from tests.factories.ecosystem import make_organization

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2026, 11, 25, 8, tzinfo=datetime.UTC)
COLUMNS = find_columns(1, ["姓名", "工号", "手机号"])
PHONES = [f"+8613800000{number:03d}" for number in range(5)]
ROWS = st.lists(
    st.tuples(st.sampled_from(["沈知远", "顾敏"]), st.sampled_from(PHONES), st.sampled_from(["", "E1", "E2", "E3"])),
    min_size=1,
    max_size=5,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("import"), st.sampled_from([0, 1]), ROWS),
        st.tuples(st.sampled_from(["confirm", "refuse", "sign in", "leave"]), st.integers(0, 6), st.just([])),
    ),
    min_size=2,
    max_size=10,
)


def as_roster(rows: list[tuple[str, str, str]]) -> Roster:
    firsts = Firsts(COLUMNS)
    told = [Row(number, name=name, phone=phone, staff_no=no) for number, (name, phone, no) in enumerate(rows, 2)]
    return Roster(COLUMNS, rows=[row for row in told if not firsts.faults_of(row)])


def act(step: str, place: int) -> None:
    claims = list(Employment.objects.filter(to_on=None).select_related("person").order_by("pk"))
    if not claims:
        return
    claim = claims[place % len(claims)]
    if step == "leave":
        Employment.objects.filter(pk=claim.pk).update(to_on=claim.from_on + datetime.timedelta(days=1))
    elif claim.person.phone:
        User.objects.filter(pk=claim.person_id).update(last_login=AT, phone_verified_at=AT)
        if step != "sign in" and claim.state == EmploymentState.PENDING:
            answer = employments.confirm if step == "confirm" else employments.refuse
            answer(employment=claim, by=claim.person, at=AT, **({"name": "沈知远"} if step == "confirm" else {}))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_nothing_breaks_and_a_look_tells_the_deed(steps):
    with transaction.atomic():
        firms = [make_organization(), make_organization()]
        for step, place, rows in steps:
            if step != "import":
                act(step, place)
                continue
            roster, firm = as_roster(rows), firms[place]
            signing_in = dict(User.objects.exclude(last_login=None).values_list("pk", "phone"))
            answered = set(Employment.objects.exclude(state="pending").values_list("pk", "person_id", "state"))
            look = preview_roster(roster=roster, organization=firm)
            assert commit_roster(roster=roster, organization=firm, by=None, at=AT) == look
            assert dict(User.objects.filter(pk__in=signing_in).values_list("pk", "phone")) == signing_in
            assert answered <= set(Employment.objects.values_list("pk", "person_id", "state"))
            again = preview_roster(roster=roster, organization=firm)
            if not look.faulty:
                assert (again.new, again.updated, again.unchanged) == (0, 0, look.new + look.updated + look.unchanged)
        transaction.set_rollback(True)
