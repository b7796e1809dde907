"""What is said to a person: once for each key, in their language, theirs alone."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from messaging import actions, kinds
from messaging.models import Message
from privacy.erasing import erase
from privacy.keeping import delete_what_is_due
from tests.factories.ecosystem import make_employment, make_person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _a_kind(monkeypatch):
    monkeypatch.setattr(kinds, "KINDS", {**kinds.KINDS})
    kinds.register("test.said", title=_("Messages"), text="《%(title)s》", words=("title",))


@pytest.fixture
def person():
    return make_employment().person


def say(person, key="said:1", at=NOW, title="放假安排"):
    actions.send(person_id=person.pk, kind="test.said", key=key, url="/courses/", at=at, title=title)


def told(person):
    return list(Message.objects.filter(person=person).order_by("pk").values_list("key", "data", "read_at"))


def test_the_same_key_is_said_once(person):
    say(person)
    say(person, title="别的")
    assert told(person) == [("said:1", {"title": "放假安排"}, None)]


def test_saying_it_anew_brings_it_up_unread(person):
    say(person)
    actions.read_all(person_id=person.pk, at=NOW)
    actions.send_many(
        people=[person.pk], kind="test.said", key="said:1", url="/", at=NOW + HOUR, anew=True, title="再说一遍"
    )
    message = Message.objects.get(person=person)
    assert (message.read_at, message.created_at, message.text) == (None, NOW + HOUR, "《再说一遍》")


def test_a_word_its_kind_does_not_know_is_refused(person):
    with pytest.raises(ValueError):
        actions.send(person_id=person.pk, kind="test.said", key="a", url="", at=NOW, phone="1")
    assert told(person) == []


def test_a_message_speaks_the_readers_language(person):
    say(person)
    message = Message.objects.get(person=person)
    with translation.override("en"):
        english = message.title
    with translation.override("zh-hans"):
        assert (english, message.title) == ("Messages", "消息")


def test_what_a_room_that_is_gone_said_still_shows(person):
    Message.objects.create(person=person, kind="gone.kind", key="x", created_at=NOW, data={"a": 1})
    assert (Message.objects.get().text, bool(Message.objects.get().title)) == ("", True)


def test_taken_back_it_is_gone_for_everybody(person):
    other = make_person()
    say(person)
    say(other)
    say(other, key="said:2")
    assert actions.take_back(key="said:1") == 2
    assert (told(person), [key for key, _, _ in told(other)]) == ([], ["said:2"])


def test_my_page_shows_mine_unread_first(client, person):
    stranger = make_person()
    say(stranger, title="别人的")
    say(person, "said:1", NOW, "旧的未读")
    say(person, "said:2", NOW + HOUR, "新的已读")
    actions.read(person_id=person.pk, key="said:2", at=NOW)
    client.force_login(person)
    page = client.get(reverse("messaging:messages"))
    assert [message.data["title"] for message in page.context["page"]] == ["旧的未读", "新的已读"]
    assert ("别人的" in page.content.decode(), "1 条未读" in page.content.decode()) == (False, True)


def test_opening_marks_it_read_and_leads_on(client, person):
    say(person)
    client.force_login(person)
    message = Message.objects.get()
    response = client.post(reverse("messaging:open", args=[message.public_id]))
    message.refresh_from_db()
    assert (response.url, message.read_at is not None) == ("/courses/", True)


def test_nobody_opens_what_was_said_to_another(client, person):
    say(person)
    message = Message.objects.get()
    client.force_login(make_employment().person)
    response = client.post(reverse("messaging:open", args=[message.public_id]))
    message.refresh_from_db()
    assert (response.status_code, message.read_at) == (404, None)


def test_it_does_not_lead_out_of_the_house(client, person):
    message = Message.objects.create(
        person=person, kind="test.said", key="x", url="https://evil.example/", created_at=NOW
    )
    client.force_login(person)
    assert client.post(reverse("messaging:open", args=[message.public_id])).url == reverse("messaging:messages")


def test_all_are_read_at_once_but_not_those_still_to_come(client, person):
    say(person, "said:1", NOW - HOUR)
    say(person, "said:2", NOW + HOUR)
    client.force_login(person)
    client.post(reverse("messaging:read_all"))
    assert [key for key, _, read_at in told(person) if read_at is None] == ["said:2"]


def test_the_bell_asks_once_and_visitors_never(client, person):
    for number in range(3):
        say(person, f"said:{number}")
    client.force_login(person)
    for who, page in (("member", client.get("/ecosystem/")), ("visitor", type(client)().get("/ecosystem/"))):
        assert ("消息，3 条未读" in page.content.decode()) == (who == "member")
    with CaptureQueriesContext(connection) as asked:
        client.get("/ecosystem/")
    assert len([query for query in asked.captured_queries if "messaging_message" in query["sql"]]) == 1


def test_messages_end_after_a_year_and_with_their_person(person):
    say(person, "said:1", NOW - datetime.timedelta(days=370))
    say(person, "said:2", NOW)
    delete_what_is_due(at=NOW)
    assert [key for key, _, _ in told(person)] == ["said:2"]
    erase(person=person, by=person, at=NOW)
    assert told(person) == []
