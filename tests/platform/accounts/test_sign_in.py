"""Three ways in, each answering the same whether or not a person is known."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from audit.models import AuditEntry
from tests.factories.ecosystem import make_employment, make_organization, make_person

pytestmark = pytest.mark.django_db
AGREED = {"agree": "on"}


@pytest.fixture
def sent(monkeypatch):
    """Codes that left by SMS, as (phone, code)."""
    codes = []
    monkeypatch.setattr("messaging.sms.send_code", lambda phone, code: codes.append((phone, code)))
    return codes


def ask_for_code(client, phone):
    return client.post(reverse("account_request_login_code"), {"phone": phone, "agree": "on"})


def test_a_code_to_the_phone_signs_in_and_proves_the_phone(client, sent):
    person = make_person(phone="+8613800000001")
    response = ask_for_code(client, "１３８ 0000 0001")
    assert (response.status_code, response.url) == (302, reverse("account_confirm_login_code"))
    [(phone, code)] = sent
    assert (phone, len(code), code.isdigit()) == ("+8613800000001", 6, True)
    response = client.post(reverse("account_confirm_login_code"), {"code": code})
    person.refresh_from_db()
    assert (response.url, client.session["_auth_user_id"]) == ("/home/", str(person.pk))
    assert person.phone_verified_at is not None
    assert list(AuditEntry.objects.order_by("verb").values_list("verb", flat=True)) == [
        "accounts.agreed",
        "accounts.agreed",
        "accounts.phone_set",
        "accounts.signed_in",
    ]


def test_an_unknown_phone_gets_the_same_answer_and_no_code(client, sent):
    make_person(phone="+8613800000001")
    known, unknown = ask_for_code(client, "13800000001"), ask_for_code(client, "13800000002")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [phone for phone, _ in sent] == ["+8613800000001"]


def test_another_code_is_sent_twice_and_the_answers_are_the_same_to_strangers(client, sent):
    make_person(phone="+8613800000001")
    confirm = reverse("account_confirm_login_code")
    seen = []
    for browser, phone in ((client, "13800000001"), (Client(), "13800000002")):
        ask_for_code(browser, phone)
        answers = [browser.post(confirm, {"action": "resend"}).status_code for _ in range(3)]
        seen.append((answers, browser.get(confirm).context["can_resend"]))
    assert seen == [([302, 302, 200], False)] * 2
    assert [phone for phone, _ in sent] == ["+8613800000001"] * 3


def test_a_failing_provider_answers_like_an_unknown_phone(client, monkeypatch):
    def fail(phone, code):
        raise OSError("the provider is away")

    monkeypatch.setattr("messaging.sms.send_code", fail)
    make_person(phone="+8613800000001")
    known, unknown = ask_for_code(client, "13800000001"), ask_for_code(Client(), "13800000002")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


@pytest.mark.parametrize("address", ["signup", "email", "password/reset"])
def test_nobody_signs_up_and_no_mail_is_sent(client, address):
    response = client.post(f"/accounts/{address}/", {"email": "a@example.com", "action_add": "1"})
    assert (response.status_code, response.url) == (302, reverse("account_request_login_code"))


def test_a_staff_number_in_another_spelling_gets_no_further_codes(client, sent):
    make_employment(make_person(phone="+8613800000001"), make_organization(firm_code="QWZK"), staff_no="E00001")
    for number in ("E00001", "e00001", " E00001 ", "e00001", "E00001"):
        Client().post(reverse("accounts:staff_code"), {"firm_code": "QWZK", "staff_no": number, "agree": "on"})
    assert len(sent) == 3


def test_a_wrong_code_does_not_sign_in_and_three_end_the_attempt(client, sent):
    make_person(phone="+8613800000001")
    ask_for_code(client, "13800000001")
    answers = [client.post(reverse("account_confirm_login_code"), {"code": "wrong1"}).status_code for _ in range(3)]
    assert (answers, "_auth_user_id" in client.session) == ([200, 200, 302], False)


def test_what_was_wrong_is_said_in_our_words(client, sent):
    make_person(phone="+8613800000001", password="correct horse battery")
    wrong = client.post(
        reverse("account_login"), {**AGREED, "login": "13800000001", "password": "wrong"}
    ).content.decode()
    assert "手机号或密码不对" in wrong
    assert "忘记密码" not in wrong
    ask_for_code(client, "13800000001")
    answer = client.post(reverse("account_confirm_login_code"), {"code": "wrong1"}).content.decode()
    assert "验证码不对" in answer


def test_a_staff_number_with_its_firm_code_sends_the_code_to_the_phone_on_record(client, sent):
    person = make_person(phone="+8613800000001")
    make_employment(person, make_organization(firm_code="QWZK"), staff_no="E00001")
    answers = [
        client.post(reverse("accounts:staff_code"), {"firm_code": firm, "staff_no": number, "agree": "on"})
        for firm, number in (("qwzk", "e00001"), ("QWZK", "E99999"), ("NONE", "E00001"))
    ]
    assert [(answer.status_code, answer.url) for answer in answers] == [
        (302, reverse("account_confirm_login_code"))
    ] * 3
    assert [phone for phone, _ in sent] == ["+8613800000001"]


def test_a_password_signs_in(client, sent):
    person = make_person(phone="+8613800000001", password="correct horse battery")
    User.objects.filter(pk=person.pk).update(phone_verified_at="2026-01-01T00:00Z")
    client.post(reverse("account_login"), {**AGREED, "login": "13800000001", "password": "correct horse battery"})
    assert client.session["_auth_user_id"] == str(person.pk)


def test_imported_people_have_no_password_to_guess(client):
    person = make_person()
    assert (person.has_usable_password(), person.check_password("")) == (False, False)


def test_nobody_signs_up(client):
    assert client.get("/accounts/signup/").status_code == 302
    client.post("/accounts/signup/", {"phone": "13800000009", "password1": "correct horse battery"})
    assert User.objects.count() == 0


def test_asking_too_quickly_gets_a_page_that_says_so(sent):
    make_person(phone="+8613800000001", password="correct horse battery")
    credentials = {**AGREED, "login": "13800000001", "password": "correct horse battery"}
    answers = [Client().post(reverse("account_login"), credentials).status_code for _ in range(2)]
    assert (answers, len(sent)) == ([302, 429], 1)


def test_the_staff_number_way_keeps_where_the_person_was_going(client, sent):
    person = make_person(phone="+8613800000001")
    make_employment(person, make_organization(firm_code="QWZK"), staff_no="E00001")
    asked = {"firm_code": "QWZK", "staff_no": "E00001", "next": "/ecosystem/", "agree": "on"}
    response = client.post(reverse("accounts:staff_code"), asked)
    assert response.url == f"{reverse('account_confirm_login_code')}?next=%2Fecosystem%2F"
    response = client.post(response.url, {"code": sent[0][1], "next": "/ecosystem/"})
    assert response.url == "/ecosystem/"
