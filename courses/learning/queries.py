"""Find it: outlines, runs as a viewer sees them, the learner's own courses, hours and certificates."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from accounts.models import User
from cms.models import AcademyDocument, LessonPage
from cms.queries import writes_for
from courses.learning.completion import Outline, outline_of
from courses.learning.enums import EnrollmentState, RunState
from courses.learning.models import Certificate, CourseRun, Enrollment, ItemProgress, RunItem, SeatPool, StudyHoursEntry
from ecosystem.enums import RoleKind
from ecosystem.models import Role
from web.dates import local


def outline_for(enrollment: Enrollment) -> Outline:
    """The pinned outline as this learner stands in it."""
    items = list(enrollment.run.items.all())
    progress = {held.item_id: held for held in ItemProgress.objects.filter(enrollment=enrollment)}
    return outline_of(items, progress)


def outlines_for(enrollments: Sequence[Enrollment]) -> dict[int, Outline]:
    """`{enrollment id: outline}` for many enrollments in two queries."""
    items: dict[int, list[RunItem]] = defaultdict(list)
    for item in RunItem.objects.filter(run__in={held.run_id for held in enrollments}).order_by("run_id", "position"):
        items[item.run_id].append(item)
    progress: dict[int, dict[int, ItemProgress]] = defaultdict(dict)
    for held in ItemProgress.objects.filter(enrollment__in=[held.pk for held in enrollments]):
        progress[held.enrollment_id][held.item_id] = held
    return {enrollment.pk: outline_of(items[enrollment.run_id], progress[enrollment.pk]) for enrollment in enrollments}


@dataclass(frozen=True)
class Place:
    """Where the viewer stands in a run they are in."""

    enrollment: Enrollment
    outline: Outline


@dataclass(frozen=True)
class RunView:
    """A run as one viewer sees it: the seats they could have, and their own enrollment in it."""

    run: CourseRun
    pools: list[SeatPool] = field(default_factory=list)
    organization_id: int | None = None
    place: Place | None = None

    @property
    def reachable(self) -> list[SeatPool]:
        """Pools the viewer may take a seat from; all of them for somebody who acts for no organization yet."""
        if self.organization_id is None:
            return self.pools
        return [pool for pool in self.pools if pool.organization_id in (None, self.organization_id)]

    @property
    def left(self) -> int:
        return sum(pool.left for pool in self.reachable)

    @property
    def seats(self) -> int:
        return sum(pool.seats for pool in self.reachable)

    @property
    def shared_left(self) -> int:
        return sum(pool.left for pool in self.reachable if pool.organization_id is None)


def run_views(
    runs: Iterable[CourseRun], *, viewer: User | None, organization_id: int | None
) -> dict[int, list[RunView]]:
    """`{course id: views}` of the runs for a viewer, in the order given; a fixed number of queries."""
    runs = list(runs)
    pools: dict[int, list[SeatPool]] = defaultdict(list)
    for pool in SeatPool.objects.filter(run__in=runs):
        pools[pool.run_id].append(pool)
    places = places_of(viewer, runs)
    views: dict[int, list[RunView]] = defaultdict(list)
    for run in runs:
        views[run.course_id].append(RunView(run, pools[run.pk], organization_id, places.get(run.pk)))
    return views


def places_of(viewer: User | None, runs: list[CourseRun]) -> dict[int, Place]:
    """`{run id: where the viewer stands}` for the runs they are in, with certificates."""
    if viewer is None or not runs:
        return {}
    mine = list(Enrollment.objects.live().of(viewer).filter(run__in=runs).select_related("certificate", "run"))
    outlines = outlines_for(mine) if mine else {}
    return {enrollment.run_id: Place(enrollment, outlines[enrollment.pk]) for enrollment in mine}


def shown_runs(course_ids: Iterable[int], *, viewer: User | None, at: datetime.datetime) -> list[CourseRun]:
    """Runs to show on course pages and cards: open ones that are not over, and those the viewer is in, by first day."""
    runs = CourseRun.objects.filter(course__in=list(course_ids)).exclude(state=RunState.DRAFT)
    current = runs.open().not_over(local(at).date())
    if viewer is not None:
        mine = Enrollment.objects.live().of(viewer).filter(run__course__in=list(course_ids)).values("run")
        current = current | runs.filter(pk__in=mine)
    return list(current.order_by("starts_on", "pk"))


def enrolling_course_ids(at: datetime.datetime) -> set[int]:
    """Courses with a run whose window is open now and that still has a seat in some pool."""
    runs = CourseRun.objects.enrolling(at).not_over(local(at).date())
    return set(runs.filter(pools__taken__lt=F("pools__seats")).values_list("course_id", flat=True))


def enrollments_of(learner: User) -> list[Enrollment]:
    """The learner's own enrollments, the unfinished first, with run, course, chain and certificate."""
    rows = (
        Enrollment.objects.live()
        .of(learner)
        .select_related("run__course__chain", "certificate", "sponsor")
        .order_by("-enrolled_at")
    )
    return sorted(rows, key=lambda enrollment: enrollment.state == EnrollmentState.COMPLETED)


def ledger_of(person: User, at_most: int = 20) -> list[StudyHoursEntry]:
    """The newest lines of the person's ledger, with the course each speaks of."""
    rows = StudyHoursEntry.objects.of(person).select_related("enrollment__run__course")
    return list(rows.order_by("-earned_on", "-pk")[:at_most])


def certificates_of(person: User) -> list[Certificate]:
    return list(Certificate.objects.filter(enrollment__learner=person))


def find_certificate(code: str) -> Certificate | None:
    return Certificate.objects.filter(code=code).first() if code else None


def reads_lesson(person: User, lesson: LessonPage, day: datetime.date) -> bool:
    """The person holds a seat in a run that has begun and pins the lesson."""
    return Enrollment.objects.seated().of(person).filter(run__items__page=lesson.pk, run__starts_on__lte=day).exists()


def reads_document(person: User, document: AcademyDocument, day: datetime.date) -> bool:
    """The person holds a seat in a run that has begun and pins a lesson showing the file."""
    seats = Enrollment.objects.seated().of(person)
    return seats.filter(run__items__files__document=document, run__starts_on__lte=day).exists()


def entry_to_lesson(person: User, lesson: LessonPage) -> tuple[uuid.UUID, int] | None:
    """`(enrollment's public id, position)` of the lesson in a run the person is in, an unfinished one first."""
    seats = Enrollment.objects.seated().of(person).filter(run__items__page=lesson.pk)
    rows = seats.order_by(F("completed_at").asc(nulls_first=True), "-pk")
    return rows.values_list("public_id", "run__items__position").first()


def runs_using(page: Page) -> list[CourseRun]:
    """Runs of this course or of a course below this page, and runs that pin a lesson here or below; at most five."""
    below = Q(course__path__startswith=page.path) | Q(items__page__path__startswith=page.path)
    return list(CourseRun.objects.filter(below).select_related("course").distinct()[:5])


def runs_kept_by(person: User, day: datetime.date) -> QuerySet[CourseRun]:
    """Runs that the person may write in the admin: those of courses whose organizations they write for."""
    runs = CourseRun.objects.all()
    return runs if person.is_superuser else runs.owned_by(writes_for(person, day))


def class_managers_for(person: User, day: datetime.date) -> QuerySet[User]:
    """Class managers of the organizations whose courses the person writes: nobody else's names are told."""
    own = Role.objects.on(day).filter(kind=RoleKind.CLASS_MANAGER, organization__in=writes_for(person, day))
    return User.objects.filter(pk__in=own.values("person"))
