"""Lessons opened, answered and finished: forward only, once per deed, up to the certificate."""

import uuid
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditEntry, OutboxMessage
from courses.learning.actions import enrollments, progress
from courses.learning.enums import EnrollmentState, LearningEventKind
from courses.learning.models import Certificate, Enrollment, LearningEvent, StudyHoursEntry
from courses.learning.queries import outline_for
from courses.learning.rules import LearningRefused
from tests.factories.cms import checkpoint, make_course, make_lesson
from tests.factories.ecosystem import make_employment, make_organization, make_person
from tests.factories.learning import (
    DAY,
    NOW,
    TODAY,
    complete_course,
    finish_items,
    make_enrollment,
    make_run,
    right_option,
)

pytestmark = pytest.mark.django_db


def deed(enrollment, position, **facts):
    facts = {"by": enrollment.learner, "at": NOW, "client_id": uuid.uuid4(), **facts}
    return {"enrollment": enrollment, "position": position, **facts}


def refusal(act, enrollment, position, **facts) -> str:
    with pytest.raises(LearningRefused) as refused:
        act(**deed(enrollment, position, **facts))
    return str(refused.value)


def with_checkpoint() -> Enrollment:
    """In a run with one lesson that asks one question; the second answer is right."""
    course = make_course(lessons=0)
    make_lesson(course, body=[checkpoint(right=1)])
    return make_enrollment(make_run(course))


def question(enrollment) -> str:
    return enrollment.run.items.get().checkpoints[0]


def told(enrollment) -> list[str]:
    return list(LearningEvent.objects.filter(enrollment=enrollment).order_by("pk").values_list("kind", flat=True))


def test_opening_is_recorded_once():
    enrollment = make_enrollment()
    for _ in range(2):
        progress.open_item(enrollment=enrollment, position=1, by=enrollment.learner, at=NOW)
    assert told(enrollment) == [LearningEventKind.OPENED]


def test_finishing_opens_the_next():
    enrollment = make_enrollment()
    assert refusal(progress.open_item, enrollment, 2) == "This opens when you have finished lesson 1."
    outline = progress.finish_item(**deed(enrollment, 1))
    assert (outline.done, outline.here.item.position, outline.percent) == (1, 2, 50)


def test_a_finished_lesson_stays_finished():
    enrollment = make_enrollment()
    for at in (NOW, NOW + DAY):
        progress.finish_item(**deed(enrollment, 1, at=at))
    assert enrollment.progress.get().completed_at == NOW


def test_the_same_deed_again_changes_nothing():
    enrollment, client_id = make_enrollment(), uuid.uuid4()
    for _ in range(3):
        progress.finish_item(**deed(enrollment, 1, client_id=client_id))
    assert told(enrollment) == [LearningEventKind.FINISHED]


def test_a_clock_that_runs_behind_harms_nothing():
    enrollment = make_enrollment()
    progress.open_item(enrollment=enrollment, position=1, by=enrollment.learner, at=NOW)
    progress.finish_item(**deed(enrollment, 1, at=NOW - DAY / 24))
    assert enrollment.progress.get().completed_at == NOW


def test_a_checkpoint_answered_wrong_leaves_the_lesson_open():
    enrollment = with_checkpoint()
    outline = progress.answer_checkpoint(**deed(enrollment, 1), checkpoint=question(enrollment), option=0)
    assert (outline.done, outline.steps[0].answers) == (0, {question(enrollment): {"option": 0, "right": False}})
    assert refusal(progress.finish_item, enrollment, 1) == (
        "Answer the checkpoint correctly first; you may answer as often as you like."
    )


def test_the_last_right_answer_finishes_the_lesson():
    enrollment = with_checkpoint()
    outline = progress.answer_checkpoint(**deed(enrollment, 1), checkpoint=question(enrollment), option=1)
    assert (outline.done, told(enrollment)) == (1, [LearningEventKind.ANSWERED, LearningEventKind.FINISHED])


def test_one_of_two_checkpoints_is_not_enough():
    course = make_course(lessons=0)
    make_lesson(course, body=[checkpoint(), checkpoint("再想一个？")])
    enrollment = make_enrollment(make_run(course))
    item = enrollment.run.items.get()
    first = item.checkpoints[0]
    outline = progress.answer_checkpoint(**deed(enrollment, 1), checkpoint=first, option=right_option(item, first))
    assert (outline.done, outline.steps[0].unanswered) == (0, item.checkpoints[1:])


def test_a_wrong_answer_never_takes_back_a_right_one():
    course = make_course(lessons=0)
    make_lesson(course, body=[checkpoint(right=1), checkpoint("再想一个？")])
    enrollment = make_enrollment(make_run(course))
    first = enrollment.run.items.get().checkpoints[0]
    for option in (1, 0):
        outline = progress.answer_checkpoint(**deed(enrollment, 1), checkpoint=first, option=option)
    assert outline.steps[0].answers[first] == {"option": 1, "right": True}


