"""What an import leaves behind in each employment: its version, its search words, its history."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.models import Employment, EmploymentEvent
from ecosystem.staff_search import matching
from talent_pool.people.rosters.actions import commit_roster
from talent_pool.people.rosters.reading import read_roster
from tests.factories import rosters
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db

AT = timezone.make_aware(datetime.datetime(2026, 11, 25, 9))
HEADER = [*HEADERS, "直属上级"]


def commit(content: bytes, firm, **options):
    return commit_roster(roster=read_roster(content), organization=firm, by=None, at=AT, **options)


def rows(*people: dict) -> bytes:
    return xlsx([HEADER, *([*plain_row(person), person.get("line_manager", "")] for person in people)])


def events(firm) -> list[tuple]:
    mine = EmploymentEvent.objects.filter(employment__organization=firm).order_by("pk")
    return [(one.kind, one.employment.staff_no, one.origin_id, one.changes) for one in mine]


def test_new_people_join(firm):
    commit(rosters.clean(make_staff(2)), firm, origin_id=7)
    assert events(firm) == [("joined", "E00001", 7, {}), ("joined", "E00002", 7, {})]
    assert set(EmploymentEvent.objects.values_list("origin", "by", "at")) == {("roster", None, AT)}


def test_a_change_tells_what_stood_and_what_stands(firm):
    boss, person = make_staff(2)
    commit(rows(boss, person), firm)
    before = Employment.objects.get(staff_no="E00002").skill_claims.get().skill_id
    EmploymentEvent.objects.all().delete()
    changed = {"name": "曾慧敏", "department": "研发中心/算法部", "joined_on": "2020-01-01", "skills": "项目管理"}
    commit(rows(boss, person | changed | {"line_manager": "E00001"}), firm, origin_id=8)
    ((kind, number, origin, changes),) = events(firm)
    held = Employment.objects.get(staff_no="E00002")
    assert (kind, number, origin) == ("changed", "E00002", 8)
    assert changes == {
        "claimed_name": ["阿依古丽·买买提", "曾慧敏"],
        "department": ["芯片验证部", "研发中心/算法部"],
        "joined_on": ["2016-02-29", "2020-01-01"],
        "skills": [str(before), str(held.skill_claims.get().skill_id)],
        "line_manager": ["", str(Employment.objects.get(staff_no="E00001").pk)],
    }


def test_a_version_grows_with_each_change_and_only_then(firm):
    staff = make_staff(2)
    commit(rosters.clean(staff), firm)
    commit(rosters.clean(staff), firm)
    commit(rosters.clean([staff[0] | {"post": "总工"}, staff[1]]), firm)
    assert dict(firm.employments.values_list("staff_no", "version")) == {"E00001": 2, "E00002": 1}


def test_who_is_written_is_found(firm):
    staff = make_staff(2)
    commit(rosters.clean(staff), firm)
    commit(rosters.clean([staff[0] | {"name": "翟思远"}]), firm)
    typed = ("zhaisiyuan", "shanlixin", "aygl")
    found = {text: list(firm.employments.filter(matching(text, firm.pk))) for text in typed}
    first, second = firm.employments.order_by("staff_no")
    assert found == {"zhaisiyuan": [first], "shanlixin": [], "aygl": [second]}
    assert first.name_key.startswith("zhai2")


def test_a_claim_that_follows_its_phone_tells_from_whom_to_whom(firm):
    person = make_staff(1)[0]
    commit(rosters.clean([person]), firm)
    held = firm.employments.get()
    held.person.phone_verified_at = AT
    held.person.save()
    commit(rosters.clean([person | {"phone": "17788880000"}]), firm)
    (told,) = [changes for kind, _number, _origin, changes in events(firm) if kind == "changed"]
    assert told == {
        "claimed_phone": ["+8617700000000", "+8617788880000"],
        "person": [str(held.person_id), str(firm.employments.get().person_id)],
    }


def test_a_refusal_that_is_corrected_leaves_and_another_joins(firm):
    person = make_staff(1)[0]
    commit(rosters.clean([person]), firm)
    firm.employments.update(state="refused", from_on=datetime.date(2026, 1, 1))
    commit(rosters.clean([person | {"phone": "17788880000"}]), firm)
    assert [event[0] for event in events(firm)] == ["joined", "left", "joined"]
    assert events(firm)[1][3] == {"to_on": ["", "2026-11-25"]}


def test_who_left_under_this_phone_returns(firm):
    staff = make_staff(1)
    commit(rosters.clean(staff), firm)
    firm.employments.update(from_on=datetime.date(2024, 1, 1), to_on=datetime.date(2025, 1, 1))
    commit(rosters.clean(staff), firm)
    assert [event[0] for event in events(firm)] == ["joined", "returned"]


def test_whose_phone_is_theirs_only_privately_does_not_return(firm):
    """The firm is not told that a phone signs in somebody who once worked there under another number."""
    staff = make_staff(1)
    commit(rosters.clean(staff), firm)
    firm.employments.update(from_on=datetime.date(2024, 1, 1), to_on=datetime.date(2025, 1, 1))
    person = firm.employments.get().person
    person.phone, person.phone_verified_at = "+8617788880000", AT
    person.save()
    commit(rosters.clean([staff[0] | {"phone": "17788880000", "staff_no": "E9"}]), firm)
    assert [event[0] for event in events(firm)] == ["joined", "joined"]


def test_progress_tells_what_is_written_and_whatever_it_raises_undoes_all(firm, everything_stored):
    seen = []
    commit(rosters.clean(make_staff(3)), firm, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(3, 3)]
    before = everything_stored()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commit(rosters.clean(make_staff(9)), firm, progress=stop)
    assert everything_stored() == before


def test_reading_tells_how_far_it_is():
    seen = []
    read_roster(rosters.clean(make_staff(1_200)), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(500, 0), (1_000, 0)]
