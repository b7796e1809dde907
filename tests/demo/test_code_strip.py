"""The development gateway: a code goes to the log and to the strip of the sign-in pages, and nowhere else."""

import pytest
from django.core.cache import cache
from django.urls import reverse, reverse_lazy

from demo import sms
from demo.context import code_strip
from tests.factories.ecosystem import make_person

PHONE = "+8619905700001"


@pytest.fixture(autouse=True)
def _no_code_of_another_test():
    cache.clear()


@pytest.mark.django_db
def test_the_strip_shows_the_code_that_was_sent(client):
    make_person(phone=PHONE)
    client.post(reverse("account_request_login_code"), {"phone": PHONE, "agree": "on"})
    (sent,) = cache.get(sms.KEY)
    assert sent["phone"] == PHONE
    assert sent["code"] in client.get(reverse("account_confirm_login_code")).content.decode()


@pytest.mark.django_db
def test_a_phone_on_no_roster_gets_no_code(client):
    client.post(reverse("account_request_login_code"), {"phone": PHONE, "agree": "on"})
    assert cache.get(sms.KEY) is None


@pytest.mark.parametrize("asking", [reverse_lazy("account_request_login_code"), reverse_lazy("privacy:erase")])
def test_codes_show_on_the_pages_that_ask_for_one_only(rf, asking):
    sms.ShownGateway().send_code(PHONE, "408215")
    assert code_strip(rf.get(str(asking)))["demo_codes"] == [{"phone": PHONE, "code": "408215"}]
    assert code_strip(rf.get("/courses/"))["demo_codes"] == []


def test_a_new_code_takes_the_place_of_the_old_one():
    sms.ShownGateway().send_code(PHONE, "111111")
    sms.ShownGateway().send_code(PHONE, "222222")
    assert cache.get(sms.KEY) == [{"phone": PHONE, "code": "222222"}]


def test_the_log_tells_the_code_and_not_the_phone(monkeypatch):
    told = []
    monkeypatch.setattr(sms.log, "info", lambda event, **facts: told.append((event, facts)), raising=False)
    sms.ShownGateway().send_code(PHONE, "408215")
    assert told == [("sms_code", {"code": "408215"})]


@pytest.mark.django_db
def test_a_text_shows_on_the_strip_and_its_number_stays_out_of_the_log(client, monkeypatch):
    told = []
    monkeypatch.setattr(sms.log, "info", lambda event, **facts: told.append((event, facts)), raising=False)
    sms.ShownGateway().send_text(PHONE, "钱湾智控请你加入。")
    assert "钱湾智控请你加入。" in client.get(reverse("account_request_login_code")).content.decode()
    assert told == [("sms_text", {"text": "钱湾智控请你加入。"})]
