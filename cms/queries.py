"""Find it: courses by words and filters, the outline of a course, the lessons that show a file."""

import datetime
from collections import Counter

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, Count, ExpressionWrapper, Prefetch, Q, QuerySet, Value
from wagtail.blocks import StreamValue
from wagtail.models import ReferenceIndex

from accounts.models import User
from cms.models import AcademyDocument, CourseOwner, CoursePage, CourseSkill, LessonPage
from ecosystem.enums import RoleKind
from ecosystem.models import Role
from words.tokens import tsquery


def find_courses(query: str = "", *, chain: str = "", category: str = "", kind: str = "") -> QuerySet[CoursePage]:
    """Live courses, title hits first and then in the academy's order, with owners, chain and skills at hand.

    `query` is what somebody typed; `chain` is a chain's code. An empty filter does not filter.
    """
    return with_company(filtered(query, chain=chain, category=category, kind=kind))


def filtered(query: str, *, chain: str = "", category: str = "", kind: str = "") -> QuerySet[CoursePage]:
    """The same courses without their company."""
    courses = CoursePage.objects.live()
    wanted = {"chain__code": chain, "category": category, "kind": kind}
    courses = courses.filter(**{name: value for name, value in wanted.items() if value})
    if not query.strip():
        return courses.annotate(is_title_hit=Value(False)).order_by("path")
    words = tsquery(query)
    if not words:
        return courses.none()
    asked = SearchQuery(words, search_type="raw", config="simple")
    return (
        courses.filter(search_row__tokens=asked)
        .annotate(is_title_hit=ExpressionWrapper(Q(search_row__title_tokens=asked), output_field=BooleanField()))
        .order_by("-is_title_hit", "path")
    )


def with_company(courses: QuerySet[CoursePage]) -> QuerySet[CoursePage]:
    """The courses with what a card shows: chain, cover, owners (the leading one first), skills."""
    owners = CourseOwner.objects.select_related("organization").order_by("-is_leading", "sort_order", "pk")
    skills = CourseSkill.objects.select_related("skill")
    return courses.select_related("chain", "cover_image").prefetch_related(
        Prefetch("owners", owners), Prefetch("skills", skills), "cover_image__renditions"
    )


def courses_by_chain() -> Counter:
    """How many live courses each chain has, by the chain's code."""
    live = CoursePage.objects.live().order_by().values("chain__code")  # the usual order would split each chain
    return Counter(dict(live.values_list("chain__code", Count("pk"))))


def teaching_firms() -> Counter:
    """How many organizations own a live course, by chain id."""
    owned = CourseOwner.objects.filter(page__live=True).order_by().values("page__chain")
    return Counter(dict(owned.values_list("page__chain", Count("organization", distinct=True))))


def outline(course: CoursePage) -> QuerySet[LessonPage]:
    """The course's live lessons in order."""
    return LessonPage.objects.child_of(course).live().order_by("path")


def course_of(page: CoursePage | LessonPage) -> CoursePage:
    """The course itself, or the course that a lesson belongs to; a lesson not yet in the tree has none to find."""
    return page if isinstance(page, CoursePage) else CoursePage.objects.get(path=page.path[: -page.steplen])


def writes_for(person: User, day: datetime.date) -> set[int]:
    """Ids of the organizations whose courses the person writes on a day."""
    roles = Role.objects.on(day).filter(person=person, kind=RoleKind.COURSE_AUTHOR)
    return set(roles.values_list("organization", flat=True))


def fellow_authors(person: User, day: datetime.date) -> set[int]:
    """Ids of those who write for one of the organizations the person writes for, and of the person."""
    roles = Role.objects.on(day).filter(kind=RoleKind.COURSE_AUTHOR, organization__in=writes_for(person, day))
    return {person.pk, *roles.values_list("person", flat=True)}


def files_of_own_firms(person: User, day: datetime.date) -> QuerySet[AcademyDocument]:
    """The files an author builds lessons from: their own, and those of colleagues who write for the same firms."""
    files = AcademyDocument.objects.all()
    return files if person.is_superuser else files.filter(uploaded_by_user__in=fellow_authors(person, day))


def files_in(body: StreamValue) -> set[int]:
    """Ids of the documents that a lesson's body shows or links."""
    found = LessonPage._meta.get_field("body").extract_references(body)
    return {int(pk) for model, pk, _model_path, _content_path in found if model is AcademyDocument}


def lessons_using(document: AcademyDocument) -> QuerySet[LessonPage]:
    """Live lessons whose published text shows or links the document."""
    page_ids = ReferenceIndex.get_references_to(document).values_list("object_id", flat=True)
    return LessonPage.objects.live().filter(pk__in=[int(page_id) for page_id in page_ids if page_id.isdigit()])
