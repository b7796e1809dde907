"""What a run pinned: the lesson as it was on opening day, its checkpoints, and the files it shows."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from cms.models import AcademyDocument, AcademyImage, LessonPage
from courses.learning.models import RunItem
from courses.learning.rules import LearningRefused

PROTECTED = {AcademyImage: "image_id", AcademyDocument: "document_id"}


def lesson_of(item: RunItem) -> LessonPage:
    """The lesson page with the content of the pinned revision; what was edited later does not show."""
    page: LessonPage = item.revision.as_object()
    return page


def is_right(item: RunItem, checkpoint: str, option: int) -> bool:
    """Whether the option, counted from 0, answers the checkpoint. Raises LearningRefused for what is not there."""
    question = lesson_of(item).checkpoints.get(checkpoint) if checkpoint in item.checkpoints else None
    if question is None or not 0 <= option < len(question["options"]):
        raise LearningRefused(_("Choose one of the answers."))
    return bool(question["options"][option]["is_right"])


def answers_shown(lesson: LessonPage, answers: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The learner's answers with what the lesson says to each: `{checkpoint id: {option, right, feedback}}`."""
    return {
        checkpoint: {**answer, "feedback": lesson.checkpoints[checkpoint]["options"][answer["option"]]["feedback"]}
        for checkpoint, answer in answers.items()
        if checkpoint in lesson.checkpoints
    }


def files_of(lesson: LessonPage) -> Iterator[tuple[str, int]]:
    """`(field of PinnedFile, id)` for each picture and document that the body shows, each once."""
    seen = set()
    for model, pk, _model_path, _content_path in LessonPage._meta.get_field("body").extract_references(lesson.body):
        field = PROTECTED.get(model)
        if field and (field, pk) not in seen:
            seen.add((field, pk))
            yield field, int(pk)
