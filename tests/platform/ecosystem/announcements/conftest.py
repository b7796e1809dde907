"""A firm with its HR, and a way to say something that everybody has received."""

import pytest
from django.utils import timezone

from ecosystem.actions import announcements as actions
from ecosystem.actions import laying_out
from ecosystem.enums import Audience
from ecosystem.models import Announcement
from ecosystem.rules.announcements import Voice
from tests.factories.ecosystem import make_organization, make_person, make_role

NOW = timezone.now()


@pytest.fixture
def firm():
    return make_organization()


@pytest.fixture
def hr(client, firm):
    """The firm's HR, signed in."""
    person = make_person("顾清禾")
    make_role(person, firm)
    client.force_login(person)
    return person


@pytest.fixture
def drafted(firm, hr):
    def draft(**facts) -> Announcement:
        facts = {"audience": Audience.STAFF, "organization": firm, "title": "放假安排", "body": "周五放假。", **facts}
        return actions.draft(announcement=Announcement(**facts), voice=voice_for(facts), by=hr, at=NOW)

    return draft


@pytest.fixture
def said(drafted, hr):
    """Published, and laid out unless told otherwise."""

    def say(*, is_laid_out=True, at=NOW, **facts) -> Announcement:
        announcement = drafted(**facts)
        actions.publish(announcement=announcement, voice=voice_of(announcement), by=hr, at=at)
        if is_laid_out:
            laying_out.lay_out(announcement_id=announcement.pk, at=at, progress=lambda done, total: None)
        announcement.refresh_from_db()
        return announcement

    return say


def voice_for(facts: dict) -> Voice:
    return Voice(organization_id=facts["organization"].pk) if facts["organization"] else Voice(is_office=True)


def voice_of(announcement: Announcement) -> Voice:
    return voice_for({"organization": announcement.organization})
