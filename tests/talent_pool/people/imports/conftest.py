"""A firm with its HR, and rosters on their way in."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from ecosystem.enums import RoleKind
from ecosystem.models import Organization
from jobs import tasks
from jobs.models import Job
from talent_pool.people.imports.actions import committing, looking, uploading
from talent_pool.people.models import RosterImport
from tests.factories.ecosystem import make_organization, make_person, make_role
from tests.factories.rosters import HEADERS, clean, make_staff
from tests.factories.sheets import xlsx


@dataclass
class Desk:
    """One firm's HR at work."""

    firm: Organization
    hr: User

    def bring(self, content: bytes, name: str = "11月名册.xlsx") -> RosterImport:
        """Upload and look."""
        at = timezone.now()
        roster = uploading.upload(organization=self.firm, content=content, file_name=name, by=self.hr, at=at)
        return looking.look_soon(roster=roster, by=self.hr, at=at)

    def write(self, roster: RosterImport, *, is_whole: bool | None = False) -> RosterImport:
        committing.start(
            roster=roster,
            version=roster.version,
            digest=roster.digest,
            is_whole=is_whole,
            by=self.hr,
            at=timezone.now(),
        )
        return work(roster)

    def browser(self) -> Client:
        client = Client()
        client.force_login(self.hr)
        return client


def work(roster: RosterImport) -> RosterImport:
    """The worker does what waits."""
    for pk in Job.objects.unfinished().order_by("pk").values_list("pk", flat=True):
        tasks.run_job(pk)
    return RosterImport.objects.select_related("organization", "job").get(pk=roster.pk)


def address(name: str, roster: RosterImport) -> str:
    return reverse(f"people:{name}", args=[roster.public_id])


def make_desk(name: str | None = None) -> Desk:
    firm = make_organization(name)
    hr = make_person("顾清禾")
    make_role(hr, firm, RoleKind.HR)
    return Desk(firm, hr)


@pytest.fixture
def desk(db) -> Desk:
    return make_desk()


@pytest.fixture
def staff() -> list[dict]:
    return make_staff(5)


@pytest.fixture
def roster(desk, staff) -> RosterImport:
    """Looked at, without a fault."""
    return desk.bring(clean(staff))


def sheet_of(*rows: list) -> bytes:
    return xlsx([HEADERS, *rows])


@pytest.fixture
def other_desk(db) -> Desk:
    return make_desk()
