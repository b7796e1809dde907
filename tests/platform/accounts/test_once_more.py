"""A number is changed only by whoever shows once more that it is them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts import once_more
from tests.factories.ecosystem import make_person

pytestmark = pytest.mark.django_db
OLD, NEW = "+8613800000001", "13800000002"


@pytest.fixture
def sent(monkeypatch):
    codes = []
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: codes.append((phone, code)))
    return codes


@pytest.fixture
def person():
    return make_person(phone=OLD, phone_verified_at=timezone.now())


def change(client):
    return client.post(reverse("account_change_phone"), {"phone": NEW, "action_add": ""})


def test_who_signs_in_by_code_is_sent_one_to_the_present_number(client, person, sent):
    client.force_login(person)
    page = reverse("accounts:once_more")
    assert (change(client).url, client.get(reverse("account_change_phone")).url) == (page, page)
    client.post(page, {"send": "1"})
    [(phone, code)] = sent
    assert (phone, code in str(dict(client.session))) == (OLD, False)
    assert client.post(page, {"code": code}).url == reverse("account_change_phone")
    assert change(client).url == reverse("account_verify_phone")
    assert [phone for phone, _ in sent] == [OLD, "+8613800000002"]


def test_a_wrong_code_has_three_tries_and_the_right_one_comes_too_late(client, person, sent):
    client.force_login(person)
    page = reverse("accounts:once_more")
    client.post(page, {"send": "1"})
    [(_phone, code)] = sent
    wrong = "000000" if code != "000000" else "111111"
    answers = [client.post(page, {"code": typed}).status_code for typed in (wrong, wrong, wrong, code)]
    assert (answers, change(client).url) == ([422] * 4, page)


def test_a_code_holds_five_minutes(client, person, sent, monkeypatch):
    client.force_login(person)
    page = reverse("accounts:once_more")
    client.post(page, {"send": "1"})
    now = once_more.time.time()
    monkeypatch.setattr(once_more.time, "time", lambda: now + 301)
    assert client.post(page, {"code": sent[0][1]}).status_code == 422


def test_a_code_of_another_person_does_not_count(client, person, sent):
    client.force_login(make_person())
    client.post(reverse("accounts:once_more"), {"send": "1"})
    [(_phone, code)] = sent
    client.force_login(person)
    assert client.post(reverse("accounts:once_more"), {"code": code}).status_code == 422


def test_who_has_a_password_is_asked_for_it(client):
    person = make_person(phone=OLD, phone_verified_at=timezone.now(), password="correct horse battery")
    client.force_login(person)
    asked = change(client)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    client.post(asked.url, {"password": "correct horse battery"})
    assert client.get(reverse("account_change_phone")).status_code == 200


def test_who_has_no_number_yet_may_name_one(client, sent):
    client.force_login(make_person(phone=None))
    assert change(client).url == reverse("account_verify_phone")
