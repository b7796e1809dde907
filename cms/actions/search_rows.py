"""What a course is found by, written anew whenever it changes."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, TextField, Value

from cms.models import CoursePage, CourseSearch, LessonPage
from cms.queries import outline, with_company
from words.tokens import pinyin_tokens, tokens

LONGEST_LEXEME = 2000  # bytes; PostgreSQL takes up to 2046


def write_row(course_id: int) -> None:
    """Write the course's row from what is live now; a course that is not live, or gone, has none."""
    course = with_company(CoursePage.objects.live().filter(pk=course_id)).first()
    if course is None:
        remove_row(course_id)
        return
    in_title = title_words(course)
    CourseSearch.objects.update_or_create(
        course=course,
        defaults={
            "title_tokens": vector(in_title),
            "tokens": vector(in_title | company_words(course) | text_words(course)),
        },
    )


def remove_row(course_id: int) -> None:
    CourseSearch.objects.filter(pk=course_id).delete()


def write_all_rows() -> int:
    """Write every live course's row, drop the others, and return how many courses can be found."""
    live = list(CoursePage.objects.live().values_list("pk", flat=True))
    CourseSearch.objects.exclude(pk__in=live).delete()
    for course_id in live:
        write_row(course_id)
    return len(live)


def title_words(course: CoursePage) -> set[str]:
    return {*tokens(course.title, course.title_en), *pinyin_tokens(course.title)}


def company_words(course: CoursePage) -> set[str]:
    """Who owns it and what it teaches, under every name these go by."""
    organizations = [owner.organization for owner in course.owners.all()]
    skills = [taught.skill for taught in course.skills.all()]
    names = [name for owner in organizations for name in (owner.name, owner.short_name)] + [
        skill.name for skill in skills
    ]
    others = [owner.name_en for owner in organizations] + [skill.name_en for skill in skills]
    others += [alias.text for skill in skills for alias in skill.aliases.all()]
    others += [course.chain.name, course.chain.name_en]
    return {*tokens(*names, *others), *(token for name in names if name for token in pinyin_tokens(name))}


def text_words(course: CoursePage) -> set[str]:
    texts = [course.summary, course.summary_en, course.outcomes, course.outcomes_en]
    body = LessonPage._meta.get_field("body")
    for lesson in outline(course):
        texts += [lesson.title, lesson.title_en, lesson.summary, lesson.summary_en]
        texts += body.get_searchable_content(lesson.body)
    return set(tokens(*map(str, texts)))


def vector(words: set[str]) -> Func:
    fitting = sorted(word for word in words if word and len(word.encode()) <= LONGEST_LEXEME)
    return Func(
        Value(fitting, output_field=ArrayField(TextField())),
        function="array_to_tsvector",
        output_field=SearchVectorField(),
    )
