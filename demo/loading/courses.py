"""Courses and lessons as an editor would write them: drafts under the academy's home, then published."""

import uuid
from decimal import Decimal

from wagtail.models import Page

from accounts.models import User
from cms.actions import plant_academy
from cms.models import CourseOwner, CoursePage, CourseSkill, LessonPage
from competency.models import Skill
from demo.course_files import Checkpoint, Course, Lesson, read_courses
from demo.lesson_text import to_html
from demo.loading.organizations import Organizations
from ecosystem.models import Chain

NAMES = uuid.UUID("5b0c6c1e-2b1f-4f0e-9d7a-6c1a1e9b7d20")
"""Blocks of lessons are named under this, so that a demo loaded twice has the same names in both places."""


def load_courses(organizations: Organizations, *, authors: dict[str, User]) -> dict[str, CoursePage]:
    """Published courses by slug, each written by the author of its leading organization, if that has one."""
    academy = plant_academy()
    return {told.slug: _course(academy, told, organizations, by=authors.get(told.owners[0])) for told in read_courses()}


def _course(academy: Page, told: Course, organizations: Organizations, *, by: User | None) -> CoursePage:
    course = CoursePage(
        live=False,
        owner=by,
        slug=told.slug,
        title=told.title,
        title_en=told.title_en,
        summary=told.summary,
        summary_en=told.summary_en,
        glyph=told.glyph,
        chain=Chain.objects.get(code=told.chain),
        category=told.category,
        kind=told.kind,
        level=told.level,
        study_hours=Decimal(str(told.study_hours)),
        outcomes="\n".join(told.outcomes),
        outcomes_en="\n".join(told.outcomes_en),
    )
    course.owners = [
        CourseOwner(organization=organizations[key], is_leading=place == 0) for place, key in enumerate(told.owners)
    ]
    course.skills = [
        CourseSkill(skill=Skill.objects.get(code=code), level=level) for code, level in told.skills.items()
    ]
    academy.add_child(instance=course)
    for number, lesson in enumerate(told.lessons, start=1):
        _publish(course.add_child(instance=_lesson(told.slug, number, lesson, by=by)), by=by)
    _publish(course, by=by)
    return course


def _lesson(course: str, number: int, told: Lesson, *, by: User | None) -> LessonPage:
    return LessonPage(
        live=False,
        owner=by,
        slug=f"lesson-{number}",
        title=told.title,
        title_en=told.title_en,
        minutes=told.minutes,
        body=_body(f"{course}/{number}", told),
    )


def _publish(page: Page, *, by: User | None) -> None:
    page.save_revision(user=by).publish(user=by)


def _body(name: str, told: Lesson) -> list[dict]:
    blocks = [_block(f"{name}/text", "text", to_html(told.text))]
    if told.checkpoint:
        blocks.append(_block(f"{name}/checkpoint", "checkpoint", _question(name, told.checkpoint)))
    return blocks


def _question(name: str, told: Checkpoint) -> dict:
    options = [
        _block(
            f"{name}/checkpoint/{place}",
            "item",
            {"text": option.text, "is_right": option.is_right, "feedback": option.feedback},
        )
        for place, option in enumerate(told.options)
    ]
    return {"question": told.question, "options": options}


def _block(name: str, kind: str, value: str | dict) -> dict:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(NAMES, name))}
