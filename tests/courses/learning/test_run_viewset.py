"""Editors write runs, open them, and are told what stands in the way."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from cms.actions import plant_editors_group, sync_editor
from courses.learning.enums import RunState
from courses.learning.models import CourseRun, SeatPool
from ecosystem.enums import RoleKind
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.learning import make_draft, make_enrollment, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    return make_organization()


@pytest.fixture
def editor(client, firm):
    """The browser of a course author of the firm."""
    plant_editors_group()
    acting = make_employment(organization=firm)
    make_role(acting.person, acting.organization, RoleKind.COURSE_AUTHOR)
    sync_editor(acting.person, at=timezone.now())
    client.force_login(acting.person)
    client.cookies["language"] = "en"
    return client


def address(act: str, run: CourseRun | None = None) -> str:
    return reverse(f"courserun:{act}", args=[run.pk] if run else [])


def form(course, pools, **facts) -> dict:
    """What the editor's form sends; `pools` are (pool or None, organization or None, seats, delete)."""
    fields = {
        "course": course.pk,
        "name": "冬季 1 期",
        "place": "仓前",
        "class_manager": "",
        "starts_on": "2026-12-01",
        "ends_on": "2027-01-16",
        "enroll_opens_at": "2026-11-20 09:00",
        "enroll_closes_at": "2026-11-30 18:00",
        "pools-TOTAL_FORMS": len(pools),
        "pools-INITIAL_FORMS": sum(pool is not None for pool, *_ in pools),
        "pools-MIN_NUM_FORMS": 1,
        "pools-MAX_NUM_FORMS": 1000,
        **facts,
    }
    for place, (pool, organization, seats, delete) in enumerate(pools):
        fields |= {
            f"pools-{place}-id": pool.pk if pool else "",
            f"pools-{place}-organization": organization.pk if organization else "",
            f"pools-{place}-seats": seats,
            f"pools-{place}-DELETE": "on" if delete else "",
        }
    return fields


def seats_of(run) -> set[tuple]:
    return set(SeatPool.objects.filter(run=run).values_list("organization", "seats", "taken"))


def said(response) -> str:
    return response.content.decode()


def test_an_editor_makes_a_run(editor, firm):
    course, other = make_course(owners=[firm]), make_organization()
    response = editor.post(address("add"), form(course, [(None, None, 12, False), (None, other, 4, False)]))
    run = CourseRun.objects.get(course=course)
    assert (response.status_code, run.name, run.state) == (302, "冬季 1 期", RunState.DRAFT)
    assert seats_of(run) == {(None, 12, 0), (other.pk, 4, 0)}
    assert AuditEntry.objects.filter(verb="learning.run_saved", subject_id=str(run.pk)).count() == 1


def test_two_rows_for_one_organization_are_refused(editor, firm):
    course, other = make_course(owners=[firm]), make_organization()
    response = editor.post(address("add"), form(course, [(None, other, 1, False), (None, other, 2, False)]))
    assert ("must be unique" in said(response), CourseRun.objects.count()) == (True, 0)


def test_two_shared_rows_are_refused(editor, firm):
    response = editor.post(
        address("add"), form(make_course(owners=[firm]), [(None, None, 1, False), (None, None, 2, False)])
    )
    assert ("One row per organization, please." in said(response), CourseRun.objects.count()) == (True, 0)


def test_more_seats_keep_the_count_of_those_taken(editor, firm):
    run = make_run(make_course(owners=[firm]), seats=2)
    pool = run.pools.get()
    make_enrollment(run)
    editor.post(address("edit", run), form(run.course, [(pool, None, 9, False)]))
    assert seats_of(run) == {(None, 9, 1)}


def test_fewer_seats_than_taken_are_refused(editor, firm):
    run = make_run(make_course(owners=[firm]), seats=3)
    for _ in range(2):
        make_enrollment(run)
    response = editor.post(address("edit", run), form(run.course, [(run.pools.get(), None, 1, False)]))
    assert ("2 people already hold these seats." in said(response), seats_of(run)) == (True, {(None, 3, 2)})


