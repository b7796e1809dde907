"""A firm, two people of whom everything is held, and whatever the generated steps add."""

import datetime
import uuid

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models

from accounts.models import Agreement
from competency.models import Skill
from ecosystem.enums import Audience, CorrectedField, EventKind, RequestState
from ecosystem.models import (
    Announcement,
    AnnouncementReceipt,
    CorrectionRequest,
    EmploymentEvent,
    Invitation,
    JoinRequest,
    Organization,
    OrganizationApplication,
)
from jobs.models import Job
from messaging.models import Delivery, Message
from privacy.inventory import INVENTORY
from talent_pool.people.models import LeaverProposal, RosterImport, RosterRow, SkillClaim
from tests.factories.ecosystem import NUMBERS, make_employment, make_person, make_role, make_uscc
from tests.factories.learning import NOW, complete_course, make_enrollment, make_run

AT = NOW
A_DAY = datetime.timedelta(days=1)
APART = frozenset(
    {"account.EmailAddress", "accounts.User_groups", "accounts.User_user_permissions", "mfa.Authenticator"}
    | {"usersessions.UserSession", "wagtailadmin.EditingSession", "wagtailadmin.FormState", "wagtailcore.APIToken"}
    | {"wagtailcore.PageSubscription", "wagtailusers.UserProfile"}
)
"""The libraries' rows, which need a browser or an editor: each is one line of the inventory with a path to its user."""


def make_somebody(name: str, firm: Organization, *, by=None, course=True):
    """One person of whom each kind of row there is holds something."""
    person = make_person(name, phone_verified_at=AT - 30 * A_DAY, email=f"{uuid.uuid4().hex[:6]}@example.com")
    held = make_employment(
        person,
        firm,
        staff_no=f"E{person.pk}",
        work_email=f"{person.pk}@example.com",
        post=f"工程师{person.pk}",
        title="工程师",
        education="bachelor",
        category="rd",
        joined_on=datetime.date(2021, 3, 1),
    )
    make_role(person, firm)
    hang_on(held, by)
    if course:
        complete_course(make_enrollment(make_run(), held))
        make_enrollment(make_run(), held)
    job = Job.objects.create(
        kind="privacy.export", state="done", by=person, created_at=AT, file_name=f"{name}.zip", file_until=AT
    )
    job.file.save("export", ContentFile(b"zip"))
    Message.objects.create(person=person, kind="test", key=str(person.pk), data={"title": "通知"}, created_at=AT)
    Agreement.objects.create(person=person, document="privacy", version="2026-11", at=AT)
    Delivery.objects.create(person=person, kind="test", ref_id=person.pk, at=AT)
    return person


def hang_on(held, by) -> None:
    """What hangs on an employment, and what is found by the phone."""
    person, firm = held.person, held.organization
    EmploymentEvent.objects.create(
        employment=held, at=AT, by=by, kind=EventKind.CHANGED, changes={"claimed_name": ["", person.full_name]}
    )
    Invitation.objects.create(employment=held, by=by, at=AT)
    CorrectionRequest.objects.create(
        employment=held, field=CorrectedField.POST, wanted=f"架构师{person.pk}", asked_at=AT, answered_by=by
    )
    SkillClaim.objects.create(employment=held, skill=Skill.objects.order_by("pk").first())
    roster = RosterImport.objects.create(
        organization=firm, by=by or person, file_name="员工.xlsx", file_digest="", uploaded_at=AT
    )
    LeaverProposal.objects.create(employment=held, roster_import=roster, proposed_at=AT)
    RosterRow.objects.create(
        roster_import=roster, number=2, result="new", facts={"name": person.full_name, "phone": person.phone}
    )
    JoinRequest.objects.create(
        organization=firm, name=person.full_name, phone=person.phone, state=RequestState.DECLINED, asked_at=AT
    )
    OrganizationApplication.objects.create(
        name=f"申请{person.pk}",
        uscc=make_uscc(next(NUMBERS)),
        applicant_name=person.full_name,
        applicant_post="经理",
        applicant_phone=person.phone,
        submitted_at=AT,
    )
    spoken = Announcement.objects.create(
        organization=firm, audience=Audience.STAFF, title="通知", body="开会", by=by or person, created_at=AT
    )
    AnnouncementReceipt.objects.create(announcement=spoken, person=person, organization=firm, read_at=AT)


def everything() -> dict[str, dict[int, tuple]]:
    """Every row of every model of ours and of the libraries' that the inventory names, by its id."""
    labels = {*INVENTORY, "people.RosterImport", "ecosystem.Announcement", "learning.SeatPool", "learning.CourseRun"}
    return {label: rows_of_model(apps.get_model(label)) for label in sorted(labels)}


def rows_of_model(model: type[models.Model]) -> dict[int, tuple]:
    columns = [field.attname for field in model._meta.concrete_fields]
    return {row[0]: row[1:] for row in model._base_manager.values_list("pk", *columns)}
