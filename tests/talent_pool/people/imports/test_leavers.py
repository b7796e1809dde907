"""Who is not in a whole roster is asked about, one by one, and nobody leaves unless HR says so."""

import pytest
from django.urls import reverse

from ecosystem.models import Employment
from talent_pool.people.imports import todos
from talent_pool.people.models import LeaverProposal, RosterImport
from talent_pool.people.models.leavers import LeaverState
from tests.factories.rosters import clean

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposals(desk, roster, staff):
    """Two of five are not in the second roster."""
    desk.write(roster)
    desk.write(desk.bring(clean(staff[:3])), is_whole=True)
    return list(LeaverProposal.objects.order_by("employment__staff_no"))


def answer(desk, proposal: LeaverProposal, said: str, **more):
    return desk.browser().post(reverse("people:leaver", args=[proposal.pk]), {"answer": said, **more})


def test_those_not_named_are_proposed_and_nobody_else(proposals, staff, desk):
    assert [each.employment.claimed_name for each in proposals] == [person["name"] for person in staff[3:]]
    assert not Employment.objects.filter(organization=desk.firm).exclude(to_on=None).exists()
    assert todos.count_open_leavers(desk.firm) == len(todos.open_leavers(desk.firm)) == 2


def test_a_part_of_the_staff_proposes_nobody(desk, roster, staff):
    desk.write(roster)
    part = desk.bring(clean([staff[0] | {"post": "总监"}]))
    assert part.is_whole is False
    desk.write(part)
    assert not LeaverProposal.objects.exists()


def test_the_guess_is_preset_and_hr_has_the_last_word(desk, roster, staff):
    desk.write(roster)
    most = desk.bring(clean([staff[0] | {"post": "总监"}, *staff[1:4]]))
    assert most.is_whole is True
    assert desk.write(most, is_whole=False).is_whole is False
    assert not LeaverProposal.objects.exists()


def test_hr_says_who_has_left_and_who_stays(desk, proposals):
    answer(desk, proposals[0], "left")
    answer(desk, proposals[1], "stays")
    assert [LeaverProposal.objects.get(pk=each.pk).state for each in proposals] == [LeaverState.LEFT, LeaverState.STAYS]
    ended = Employment.objects.filter(organization=desk.firm).exclude(to_on=None)
    assert list(ended) == [proposals[0].employment]
    assert todos.count_open_leavers(desk.firm) == 0


def test_an_answer_given_twice_is_one(desk, proposals):
    answer(desk, proposals[0], "stays")
    answer(desk, proposals[0], "left")
    assert LeaverProposal.objects.get(pk=proposals[0].pk).state == LeaverState.STAYS


def test_nobody_is_asked_about_twice_at_once(desk, proposals, staff):
    desk.write(desk.bring(clean([person | {"post": "总监"} for person in staff[:3]])), is_whole=True)
    assert LeaverProposal.objects.count() == 2


def test_another_firms_hr_is_not_asked(other_desk, proposals):
    assert answer(other_desk, proposals[0], "left").status_code == 404
    assert LeaverProposal.objects.get(pk=proposals[0].pk).state == LeaverState.OPEN


def test_the_answer_leads_back_to_where_it_was_given(desk, proposals):
    assert answer(desk, proposals[0], "stays", next="/desk/staff/").url == "/desk/staff/"
    assert answer(desk, proposals[1], "stays", next="https://evil.example/").url == "/desk/"


def test_what_waits_is_counted(desk, other_desk, roster):
    from tests.factories.sheets import xlsx

    desk.bring(xlsx([["姓名", "手机号"], ["江遥", "1990"], ["何静", "19900000001"]]))
    assert todos.count_imports_to_finish(desk.firm) == len(todos.imports_to_finish(desk.firm)) == 2
    assert todos.count_imports_to_finish(other_desk.firm) == 0
    assert RosterImport.objects.count() == 2
