"""A reader reads, and those who spoke learn how many did; names are for the firm's own HR."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions import announcements as actions
from ecosystem.actions import laying_out
from ecosystem.enums import Audience, RoleKind
from ecosystem.models import Announcement, AnnouncementReceipt, Role
from ecosystem.queries.announcements import Reading, readings_by_organization
from ecosystem.rules import NotAllowed
from jobs import tasks
from jobs.models import Job
from messaging.models import Message
from tests.factories.ecosystem import (
    LONG_AGO,
    make_chain,
    make_employment,
    make_organization,
    make_person,
    make_role,
)
from tests.platform.ecosystem.announcements.conftest import voice_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def reader(firm):
    return make_employment(make_person("沈知远"), firm).person


def browser(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def one(announcement):
    return reverse("ecosystem:announcement", args=[announcement.public_id])


def read(person, announcement, **headers):
    return browser(person).post(reverse("ecosystem:read_announcement", args=[announcement.public_id]), **headers)


def sent_one(announcement):
    return reverse("ecosystem:announcement_sent", args=[announcement.public_id])


def test_looking_changes_nothing_and_saying_so_does(reader, said):
    announcement = said()
    page = browser(reader).get(one(announcement)).content.decode()
    receipt = AnnouncementReceipt.objects.get(person=reader)
    assert ("周五放假。" in page, "我已阅读" in page, receipt.read_at) == (True, True, None)
    assert read(reader, announcement).url == one(announcement)
    receipt.refresh_from_db()
    assert receipt.read_at is not None
    assert Message.objects.get(person=reader).read_at is not None


def test_with_script_the_form_becomes_the_word_that_it_was_read(reader, said):
    announcement = said()
    answer = read(reader, announcement, headers={"HX-Request": "true"}).content.decode()
    assert ("已读" in answer, "<form" in answer, "<html" in answer) == (True, False, False)


def test_the_first_reading_counts(reader, said):
    announcement = said()
    receipt = AnnouncementReceipt.objects.get(person=reader)
    actions.read(receipt=receipt, by=reader, at=NOW)
    actions.read(receipt=receipt, by=reader, at=NOW + DAY)
    receipt.refresh_from_db()
    assert (announcement.pk, receipt.read_at) == (receipt.announcement_id, NOW)


def test_who_was_not_reached_finds_nothing(firm, said):
    announcement = said()
    for person in (make_employment().person, make_employment(organization=firm).person):
        assert browser(person).get(one(announcement)).status_code == 404
        assert read(person, announcement).status_code == 404
        assert "放假安排" not in browser(person).get(reverse("ecosystem:announcements")).content.decode()


def test_withdrawn_it_is_gone_at_the_next_request(hr, reader, said):
    announcement = said()
    assert "放假安排" in browser(reader).get(reverse("messaging:messages")).content.decode()
    actions.withdraw(announcement=announcement, voice=voice_of(announcement), by=hr, at=NOW)
    client = browser(reader)
    assert (client.get(one(announcement)).status_code, read(reader, announcement).status_code) == (404, 404)
    for name in ("ecosystem:announcements", "messaging:messages"):
        assert "放假安排" not in client.get(reverse(name)).content.decode()


def test_a_firms_words_end_with_the_employment(reader, firm, said):
    announcement = said()
    of_office = said(audience=Audience.EVERYONE, organization=None, title="全区通知")
    reader.employments.update(to_on=timezone.localdate())
    client = browser(reader)
    assert [client.get(one(each)).status_code for each in (announcement, of_office)] == [404, 200]


def test_unread_comes_first(reader, said):
    old, new = said(title="旧的未读", at=NOW - DAY), said(title="新的已读")
    read(reader, new)
    page = browser(reader).get(reverse("ecosystem:announcements")).context["page"]
    assert [receipt.announcement_id for receipt in page] == [old.pk, new.pk]


def test_who_may_speak_is_led_to_what_they_said(client, hr, reader):
    address = reverse("ecosystem:announcements_sent")
    assert address in client.get(reverse("ecosystem:announcements")).content.decode()
    assert address not in browser(reader).get(reverse("ecosystem:announcements")).content.decode()


def test_words_are_words_and_never_markup(reader, said):
    announcement = said(title="<b>粗</b>", body="<script>alert(1)</script>\n\nhttps://example.cn/a")
    page = browser(reader).get(one(announcement)).content.decode()
    assert ("<script>alert" in page, "<b>粗" in page, 'href="https://example.cn/a"' in page) == (False, False, True)


def test_hr_sees_who_has_not_read_it(client, hr, reader, said, firm):
    make_employment(make_person("许晚舟"), firm)
    announcement = said()
    read(reader, announcement)
    page = client.get(sent_one(announcement))
    assert (page.context["reading"], set(page.context["unread"]["names"])) == (Reading(3, 1), {"许晚舟", "顾清禾"})
    assert "已读 1 / 未读 2" in client.get(reverse("ecosystem:announcements_sent")).content.decode()


def test_names_of_those_who_left_are_not_shown(client, hr, reader, said):
    announcement = said()
    reader.employments.update(to_on=timezone.localdate())
    assert client.get(sent_one(announcement)).context["unread"]["names"] == ["顾清禾"]


def test_hr_sees_its_own_staff_of_what_the_office_said_and_nobody_elses(client, hr, reader, said):
    other = make_employment(make_person("别家的人")).person
    announcement = said(audience=Audience.EVERYONE, organization=None, title="全区通知")
    assert announcement.receipts.filter(person=other).exists()
    page = client.get(sent_one(announcement))
    assert (page.context["reading"], page.context["is_mine"]) == (Reading(2, 0), False)
    assert ("沈知远" in page.content.decode(), "别家的人" in page.content.decode()) == (True, False)
    assert "by_organization" not in page.context
    for name in ("publish_announcement", "withdraw_announcement", "edit_announcement"):
        assert client.post(reverse(f"ecosystem:{name}", args=[announcement.public_id])).status_code == 404


def make_office():
    person = make_person("卢青")
    Role.objects.create(person=person, ecosystem=make_chain().ecosystem, kind=RoleKind.OFFICE, from_on=LONG_AGO)
    return person


def staff(firm, count):
    return [make_employment(organization=firm).person for _ in range(count)]


def test_the_office_sees_numbers_of_five_and_more_and_no_names(firm, hr, said):
    staff(firm, 5)
    small = [make_organization(f"小企业{number}") for number in range(3)]
    for organization in small:
        staff(organization, 2)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    read(hr, announcement)
    page = browser(make_office()).get(sent_one(announcement))
    assert page.context["by_organization"] == [(firm.name, Reading(6, 1)), ("", Reading(6, 0))]
    told = page.content.decode()
    assert ("顾清禾" in told, "沈知远" in told, "小企业1" in told, "unread" in page.context) == (False,) * 4


def test_a_small_rest_takes_a_large_one_along(firm, hr, said):
    staff(firm, 5)
    larger = make_organization("大企业")
    staff(larger, 8)
    staff(make_organization("小企业"), 2)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    assert readings_by_organization(announcement) == [("大企业", Reading(8, 0)), ("", Reading(8, 0))]


def test_fewer_than_five_in_all_are_not_told(firm, hr, said):
    staff(firm, 3)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    office = browser(make_office())
    assert office.get(sent_one(announcement)).context["by_organization"] == []
    assert "未读" not in office.get(reverse("ecosystem:announcements_sent")).content.decode()


def test_the_office_does_not_see_what_a_firm_says_to_its_own(said):
    announcement = said()
    office = browser(make_office())
    assert office.get(sent_one(announcement)).status_code == 404
    assert "放假安排" not in office.get(reverse("ecosystem:announcements_sent")).content.decode()


def remind(client, announcement):
    return client.post(reverse("ecosystem:remind_of_announcement", args=[announcement.public_id]), follow=True)


def test_hr_reminds_those_who_have_not_read_it_once_a_day(client, hr, reader, said):
    announcement = said()
    read(hr, announcement)
    Message.objects.update(read_at=NOW - DAY)
    remind(client, announcement)
    assert "今天已经提醒过了" in remind(client, announcement).content.decode()
    job = Job.objects.get(kind=actions.REMIND)
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert job.result == {"people": 1}
    kinds = dict(Message.objects.filter(read_at=None).values_list("person", "kind"))
    assert kinds == {reader.pk: laying_out.REMINDER}


def test_the_next_day_one_may_remind_again(hr, reader, firm, said):
    announcement = said(at=NOW - 2 * DAY)
    actions.remind(announcement=announcement, organization=firm, by=hr, at=NOW - DAY)
    Job.objects.filter(kind=actions.REMIND).update(created_at=NOW - DAY)
    actions.remind(announcement=announcement, organization=firm, by=hr, at=NOW)
    with pytest.raises(NotAllowed):
        actions.remind(announcement=announcement, organization=firm, by=hr, at=NOW)


def test_one_firm_reminds_only_its_own(client, hr, reader, said):
    theirs = make_organization()
    other_hr = make_person("阮舒")
    make_role(other_hr, theirs)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    Message.objects.update(read_at=NOW)
    remind(browser(other_hr), announcement)
    tasks.run_job(Job.objects.get(kind=actions.REMIND).pk)
    assert list(Message.objects.filter(read_at=None).values_list("person", flat=True)) == [other_hr.pk]
    assert "今天已经提醒过了" not in remind(client, announcement).content.decode()


def test_the_office_reminds_nobody(firm, hr, said):
    staff(firm, 5)
    announcement = said(audience=Audience.EVERYONE, organization=None)
    assert remind(browser(make_office()), announcement).status_code == 404
    assert not Job.objects.filter(kind=actions.REMIND).exists()


def queries(person, path):
    client = browser(person)
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_pages_ask_as_often_with_many_as_with_few(hr, reader, firm, said):
    counts = []
    office = make_office()
    for more in (2, 6):
        for _ in range(more):
            said()
            latest = said(audience=Audience.EVERYONE, organization=None)
        staff(firm, more)
        counts.append(
            [
                queries(reader, reverse("ecosystem:announcements")),
                queries(reader, reverse("messaging:messages")),
                queries(hr, reverse("ecosystem:announcements_sent")),
                queries(office, reverse("ecosystem:announcements_sent")),
                queries(hr, sent_one(Announcement.objects.filter(organization=firm).latest("pk"))),
                queries(office, sent_one(latest)),
            ]
        )
    assert counts[0] == counts[1]