@pytest.mark.parametrize(("checkpoint_id", "option"), [("no-such", 0), (None, 7)])
def test_an_answer_to_nothing_is_refused(checkpoint_id, option):
    enrollment = with_checkpoint()
    facts = {"checkpoint": checkpoint_id or question(enrollment), "option": option}
    assert refusal(progress.answer_checkpoint, enrollment, 1, **facts) == "Choose one of the answers."


def test_nothing_is_learned_before_the_first_day():
    enrollment = make_enrollment(make_run(starts_on=TODAY + DAY))
    assert refusal(progress.finish_item, enrollment, 1) == "The run begins on Wed 25 Nov."


def test_after_the_last_day_lessons_are_read_but_not_learned():
    enrollment = make_enrollment()
    late = NOW + 40 * DAY
    progress.open_item(enrollment=enrollment, position=1, by=enrollment.learner, at=late)
    assert told(enrollment) == []
    assert refusal(progress.finish_item, enrollment, 1, at=late) == (
        "This run ended on Thu 24 Dec. You can still read the lessons."
    )


def test_whoever_withdrew_learns_no_more():
    enrollment = make_enrollment()
    enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)
    assert refusal(progress.finish_item, enrollment, 1) == (
        "You have withdrawn from this run. Enroll again to go on learning."
    )


def test_there_is_no_lesson_after_the_last():
    enrollment = complete_course(make_enrollment())
    assert refusal(progress.open_item, enrollment, 3) == "This run has no such lesson."


def test_the_last_lesson_completes_the_course():
    owner, partner = make_organization("甲厂", short_name="甲"), make_organization("乙厂")
    course = make_course("先读懂数据", owners=[owner, partner], study_hours="6.5")
    acting = make_employment(make_person("沈知远"), make_organization("丙厂"))
    run = make_run(course, name="秋季 1 期")
    enrollment = complete_course(make_enrollment(run, acting))
    certificate, entry = enrollment.certificate, enrollment.study_hours.get()
    assert (enrollment.state, enrollment.completed_at) == (EnrollmentState.COMPLETED, NOW)
    assert (entry.person, entry.sponsor, entry.minutes, entry.hours, entry.earned_on) == (
        acting.person,
        acting.organization,
        30,
        Decimal("6.5"),
        TODAY,
    )
    assert (certificate.learner_name, certificate.sponsor_name, certificate.course_title, certificate.run_name) == (
        "沈知远",
        "丙厂",
        "先读懂数据",
        "秋季 1 期",
    )
    assert (certificate.started_on, certificate.completed_on, certificate.issued_at) == (TODAY - DAY, TODAY, NOW)
    assert certificate.owners == [
        {"name": "甲厂", "mark": "甲", "is_leading": True},
        {"name": "乙厂", "mark": "乙厂", "is_leading": False},
    ]
    message = OutboxMessage.objects.get(topic="learning.completed")
    assert message.ids == {"enrollment_id": enrollment.pk, "certificate_id": certificate.pk}
    assert AuditEntry.objects.filter(verb="learning.completed", subject_id=str(enrollment.pk)).count() == 1


def test_completion_is_all_or_nothing(monkeypatch):
    enrollment = make_enrollment()
    finish_items(enrollment, 1)

    def breaks(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("courses.learning.actions.certificates.issue", breaks)
    with pytest.raises(RuntimeError):
        finish_items(enrollment, 2)
    enrollment.refresh_from_db()
    assert (enrollment.state, outline_for(enrollment).done, StudyHoursEntry.objects.count()) == ("confirmed", 1, 0)


def test_the_hours_are_those_the_run_opened_with():
    course = make_course(study_hours="8")
    enrollment = make_enrollment(make_run(course))
    course.study_hours = Decimal(99)
    course.save()
    assert complete_course(enrollment).study_hours.get().hours == Decimal(8)


def test_publishing_another_lesson_lowers_nobodys_progress():
    enrollment = make_enrollment()
    before = finish_items(enrollment, 1)
    make_lesson(enrollment.run.course, "后来加的课")
    after = outline_for(enrollment)
    assert (after.percent, after.total) == (before.percent, 2)


def test_completing_again_is_completing_once():
    enrollment = complete_course(make_enrollment())
    progress.finish_item(**deed(enrollment, 2))
    assert (Certificate.objects.count(), StudyHoursEntry.objects.count()) == (1, 1)


def test_the_database_never_takes_progress_back():
    enrollment = make_enrollment()
    finish_items(enrollment, 1)
    held = enrollment.progress.get()
    for act in (held.delete, lambda: enrollment.progress.update(completed_at=None)):
        with pytest.raises(IntegrityError, match="only moves forward"), transaction.atomic():
            act()


def test_the_database_never_changes_a_ledger():
    enrollment = complete_course(make_enrollment())
    for row in (enrollment.study_hours.get(), enrollment.learning_events.first()):
        for act in (row.save, row.delete):
            with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
                act()


def test_the_database_never_deletes_a_certificate():
    certificate = complete_course(make_enrollment()).certificate
    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        certificate.delete()
