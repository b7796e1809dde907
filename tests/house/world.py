"""Two firms, their people and one of everything that has an address: what the walks go through."""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone
from psycopg.types.range import DateRange

import jobs
from accounts.models import User
from cms.models import AcademyDocument, CoursePage
from courses.learning.actions.enrollments import enroll
from courses.learning.actions.runs import open_run
from courses.learning.certificate_codes import new_code
from courses.learning.models import Certificate, CourseRun, Enrollment, SeatPool
from ecosystem.actions import announcements
from ecosystem.actions.laying_out import lay_out
from ecosystem.enums import Audience, EmploymentState, PositionKind, RoleKind
from ecosystem.models import (
    Announcement,
    ChainPosition,
    CorrectionRequest,
    Department,
    Employment,
    Field,
    InvitationLink,
    JoinRequest,
    Organization,
    OrganizationApplication,
    Role,
)
from ecosystem.rules.announcements import Voice
from jobs.models import Job
from messaging.models import Message
from talent_pool.people.imports.actions.looking import look_soon
from talent_pool.people.imports.actions.uploading import upload
from talent_pool.people.models import LeaverProposal, RosterImport
from tests.factories.applications import make_application, make_asked_back
from tests.factories.cms import checkpoint, make_course, make_document, make_lesson
from tests.factories.ecosystem import LONG_AGO, make_chain, make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_correction, make_join_request, make_link
from tests.factories.sheets import xlsx

DAY = datetime.timedelta(days=1)


@dataclass
class World:
    firm: Organization
    other_firm: Organization
    course: CoursePage
    run: CourseRun
    enrollment: Enrollment
    certificate: Certificate
    document: AcademyDocument
    acting: Employment
    job: Job
    people: dict[str, User | None] = field(default_factory=dict)
    """By the names in ACTORS; the visitor is None."""
    announcement: Announcement = field(init=False)
    draft: Announcement = field(init=False)
    message: Message = field(init=False)
    join_request: JoinRequest = field(init=False)
    correction: CorrectionRequest = field(init=False)
    link: InvitationLink = field(init=False)
    link_token: str = ""
    roster: RosterImport = field(init=False)
    leaver: LeaverProposal = field(init=False)
    application: OrganizationApplication = field(init=False)
    asked_back: OrganizationApplication = field(init=False)
    position: ChainPosition = field(init=False)


ACTORS = ("visitor", "unanswered", "learner", "colleague", "hr", "author", "stranger", "strange_hr", "office")
"""A visitor; one whose employment waits for their yes; the firm's enrolled learner, a colleague, its HR, its course
author; an employee and the HR of another firm; the district's office."""


def make_world(size: int = 1) -> World:
    """`size` is how many courses, runs, enrollments and certificates the learner sees."""
    firm, other_firm = make_organization(), make_organization()
    acting = make_employment(organization=firm)
    for number in range(size):
        Department.objects.create(organization=firm, name=f"部门{number}")
    for _ in range(size - 1):
        make_employment(organization=firm)
        make_certificate(acting, make_run(make_course(owners=[firm])))
    document = make_document()
    course = make_course("先读懂数据", owners=[firm])
    link = f'<p><a linktype="document" id="{document.pk}">讲义</a></p>'
    make_lesson(course, "讲义在这里", body=[("text", link), checkpoint()])
    run = make_run(course)
    enrollment = enroll(learner=acting.person, run=run, acting=acting, by=acting.person, at=timezone.now())
    certificate = make_certificate(acting, make_run(make_course("已经学完的", owners=[firm])))
    people = {
        "visitor": None,
        "unanswered": make_employment(organization=firm, state=EmploymentState.PENDING).person,
        "learner": acting.person,
        "colleague": make_employment(organization=firm).person,
        "hr": with_role(firm, RoleKind.HR),
        "author": with_role(firm, RoleKind.COURSE_AUTHOR),
        "stranger": make_employment(organization=other_firm).person,
        "strange_hr": with_role(other_firm, RoleKind.HR),
        "office": make_office(),
    }
    job = make_job(firm, people["hr"])
    world = World(firm, other_firm, course, run, enrollment, certificate, document, acting, job, people)
    world.draft = make_draft(firm, people["hr"])
    for _ in range(size):
        world.announcement = make_announcement(firm, people["hr"])
        world.join_request = make_join_request(firm)
        world.link, world.link_token = make_link(firm, people["hr"])
        make_correction(make_employment(organization=firm))
        make_employment(organization=firm, state=EmploymentState.PENDING)
    make_chain_side(world, size)
    world.roster = make_roster(firm, people["hr"], size)
    world.leaver = LeaverProposal.objects.create(
        employment=make_employment(organization=firm), proposed_at=timezone.now()
    )
    world.correction = make_correction(acting)
    world.message = Message.objects.filter(person=acting.person).latest("pk")
    return world


