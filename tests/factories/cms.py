"""Published courses with lessons, checkpoints, pictures and documents."""

import io
import itertools

from django.core.files.base import ContentFile
from PIL import Image

from cms.actions import plant_academy
from cms.models import AcademyDocument, AcademyImage, CourseOwner, CoursePage, CourseSkill, LessonPage
from competency.models import Skill, SkillAlias
from tests.factories.ecosystem import make_chain, make_organization

NUMBERS = itertools.count(1)


def make_course(
    title: str | None = None, *, lessons: int = 2, owners=None, chain=None, skills=(), publish=True, **facts
):
    """A course with `lessons` plain lessons (`course.get_children()`); the first of `owners` leads."""
    number = next(NUMBERS)
    facts = {"glyph": "推", "study_hours": "8", "slug": f"course-{number}", **facts}
    course = CoursePage(title=title or f"示例课程{number}", chain=chain or make_chain(), live=False, **facts)
    course.owners = [
        CourseOwner(organization=owner, is_leading=place == 0, sort_order=place)
        for place, owner in enumerate(owners or [make_organization()])
    ]
    course.skills = [CourseSkill(skill=skill, level=2) for skill in skills]
    plant_academy().add_child(instance=course)
    if publish:
        publish_page(course)
    for place in range(1, lessons + 1):
        make_lesson(course, f"第{place}课", publish=publish)
    course.refresh_from_db()
    return course


def make_lesson(course, title: str | None = None, *, body=None, publish=True, **facts) -> LessonPage:
    """A lesson at the end of the course; `body` is a list of (block type, value), one paragraph unless given."""
    number = next(NUMBERS)
    facts = {"minutes": 15, "slug": f"lesson-{number}", **facts}
    lesson = LessonPage(
        title=title or f"示例课{number}", live=False, body=body or [("text", "<p>读一读。</p>")], **facts
    )
    CoursePage.objects.get(pk=course.pk).add_child(instance=lesson)
    if publish:
        publish_page(lesson)
    lesson.refresh_from_db()
    return lesson


def publish_page(page) -> None:
    page.save_revision().publish()


def checkpoint(question: str = "先做什么？", right: int = 0, options=("先看评测集", "先换更大的模型")):
    """A block for `make_lesson(body=[…])`; the option at place `right` is right."""
    answers = [
        {"text": text, "is_right": place == right, "feedback": f"关于{text}"} for place, text in enumerate(options)
    ]
    return ("checkpoint", {"question": question, "options": answers})


def make_skill(
    name: str = "检索增强生成", *, name_en: str = "RAG", aliases=(), code: str | None = None, **facts
) -> Skill:
    """A skill of the test's own; an alias that the vocabulary gives to another skill becomes its."""
    facts = {"category": "rd", "chain_code": "software_ai", **facts}
    skill = Skill.objects.create(code=code or f"T{next(NUMBERS)}", name=name, name_en=name_en, **facts)
    SkillAlias.objects.bulk_create(
        [SkillAlias(skill=skill, text=text) for text in aliases],
        update_conflicts=True,
        unique_fields=["text"],
        update_fields=["skill"],
    )
    return skill


def picture_bytes(kind: str = "JPEG", size=(64, 48), **saving) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#2a5583").save(out, format=kind, **saving)
    return out.getvalue()


def make_image(title: str = "机房", content: bytes | None = None, name: str = "room.jpg") -> AcademyImage:
    return AcademyImage.objects.create(title=title, file=ContentFile(content or picture_bytes(), name=name))


def make_document(title: str = "讲义", content: bytes = b"%PDF-1.4 handout", name: str = "讲义.pdf", **facts):
    return AcademyDocument.objects.create(title=title, file=ContentFile(content, name=name), **facts)
