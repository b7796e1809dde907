"""The writing equals the look or does not happen; one at a time; stopped, killed and done again without harm."""

import pytest
from django.utils import timezone

from ecosystem.actions import staff as staff_actions
from ecosystem.models import Employment
from jobs import actions as job_actions
from jobs.models import Job
from talent_pool.people import rules
from talent_pool.people.imports.actions import committing, correcting, looking
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState, RowResult
from tests.factories.rosters import clean
from tests.talent_pool.people.imports.conftest import address, work

pytestmark = pytest.mark.django_db


def start(desk, roster: RosterImport, **other):
    said = {"version": roster.version, "digest": roster.digest, "is_whole": False} | other
    return committing.start(roster=roster, **said, by=desk.hr, at=timezone.now())


def hand_edit(desk, name: str) -> None:
    held = Employment.objects.get(organization=desk.firm, claimed_name=name)
    staff_actions.change(employment=held, version=held.version, fields={"post": "总监"}, by=desk.hr, at=timezone.now())


def test_the_numbers_of_the_writing_are_those_of_the_look(desk, roster, staff):
    looked = {name: roster.numbers[name] for name in ("new", "updated", "unchanged", "faulty")}
    written = desk.write(roster)
    assert {name: written.numbers[name] for name in looked} == looked


def test_a_page_that_saw_another_version_or_another_look_writes_nothing(desk, roster):
    correcting.skip(roster=roster, version=1, rows=[2], back=False, by=desk.hr, at=timezone.now())
    for said in ({"version": 1}, {"version": 2, "digest": "0" * 64}):
        answer = desk.browser().post(address("commit", roster), {"digest": roster.digest, **said})
        assert answer.status_code == 422
    assert not Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).exists()


def test_staff_changed_by_hand_meanwhile_stops_it_and_is_shown(desk, roster, staff):
    desk.write(roster)
    again = desk.bring(clean([person | {"title": "工程师"} for person in staff]))
    start(desk, again)
    hand_edit(desk, staff[0]["name"])
    again = work(again)
    assert (again.state, again.looked_version) == (ImportState.LOOKED, again.version)
    assert again.refusal and again.understood["moved"] == [2]
    row = again.rows.get(number=2)
    assert row.changes["post"] == ["总监", staff[0]["post"]]
    page = desk.browser().get(address("import", again) + "?show=moved").content.decode()
    assert "总监" in page and str(again.refusal) in page
    assert desk.write(again).state == ImportState.COMMITTED


def test_a_kill_between_the_refusal_and_the_new_look_leaves_no_old_look(desk, roster, staff, monkeypatch):
    desk.write(roster)
    again = desk.bring(clean([person | {"title": "工程师"} for person in staff]))
    start(desk, again)
    hand_edit(desk, staff[0]["name"])
    with monkeypatch.context() as killed:
        killed.setattr(looking, "look", lambda **options: 1 / 0)
        stands = work(again)
    assert (stands.looked_version, stands.job.state) == (0, "queued")
    stands = work(again)
    assert (stands.looked_version, stands.understood["moved"], stands.job.state) == (1, [2], "failed")
    assert stands.refusal == stands.job.refusal != ""


def test_two_rosters_of_a_firm_are_written_one_after_the_other(desk, roster, staff):
    other = desk.bring(clean(staff[:2]))
    start(desk, roster)
    with pytest.raises(rules.ImportRefused):
        start(desk, other)
    assert RosterImport.objects.get(pk=other.pk).state == ImportState.LOOKED
    work(roster)
    other = RosterImport.objects.get(pk=other.pk)
    start(desk, other)
    assert work(other).state == ImportState.LOOKED  # its people are no longer new: shown first


def test_a_stopped_writing_leaves_the_roster_as_it_was(desk, roster):
    started = start(desk, roster)
    job_actions.stop(job=started.job, by=desk.hr, at=timezone.now())
    page = desk.browser().get(address("import", roster))
    assert 'name="digest"' in page.content.decode()
    assert desk.write(RosterImport.objects.get(pk=roster.pk)).state == ImportState.COMMITTED


def test_a_job_done_again_after_a_kill_writes_nothing_twice(desk, roster):
    written = desk.write(roster)
    stands = list(Employment.objects.order_by("pk").values())
    Job.objects.filter(pk=written.job_id).update(state="running")
    work(written)
    assert list(Employment.objects.order_by("pk").values()) == stands


def test_who_is_no_hr_any_more_writes_nothing(desk, roster):
    desk.hr.roles.all().delete()
    with pytest.raises(rules.ImportRefused):
        start(desk, roster)


def test_rows_left_out_and_rows_at_fault_are_not_written(desk, roster, staff):
    roster = correcting.skip(roster=roster, version=1, rows=[2, 3], back=False, by=desk.hr, at=timezone.now())
    written = desk.write(looking.look_soon(roster=roster, by=desk.hr, at=timezone.now()))
    made = Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr)
    assert sorted(made.values_list("claimed_name", flat=True)) == sorted(p["name"] for p in staff[2:])
    assert written.rows.filter(result=RowResult.SKIPPED).count() == 2