def make_chain_side(world: World, size: int) -> None:
    """Organizations that apply, and positions in two chains that have been handed over."""
    for number in range(size):
        chain = make_chain(
            f"chain_{number % 2}", name=f"第{number % 2}链", name_en=f"Chain {number % 2}", slot="bc"[number % 2]
        )
        area, _ = Field.objects.get_or_create(name=f"领域{number}", defaults={"ecosystem": chain.ecosystem})
        world.application = make_application(chain=chain, position=PositionKind.PARTNER, fields=[area])
        world.asked_back = make_asked_back()
        member = make_organization()
        member.fields.add(area)
        period = DateRange(LONG_AGO, None)
        ChainPosition.objects.create(organization=member, chain=chain, kind=PositionKind.PARTNER, period=period)
    world.firm.fields.add(area)
    begun = {"chain": chain, "period": DateRange(LONG_AGO, None)}
    world.position = ChainPosition.objects.create(organization=world.firm, kind=PositionKind.ANCHOR, **begun)


def make_draft(firm: Organization, person: User) -> Announcement:
    announcement = Announcement(audience=Audience.STAFF, organization=firm, title="放假安排", body="周五放假。")
    voice = Voice(organization_id=firm.pk)
    return announcements.draft(announcement=announcement, voice=voice, by=person, at=timezone.now())


def make_announcement(firm: Organization, person: User) -> Announcement:
    """Published, and with everybody of the firm."""
    now, announcement = timezone.now(), make_draft(firm, person)
    announcements.publish(announcement=announcement, voice=Voice(organization_id=firm.pk), by=person, at=now)
    lay_out(announcement_id=announcement.pk, at=now, progress=lambda done, total: None)
    announcement.refresh_from_db()
    return announcement


def make_roster(firm: Organization, person: User, size: int) -> RosterImport:
    """Waits to be checked; one of its rows is at fault, one of its columns unknown."""
    rows = [["姓名", "手机号", "部门", "备用"], ["江遥", "1990571", "市场部", ""]]
    rows += [[f"员工{number}", f"1990571{number:04d}", "算法部", "x"] for number in range(3 * size)]
    now = timezone.now()
    roster = upload(organization=firm, content=xlsx(rows), file_name="名册.xlsx", by=person, at=now)
    return look_soon(roster=roster, by=person, at=now)


def make_job(firm: Organization, person: User) -> Job:
    """Waits for a worker, and has a file already."""
    job = jobs.start("people.look", by=person, for_org=firm, at=timezone.now())
    jobs.attach(job, "名册.xlsx", b"PK", keep=DAY, at=timezone.now())
    return job


def make_run(course: CoursePage) -> CourseRun:
    """Open for enrollment, begun yesterday, with shared seats."""
    now = timezone.now()
    run = CourseRun.objects.create(
        course=course,
        name="秋季班",
        starts_on=(now - DAY).date(),
        enroll_opens_at=now - 2 * DAY,
        enroll_closes_at=now + 30 * DAY,
    )
    SeatPool.objects.create(run=run, seats=30)
    return open_run(run=run, by=None, at=now - DAY)


def make_certificate(acting: Employment, run: CourseRun) -> Certificate:
    enrollment = enroll(learner=acting.person, run=run, acting=acting, by=acting.person, at=timezone.now())
    return Certificate.objects.create(
        code=new_code(timezone.localdate().year),
        enrollment=enrollment,
        learner_name=acting.person.full_name,
        sponsor_name=acting.organization.name,
        course_title=run.course.title,
        run_name=run.name,
        hours=run.study_hours,
        started_on=run.starts_on,
        completed_on=timezone.localdate(),
        issued_at=timezone.now(),
    )


def with_role(firm: Organization, kind: str) -> User:
    person = make_employment(organization=firm).person
    make_role(person, firm, kind)
    return person


def make_office() -> User:
    person = make_person("卢青")
    Role.objects.create(person=person, ecosystem=make_chain().ecosystem, kind=RoleKind.OFFICE, from_on=LONG_AGO)
    return person
