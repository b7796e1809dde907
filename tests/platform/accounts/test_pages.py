"""Every page around the account wears our look, whoever wrote it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.ecosystem import make_employment, make_person

pytestmark = pytest.mark.django_db

FORBIDDEN = re.compile(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*(?:\ssrc=|application/json))")
OPEN = ["account_request_login_code", "accounts:staff_code", "account_login"]
OWN = [
    "account_reauthenticate",
    "account_change_password",
    "account_change_phone",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "usersessions_list",
]


@pytest.fixture
def member(client):
    """A browser signed in a moment ago with a password, and asked again."""
    person = make_person(phone="+8613800000001", phone_verified_at=timezone.now())
    person.set_password("a long enough one")
    person.save()
    make_employment(person)
    client.post(reverse("account_login"), {"login": "13800000001", "password": "a long enough one", "agree": "on"})
    assert client.session["_auth_user_id"] == str(person.pk)
    client.post(reverse("account_reauthenticate"), {"password": "a long enough one"})
    return client


def assert_wears_our_look(response):
    page = response.content.decode()
    assert response.status_code in (200, 422)
    assert (page.count("<h1"), page.count('class="bar'), page.count('id="main"')) == (1, 1, 1)
    assert "/static/web/site.css" in page
    assert FORBIDDEN.findall(page) == []


@pytest.mark.parametrize("name", OPEN)
def test_ways_in_wear_our_look(client, name):
    assert_wears_our_look(client.get(reverse(name)))


@pytest.mark.parametrize("name", OWN)
def test_pages_of_an_account_wear_our_look(member, name):
    assert_wears_our_look(member.get(reverse(name)))


def test_each_way_in_is_marked_and_carries_the_way_back(client):
    for name in OPEN:
        page = client.get(reverse(name), {"next": "/courses/"}).content.decode()
        switch = re.search(r'<nav class="seg.*?</nav>', page, re.DOTALL).group()
        links = re.findall(r'href="([^"]+)"( aria-current="page")?', switch)
        assert links == [
            (f"{reverse(way)}?next=%2Fcourses%2F", ' aria-current="page"' if way == name else "") for way in OPEN
        ]


def test_the_code_page_never_shows_the_number(client, monkeypatch):
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: None)
    make_person(phone="+8613800000007")
    page = client.post(reverse("account_request_login_code"), {"phone": "13800000007", "agree": "on"}, follow=True)
    assert_wears_our_look(page)
    assert re.findall(r"138\D?0000\D?0007", page.content.decode()) == []
    assert re.findall(r'autocomplete="([^"]+)" maxlength="6"', page.content.decode()) == ["one-time-code"]


def test_a_wrong_code_is_said_first_and_beside_the_field(client, monkeypatch):
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: None)
    client.post(reverse("account_request_login_code"), {"phone": "13800000009", "agree": "on"})
    page = client.post(reverse("account_confirm_login_code"), {"code": "000000"}).content.decode()
    assert re.findall(r'href="#(id_code)"', page) == ["id_code"]
    assert 'aria-invalid="true" aria-describedby="id_code_error"' in page


def test_the_phone_field_opens_the_right_keyboard(client):
    page = client.get(reverse("account_request_login_code")).content.decode()
    field = re.search(r'<input[^>]*name="phone"[^>]*>', page).group()
    assert ('inputmode="tel"' in field, 'autocomplete="tel' in field) == (True, True)


def test_a_password_alone_asks_once_whose_phone_it_is(client, monkeypatch):
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: None)
    person = make_person(phone="+8613800000008")
    person.set_password("a long enough one")
    person.save()
    entered = {"login": "13800000008", "password": "a long enough one", "agree": "on"}
    page = client.post(reverse("account_login"), entered, follow=True)
    assert page.redirect_chain == [(reverse("account_verify_phone"), 302)]
    assert_wears_our_look(page)