def test_seats_that_somebody_holds_are_not_removed(editor, firm):
    run = make_run(make_course(owners=[firm]), seats=3)
    make_enrollment(run)
    rows = [(run.pools.get(), None, 3, True), (None, firm, 4, False)]
    response = editor.post(address("edit", run), form(run.course, rows))
    assert ("cannot be removed" in said(response), seats_of(run)) == (True, {(None, 3, 1)})


def test_the_course_of_an_open_run_stays(editor, firm):
    run, other = make_run(make_course(owners=[firm])), make_course(owners=[firm])
    editor.post(address("edit", run), form(other, [(run.pools.get(), None, 12, False)]))
    assert CourseRun.objects.get(pk=run.pk).course_id == run.course_id


def test_opening_asks_first(editor, firm):
    run = make_draft(make_course(owners=[firm]))
    assert editor.get(address("open", run)).status_code == 200
    assert CourseRun.objects.get(pk=run.pk).state == RunState.DRAFT
    response = editor.post(address("open", run), follow=True)
    assert "is open. Its lessons are pinned" in said(response)
    assert CourseRun.objects.get(pk=run.pk).state == RunState.OPEN


def test_a_refusal_is_said_to_the_editor(editor, firm):
    run = make_draft(make_course(lessons=0, owners=[firm]))
    response = editor.post(address("open", run), follow=True)
    assert "The course has no published lesson yet." in said(response)


def test_cancelling_asks_first(editor, firm):
    run = make_run(make_course(owners=[firm]))
    assert editor.get(address("cancel", run)).status_code == 200
    editor.post(address("cancel", run))
    assert CourseRun.objects.get(pk=run.pk).state == RunState.CANCELLED


@pytest.mark.parametrize("act", ["index", "add"])
def test_lists_and_forms_open(editor, firm, act):
    make_run(name="秋季 1 期")
    assert editor.get(address(act)).status_code == 200


def test_another_firms_runs_are_not_there(editor):
    run = make_draft(name="别家的班")
    assert "别家的班" not in said(editor.get(address("index")))
    for act in ("edit", "open", "cancel", "history", "usage"):
        assert (editor.get(address(act, run)).status_code, editor.post(address(act, run)).status_code) in {
            (404, 404),
            (404, 405),
        }
    assert CourseRun.objects.get(pk=run.pk).state == RunState.DRAFT


def test_a_run_is_made_for_ones_own_course_only(editor):
    response = editor.post(address("add"), form(make_course(), [(None, None, 12, False)]))
    assert ("Choose a course of your own organization." in said(response), CourseRun.objects.count()) == (True, 0)


def test_who_does_not_edit_opens_nothing(client):
    run = make_draft()
    client.force_login(make_employment().person)
    for act in ("open", "cancel", "edit"):
        client.post(address(act, run))
    assert CourseRun.objects.get(pk=run.pk).state == RunState.DRAFT


def test_a_page_that_a_run_uses_is_not_deleted(client):
    client.force_login(make_person(is_superuser=True, is_staff=True))
    client.cookies["language"] = "en"
    run = make_run(name="秋季 1 期")
    lesson = run.items.get(position=1).page
    response = client.post(reverse("wagtailadmin_pages:delete", args=[lesson.pk]), follow=True)
    lesson.refresh_from_db()
    assert f"Runs use this: {run.course.title} · 秋季 1 期. Unpublish it instead." in said(response)


def test_an_editor_is_told_the_class_managers_of_their_own_firms_only(editor, firm):
    own, stranger = make_person(), make_person()
    make_role(own, firm, RoleKind.CLASS_MANAGER)
    make_role(stranger, make_organization(), RoleKind.CLASS_MANAGER)
    assert list(editor.get(address("add")).context["form"].fields["class_manager"].queryset) == [own]
