"""Nobody comes in without having agreed; who agreed to which version, and when, is written down once."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import actions, agreements
from accounts.models import Agreement
from tests.factories.ecosystem import make_employment, make_organization, make_person

pytestmark = pytest.mark.django_db
PHONE = "+8613800000001"
TICK = {"agree": "on"}


@pytest.fixture
def sent(monkeypatch):
    codes = []
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: codes.append((phone, code)))
    return codes


@pytest.fixture
def person():
    person = make_person(phone=PHONE, phone_verified_at=timezone.now(), password="correct horse battery")
    make_employment(person, make_organization(firm_code="QWZK"), staff_no="E1")
    return person


WAYS = [
    ("account_request_login_code", {"phone": PHONE}),
    ("accounts:staff_code", {"firm_code": "QWZK", "staff_no": "E1"}),
    ("account_login", {"login": PHONE, "password": "correct horse battery"}),
]


@pytest.mark.parametrize(("way", "entered"), WAYS)
def test_without_the_tick_nothing_is_sent_and_nobody_comes_in(client, person, sent, way, entered):
    page = client.post(reverse(way), entered)
    assert ("请先阅读并勾选" in page.content.decode(), sent, "_auth_user_id" in client.session) == (True, [], False)


@pytest.mark.parametrize(("way", "entered"), WAYS)
def test_whoever_ticks_and_comes_in_has_agreed(client, person, sent, way, entered):
    client.post(reverse(way), entered | TICK)
    assert (Agreement.objects.count() > 0) == (way == "account_login")
    if sent:
        client.post(reverse("account_confirm_login_code"), {"code": sent[0][1]})
    assert set(Agreement.objects.values_list("person", "document", "version")) == {
        (person.pk, document, version) for document, version in agreements.VERSIONS.items()
    }


def test_agreeing_again_keeps_the_first_moment(person):
    first, later = timezone.now(), timezone.now() + datetime.timedelta(days=9)
    for at in (first, later):
        actions.agree(person=person, versions={"terms": "1.0"}, at=at)
    actions.agree(person=person, versions={"terms": "1.1"}, at=later)
    assert list(Agreement.objects.order_by("pk").values_list("version", "at")) == [("1.0", first), ("1.1", later)]


def test_both_documents_are_a_click_away_and_say_their_version(client):
    page = client.get(reverse("account_request_login_code")).content.decode()
    for name in ("accounts:terms", "accounts:privacy"):
        assert reverse(name) in page
        assert "1.0 版" in client.get(reverse(name)).content.decode()
