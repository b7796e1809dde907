"""A file comes in: kept in the private store, never read here."""

import datetime
import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from ecosystem.models import Organization
from ecosystem.queries import role_kinds
from talent_pool.people import rules
from talent_pool.people.imports import memory
from talent_pool.people.imports.reading_again import content_of
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import OPEN_IMPORTS, ImportState
from web.dates import local

LONGEST_NAME = 200


@transaction.atomic
def upload(
    *, organization: Organization, content: bytes, file_name: str, by: User, at: datetime.datetime
) -> RosterImport:
    """Keep the file with what HR has said of earlier ones, to be looked at next.

    The same file, still waiting to be checked, is not kept twice: the import there is comes back.
    """
    rules.check_may_import(role_kinds(by, organization, local(at).date()))
    digest = hashlib.sha256(content).hexdigest()
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    if waiting := same_file(organization, digest).filter(state__in=sorted(OPEN_IMPORTS)).first():
        return waiting
    words = memory.remembered_words(organization)
    return keep(
        RosterImport(
            organization=organization,
            file_name=shortened(file_name),
            file_digest=digest,
            mapping=memory.remembered_headers(organization),
            corrections={"words": words} if words else {},
        ),
        content,
        by=by,
        at=at,
    )


@transaction.atomic
def take_up_again(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    """The same file once more, after it was undone, with everything that was said of it."""
    if roster.state != ImportState.UNDONE or not roster.file:
        raise rules.ImportRefused(_("The file is not kept any more. Please upload it again."))
    Organization.objects.select_for_update(no_key=True).get(pk=roster.organization_id)
    if waiting := same_file(roster.organization, roster.file_digest).filter(state__in=sorted(OPEN_IMPORTS)).first():
        return waiting
    said = ("organization", "file_name", "file_digest", "sheet", "header_row", "mapping", "corrections", "is_whole")
    again = RosterImport(**{name: getattr(roster, name) for name in said})
    return keep(again, content_of(roster), by=by, at=at)


def keep(roster: RosterImport, content: bytes, *, by: User, at: datetime.datetime) -> RosterImport:
    roster.by, roster.uploaded_at = by, at
    roster.file.save(str(roster.public_id), ContentFile(content), save=False)
    roster.save()
    audit.record(by=by, for_org=roster.organization, verb="people.roster_uploaded", subject=roster, at=at)
    return roster


def same_file(organization: Organization, digest: str) -> QuerySet[RosterImport]:
    return RosterImport.objects.filter(organization=organization, file_digest=digest).order_by("-uploaded_at", "-pk")


def shortened(name: str) -> str:
    """The end of a long name stays, for it says what the file is."""
    tidy = "".join(sign for sign in name if sign.isprintable())
    return tidy if len(tidy) <= LONGEST_NAME else f"{tidy[: LONGEST_NAME - 9]}…{tidy[-8:]}"
