"""Going is asked twice: who you are, and a code to your phone."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from privacy import session_codes
from tests.factories.ecosystem import make_employment, make_person

pytestmark = pytest.mark.django_db
ERASE, SEND = "privacy:erase", "privacy:send_code"


@pytest.fixture
def person(client) -> User:
    person = make_employment(make_person("单立新")).person
    client.force_login(person)
    return person


def is_there(person: User) -> bool:
    return User.objects.get(pk=person.pk).is_active


def test_the_page_says_what_is_deleted_blanked_and_kept(client, person):
    page = client.get(reverse(ERASE)).content.decode()
    assert "名册上的姓名" in page and "清空" in page and "企业过去的人数要用到它" in page
    assert "企业上传的名册原件和改动里可能还有你的名字，上传满 30 天就会删除。" in page
    assert "现在全部删除" not in page  # not before a code is under way


def test_the_right_name_and_code_erase_and_sign_out(client, person, codes):
    client.post(reverse(SEND))
    assert re.fullmatch(r"\d{6}", codes[0])
    assert "现在全部删除" in client.get(reverse(ERASE)).content.decode()
    response = client.post(reverse(ERASE), {"typed": "单立新", "code": codes[0]})
    assert (response.status_code, is_there(person)) == (200, False)
    assert not response.wsgi_request.user.is_authenticated
    assert client.get(reverse("privacy:my_data")).status_code == 302


def test_the_last_four_digits_do_as_well(client, person, codes):
    client.post(reverse(SEND))
    client.post(reverse(ERASE), {"typed": person.phone[-4:], "code": codes[0]})
    assert not is_there(person)


@pytest.mark.parametrize(("typed", "code"), [("单立", None), ("", None), ("单立新", "000000"), ("单立新", "")])
def test_a_wrong_word_erases_nothing(client, person, codes, typed, code):
    client.post(reverse(SEND))
    code = codes[0] if code is None else code
    response = client.post(reverse(ERASE), {"typed": typed, "code": code})
    assert (response.status_code, is_there(person)) == (422, True)


def test_without_a_code_under_way_no_code_is_right(client, person):
    assert client.post(reverse(ERASE), {"typed": "单立新", "code": "000000"}).status_code == 422
    assert is_there(person)


def test_after_three_wrong_codes_the_right_one_is_wrong(client, person, codes):
    client.post(reverse(SEND))
    wrong = "000000" if codes[0] != "000000" else "111111"
    for _ in range(session_codes.TRIES):
        client.post(reverse(ERASE), {"typed": "单立新", "code": wrong})
    client.post(reverse(ERASE), {"typed": "单立新", "code": codes[0]})
    assert is_there(person)


def test_a_code_lasts_five_minutes(client, person, codes, monkeypatch):
    client.post(reverse(SEND))
    later = session_codes.time.time() + session_codes.SECONDS + 1
    monkeypatch.setattr(session_codes.time, "time", lambda: later)
    client.post(reverse(ERASE), {"typed": "单立新", "code": codes[0]})
    assert is_there(person)


def test_a_code_is_of_the_person_it_went_to(client, person, codes):
    """Whoever signs in after, on the same browser, cannot use it: the session begins anew."""
    client.post(reverse(SEND))
    client.logout()
    other = make_employment(make_person("曾敏")).person
    client.force_login(other)
    client.post(reverse(ERASE), {"typed": "曾敏", "code": codes[0]})
    assert is_there(other)


def test_codes_are_not_sent_without_end(client, person, codes):
    answers = [client.post(reverse(SEND)).status_code for _ in range(5)]
    assert (answers, len(codes)) == ([302, 302, 302, 422, 422], 3)


def test_who_has_no_phone_is_asked_for_the_password(client):
    person = make_person("单立新", phone=None, password="很长的口令一二三")
    client.force_login(person)
    response = client.post(reverse(ERASE), {"typed": "单立新"})
    assert (response.status_code, reverse("account_reauthenticate") in response.url) == (302, True)
    assert is_there(person)
