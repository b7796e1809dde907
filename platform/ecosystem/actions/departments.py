"""HR shapes the firm's departments. Each act waits for whoever writes the firm's staff, and leaves an audit row."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from ecosystem.actions.claims import check_own, event, lock_staff, put
from ecosystem.enums import EventKind
from ecosystem.models import Announcement, Department, Employment, EmploymentEvent, InvitationLink, Organization
from ecosystem.queries.departments import subtree
from ecosystem.rules import departments as rules

BATCH = 1_000


@transaction.atomic
def add(
    *, organization: Organization, name: str, parent: Department | None = None, by: User, at: datetime.datetime
) -> Department:
    """A department under another, or at the top."""
    organization = lock_staff(organization.pk)
    check_own(parent, organization)
    check_name(organization, name, parent)
    department = Department.objects.create(organization=organization, name=name, parent=parent)
    audit.record(by=by, for_org=organization, verb="ecosystem.department_added", subject=department, at=at)
    return department


@transaction.atomic
def rename(*, department: Department, name: str, by: User, at: datetime.datetime) -> Department:
    locked = lock(department)
    check_name(locked.organization, name, locked.parent, besides=locked)
    locked.name = name
    locked.save(update_fields=["name"])
    audit.record(by=by, for_org=locked.organization, verb="ecosystem.department_renamed", subject=locked, at=at)
    return locked


@transaction.atomic
def move_under(*, department: Department, parent: Department | None, by: User, at: datetime.datetime) -> Department:
    """Put the department, with all below it, under another or at the top."""
    locked = lock(department)
    check_own(parent, locked.organization)
    rules.check_not_below(department=locked, target=parent, subtree=subtree(locked))
    check_name(locked.organization, locked.name, parent, besides=locked)
    locked.parent = parent
    locked.save(update_fields=["parent"])
    audit.record(by=by, for_org=locked.organization, verb="ecosystem.department_moved", subject=locked, at=at)
    return locked


@transaction.atomic
def place(*, department: Department, name: str, parent: Department | None, by: User, at: datetime.datetime) -> None:
    """Its name and its place at once; what stays as it was is not written."""
    if parent != department.parent:
        department = move_under(department=department, parent=parent, by=by, at=at)
    if name != department.name:
        rename(department=department, name=name, by=by, at=at)


@transaction.atomic
def merge(*, department: Department, into: Department, by: User, at: datetime.datetime) -> Department:
    """The department's people and its departments go to another, and it is no more; those of one name become one."""
    locked = lock(department)
    check_own(into, locked.organization)
    rules.check_not_below(department=locked, target=into, subtree=subtree(locked))
    merged = pour(locked, into, by=by, at=at)
    audit.record(
        by=by,
        for_org=locked.organization,
        verb="ecosystem.departments_merged",
        subject=into,
        at=at,
        merged_ids=merged,
    )
    return into


def pour(department: Department, into: Department, *, by: User, at: datetime.datetime) -> list[int]:
    """Returns the ids of the departments that are no more."""
    namesakes = {child.name: child for child in into.children.exclude(pk=department.pk)}
    merged = []
    for child in department.children.order_by("pk"):
        if namesake := namesakes.get(child.name):
            merged += pour(child, namesake, by=by, at=at)
        else:
            child.parent = into
            child.save(update_fields=["parent"])
    move_people(department, into, by=by, at=at)
    for model in (Announcement, InvitationLink):
        model.objects.filter(department=department).update(department=into)
    ended = department.pk
    department.delete()
    return [*merged, ended]


def move_people(department: Department, into: Department, *, by: User, at: datetime.datetime) -> None:
    """Who works there gets a row of history; who has left is counted there from now on."""
    working = list(department.employments.current().order_by("pk").select_for_update(no_key=True))
    events = [event(held, EventKind.MOVED, put(held, {"department": into}), by=by, at=at) for held in working]
    Employment.objects.bulk_update(working, ["department", "version"], batch_size=BATCH)
    EmploymentEvent.objects.bulk_create(events, batch_size=BATCH)
    department.employments.update(department=into)


@transaction.atomic
def remove(*, department: Department, by: User, at: datetime.datetime) -> None:
    """Remove an empty department; who left it long ago keeps no department."""
    locked = lock(department)
    rules.check_empty(people=locked.employments.current().count(), children=locked.children.count())
    rules.check_unspoken_to(is_spoken_to=Announcement.objects.filter(department=locked).exists())
    locked.employments.update(department=None)
    audit.record(by=by, for_org=locked.organization, verb="ecosystem.department_removed", subject=locked, at=at)
    locked.delete()


def lock(department: Department) -> Department:
    """The department as it stands, locked after its organization."""
    organization = lock_staff(department.organization_id)
    locked = (
        Department.objects.select_for_update(of=("self",)).select_related("parent").filter(pk=department.pk).first()
    )
    rules.check_own(is_own=locked is not None)
    assert locked is not None
    locked.organization = organization
    return locked


def check_name(
    organization: Organization, name: str, parent: Department | None, *, besides: Department | None = None
) -> None:
    namesakes = Department.objects.filter(organization=organization, parent=parent, name=name)
    others = namesakes.exclude(pk=besides.pk) if besides else namesakes
    rules.check_name_free(is_taken=others.exists())
