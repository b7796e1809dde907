"""A run opens once, and pins what was published then."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from wagtail.management.commands.purge_revisions import purge_revisions

from audit.models import AuditEntry
from cms.models import LessonPage
from courses.learning.actions.runs import cancel_run, open_run
from courses.learning.enums import ItemRule, RunState
from courses.learning.models import PinnedFile, RunItem
from courses.learning.pinned import lesson_of
from courses.learning.rules import RunRefused
from tests.factories.cms import checkpoint, make_course, make_document, make_image, make_lesson, publish_page
from tests.factories.learning import DAY, NOW, make_draft, make_enrollment, make_run

pytestmark = pytest.mark.django_db


def refusal(act, run) -> str:
    with pytest.raises(RunRefused) as refused:
        act(run=run, by=None, at=NOW)
    return str(refused.value)


def test_opening_pins_the_outline_in_order_with_hours():
    course = make_course(lessons=1, study_hours="6.5")
    make_lesson(course, "带检查点的课", body=[checkpoint(), checkpoint("再想一个？")], minutes=30)
    run = open_run(run=make_draft(course), by=None, at=NOW)
    items = [(item.position, item.title, item.minutes, item.rule, len(item.checkpoints)) for item in run.items.all()]
    assert items == [(1, "第1课", 15, ItemRule.READ, 0), (2, "带检查点的课", 30, ItemRule.CHECKPOINT, 2)]
    assert (run.state, run.opened_at, str(run.study_hours)) == (RunState.OPEN, NOW, "6.5")
    assert AuditEntry.objects.filter(verb="learning.run_opened", subject_id=str(run.pk)).count() == 1


def test_what_is_edited_later_does_not_show_in_the_run():
    course = make_course(lessons=1)
    run = make_run(course)
    lesson = LessonPage.objects.child_of(course).get()
    lesson.title, lesson.body = "改过的课", [("text", "<p>新的话。</p>")]
    publish_page(lesson)
    item = run.items.get()
    pinned = lesson_of(item)
    assert (item.title, pinned.title, str(pinned.body[0].value)) == ("第1课", "第1课", "<p>读一读。</p>")


def test_drafts_and_unpublished_lessons_are_not_pinned():
    course = make_course(lessons=1)
    make_lesson(course, "没发布", publish=False)
    assert [item.title for item in make_run(course).items.all()] == ["第1课"]


def test_a_live_lesson_without_a_revision_is_pinned_all_the_same():
    course = make_course(lessons=0)
    lesson = make_lesson(course, "直接上线", publish=False)
    LessonPage.objects.filter(pk=lesson.pk).update(live=True, live_revision=None)
    assert lesson_of(make_run(course).items.get()).title == "直接上线"


def test_a_pinned_lesson_cannot_be_deleted():
    lesson = make_run(make_course(lessons=1)).items.get().page
    with pytest.raises(ProtectedError), transaction.atomic():
        LessonPage.objects.get(pk=lesson.pk).delete()


def test_a_pinned_revision_survives_a_purge():
    run = make_run(make_course(lessons=1))
    item = run.items.get()
    page = LessonPage.objects.get(pk=item.page_id)
    for _ in range(2):
        publish_page(page)
    purge_revisions()
    assert RunItem.objects.get(pk=item.pk).revision_id == item.revision_id


def test_files_of_a_pinned_lesson_cannot_be_deleted():
    handout, film, picture, poster = make_document(), make_document(name="film.mp4"), make_image(), make_image()
    link = f'<p><a linktype="document" id="{handout.pk}">讲义</a></p>'
    video = {"video": film, "title": "短片", "poster": poster, "captions": None, "transcript": "没有对白。"}
    course = make_course(lessons=0)
    body = [("text", link), ("image", {"image": picture, "alt": "机房", "caption": ""}), ("video", video)]
    make_lesson(course, body=body)
    run = make_run(course)
    pins = set(PinnedFile.objects.filter(item__run=run).values_list("document", "image"))
    assert pins == {(handout.pk, None), (film.pk, None), (None, picture.pk), (None, poster.pk)}
    for file in (handout, film, picture, poster):
        with pytest.raises(ProtectedError), transaction.atomic():
            file.delete()


def test_a_run_is_not_opened_twice():
    assert refusal(open_run, make_run()) == "This run is already open."


def test_a_run_without_lessons_is_not_opened():
    assert refusal(open_run, make_draft(make_course(lessons=0))) == "The course has no published lesson yet."


def test_a_run_without_seats_is_not_opened():
    assert refusal(open_run, make_draft(seats=None)) == "Give the run at least one seat."


def test_a_run_of_an_unpublished_course_is_not_opened():
    course = make_course(lessons=1)
    course.unpublish()
    assert refusal(open_run, make_draft(course)) == "Publish the course first."


def test_a_run_that_is_over_is_not_opened():
    assert refusal(open_run, make_draft(ends_on=NOW.date() - DAY)) == "The last day of this run has passed."


def test_an_empty_run_is_cancelled():
    assert cancel_run(run=make_run(), by=None, at=NOW).state == RunState.CANCELLED


def test_a_run_with_people_is_not_cancelled():
    run = make_enrollment().run
    assert refusal(cancel_run, run) == "1 people hold seats in this run; it cannot be cancelled."


def test_a_cancelled_run_is_not_opened_again():
    run = cancel_run(run=make_run(), by=None, at=NOW)
    assert refusal(open_run, run) == "This run was cancelled. Make a new one."


def test_the_database_wants_an_open_run_pinned():
    run = make_draft()
    run.state = RunState.OPEN
    with pytest.raises(IntegrityError, match="run_open_is_pinned"), transaction.atomic():
        run.save()
