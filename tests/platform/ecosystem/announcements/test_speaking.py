"""Who may speak to whom, and what becomes of an announcement."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEntry
from ecosystem.actions import announcements as actions
from ecosystem.enums import AnnouncementState, Audience, RoleKind
from ecosystem.models import Announcement, Department, Role
from ecosystem.rules import NotAllowed
from ecosystem.rules.announcements import Voice, can_speak, voice_of
from jobs.models import Job
from tests.factories.ecosystem import (
    LONG_AGO,
    make_chain,
    make_employment,
    make_organization,
    make_person,
    make_role,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def role(kind, **scope):
    return Role(kind=kind, from_on=LONG_AGO, **scope)


@pytest.mark.parametrize(
    ("roles", "audiences"),
    [
        ([role(RoleKind.HR, organization_id=1)], [Audience.STAFF, Audience.DEPARTMENT]),
        ([role(RoleKind.ADMINISTRATOR, organization_id=1)], [Audience.STAFF, Audience.DEPARTMENT]),
        ([role(RoleKind.HR, organization_id=2)], []),
        ([role(RoleKind.TRAINER, organization_id=1)], []),
        ([role(RoleKind.COMMITTEE, chain_id=3)], [Audience.CHAIN, Audience.CHAIN_KEEPERS]),
        (
            [role(RoleKind.OFFICE, ecosystem_id=1)],
            [Audience.EVERYONE, Audience.KEEPERS, Audience.CHAIN, Audience.CHAIN_KEEPERS],
        ),
    ],
)
def test_whom_a_role_lets_speak_to(roles, audiences):
    assert voice_of(roles=roles, acting_for=1).audiences == audiences


def test_nobody_without_an_organization_speaks_for_one():
    assert not voice_of(roles=[role(RoleKind.OFFICE, ecosystem_id=1)][:0], acting_for=None)
    assert voice_of(roles=[role(RoleKind.COMMITTEE, chain_id=3)], acting_for=None).organization_id is None


FIRM, OFFICE, COMMITTEE = Voice(organization_id=1), Voice(is_office=True), Voice(chain_ids=frozenset({3}))


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        ({"audience": Audience.STAFF, "organization_id": 1}, {FIRM}),
        ({"audience": Audience.STAFF, "organization_id": 2}, set()),
        ({"audience": Audience.CHAIN, "chain_id": 3}, {OFFICE, COMMITTEE}),
        ({"audience": Audience.CHAIN_KEEPERS, "chain_id": 4}, {OFFICE}),
        ({"audience": Audience.EVERYONE}, {OFFICE}),
        ({"audience": Audience.KEEPERS}, {OFFICE}),
        ({"audience": Audience.EVERYONE, "organization_id": 1}, set()),
    ],
)
def test_who_may_say_what(said, allowed):
    announcement = Announcement(**said)
    assert {
        voice for voice in (FIRM, OFFICE, COMMITTEE) if can_speak(voice=voice, announcement=announcement)
    } == allowed


def test_a_firm_does_not_speak_to_another_firms_department():
    theirs = Department(organization_id=2, name="研发部")
    said = Announcement(audience=Audience.DEPARTMENT, organization_id=1, department=theirs)
    assert not can_speak(voice=FIRM, announcement=said)


def write(client, to, **words):
    words = {"title": "放假安排", "body": "周五放假。", **words}
    return client.post(reverse("ecosystem:write_announcement"), {"to": to, **words})


def state_of(announcement):
    announcement.refresh_from_db()
    return announcement.state


def test_hr_writes_looks_and_publishes(client, hr, firm):
    make_employment(organization=firm)
    response = write(client, "staff")
    announcement = Announcement.objects.get()
    assert response.url == reverse("ecosystem:announcement_sent", args=[announcement.public_id])
    page = client.get(response.url).content.decode()
    assert ("周五放假。" in page, "今天会送到 2 人" in page, state_of(announcement)) == (True, True, "draft")
    client.post(reverse("ecosystem:publish_announcement", args=[announcement.public_id]))
    assert state_of(announcement) == "published"
    job = Job.objects.get()
    assert (job.kind, job.for_org_id, job.ids) == (actions.LAY_OUT, firm.pk, {"announcement_id": announcement.pk})
    verbs = AuditEntry.objects.filter(verb__startswith="ecosystem.announcement").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "ecosystem.announcement_drafted",
        "ecosystem.announcement_published",
    ]


def test_a_draft_is_changed_and_what_was_said_is_not(client, hr, firm, drafted):
    announcement = drafted()
    address = reverse("ecosystem:edit_announcement", args=[announcement.public_id])
    client.post(address, {"to": "staff", "title": "改了", "body": "周四放假。"})
    announcement.refresh_from_db()
    assert (announcement.title, announcement.body) == ("改了", "周四放假。")
    actions.publish(announcement=announcement, voice=Voice(organization_id=firm.pk), by=hr, at=NOW)
    response = client.post(address, {"to": "staff", "title": "又改", "body": "…"})
    announcement.refresh_from_db()
    assert (response.status_code, announcement.title) == (422, "改了")


@pytest.mark.parametrize("to", ["everyone", "keepers", "chain:1", "department:1", "nobody", ""])
def test_a_form_offers_no_audience_that_is_not_the_speakers(client, hr, firm, to):
    Department.objects.create(pk=1, organization=make_organization(), name="别家的")
    make_chain()
    assert write(client, to).status_code == 422
    assert Announcement.objects.count() == 0


def test_what_is_left_out_is_said_beside_the_field(client, hr):
    page = write(client, "staff", title="").content.decode()
    assert 'id="id_title_error"' in page


def test_a_department_gets_its_own(client, hr, firm):
    department = Department.objects.create(organization=firm, name="研发部")
    write(client, f"department:{department.pk}")
    announcement = Announcement.objects.get()
    assert (announcement.audience, announcement.department, announcement.organization) == (
        Audience.DEPARTMENT,
        department,
        firm,
    )


def test_an_announcement_moves_only_as_the_table_says(hr, firm, drafted):
    announcement, voice = drafted(), Voice(organization_id=firm.pk)
    actions.publish(announcement=announcement, voice=voice, by=hr, at=NOW)
    with pytest.raises(NotAllowed):
        actions.publish(announcement=announcement, voice=voice, by=hr, at=NOW)
    actions.withdraw(announcement=announcement, voice=voice, by=hr, at=NOW)
    for deed in (actions.publish, actions.withdraw):
        with pytest.raises(NotAllowed):
            deed(announcement=announcement, voice=voice, by=hr, at=NOW)
    assert (state_of(announcement), Job.objects.count()) == (AnnouncementState.WITHDRAWN, 1)


def test_an_action_refuses_a_voice_that_is_not_allowed(hr, firm, drafted):
    announcement, stranger = drafted(), Voice(organization_id=make_organization().pk)
    for deed in (actions.publish, actions.withdraw, actions.lay_out_again):
        with pytest.raises(NotAllowed):
            deed(announcement=announcement, voice=stranger, by=hr, at=NOW)
    with pytest.raises(NotAllowed):
        actions.edit(announcement=announcement, voice=stranger, by=hr, at=NOW, title="…")
    with pytest.raises(NotAllowed):
        actions.draft(
            announcement=Announcement(audience=Audience.EVERYONE), voice=Voice(organization_id=firm.pk), by=hr, at=NOW
        )
    assert state_of(announcement) == "draft"


DEEDS = ("publish_announcement", "lay_out_announcement", "withdraw_announcement", "remind_of_announcement")


def test_another_firms_hr_finds_nothing(client, hr, firm, drafted):
    announcement = drafted()
    other = make_person("阮舒")
    make_role(other, make_organization())
    client.force_login(other)
    for name in ("announcement_sent", "edit_announcement"):
        assert client.get(reverse(f"ecosystem:{name}", args=[announcement.public_id])).status_code == 404
    for name in DEEDS:
        assert client.post(reverse(f"ecosystem:{name}", args=[announcement.public_id])).status_code == 404
    assert "放假安排" not in client.get(reverse("ecosystem:announcements_sent")).content.decode()
    assert (state_of(announcement), Job.objects.count()) == ("draft", 0)


def test_an_employee_has_no_such_page(client, hr, firm, drafted):
    announcement = drafted()
    client.force_login(make_employment(organization=firm).person)
    for name, arguments in (("announcements_sent", []), ("write_announcement", [])):
        assert client.get(reverse(f"ecosystem:{name}", args=arguments)).status_code == 404
    for name in DEEDS:
        assert client.post(reverse(f"ecosystem:{name}", args=[announcement.public_id])).status_code == 404
    assert state_of(announcement) == "draft"


def test_hr_that_left_speaks_no_more(client, hr, firm):
    hr.employments.update(to_on=timezone.localdate())
    assert write(client, "staff").status_code == 404


def test_a_committee_speaks_to_its_own_chain_only(client):
    mine, other = make_chain("a"), make_chain("b", name="集成电路")
    person = make_person()
    Role.objects.create(person=person, chain=mine, kind=RoleKind.COMMITTEE, from_on=LONG_AGO)
    client.force_login(person)
    answers = [write(client, to).status_code for to in (f"chain:{mine.pk}", f"chain:{other.pk}", "everyone", "staff")]
    assert (answers, list(Announcement.objects.values_list("chain", flat=True))) == ([302, 422, 422, 422], [mine.pk])
