"""A text is found when it is sent, tried a few times, and within a number's share of the day."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from audit.models import AuditEntry
from messaging import kinds, limits, tasks, texts
from messaging.enums import DeliveryState
from messaging.kinds import Letter
from messaging.models import Delivery
from messaging.sms import NoGateway
from tests.factories.ecosystem import make_person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
PHONE = "+8613800000001"


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    cache.clear()
    found = []
    monkeypatch.setattr("messaging.sms.send_text", lambda phone, text: found.append((phone, text)))
    monkeypatch.setattr(kinds, "KINDS", {**kinds.KINDS})
    kinds.register(
        "test.invited", title="…", letter=lambda ref_id: Letter(PHONE, f"第 {ref_id} 封") if ref_id else None
    )
    return found


def leave(ref_id=1):
    return texts.leave(person_id=make_person().pk, kind="test.invited", ref_id=ref_id, at=NOW)


def stand(delivery):
    delivery.refresh_from_db()
    return delivery.state, delivery.tries


def test_a_text_is_left_once_for_each_reference(sent):
    assert leave() == leave()
    tasks.sweep_texts()
    tasks.sweep_texts()
    assert sent == [(PHONE, "第 1 封")]


def test_it_leaves_no_number_behind(sent):
    delivery = leave()
    tasks.deliver_text(delivery.pk)
    assert stand(delivery) == (DeliveryState.SENT, 1)
    rows = [*Delivery.objects.values_list(), *AuditEntry.objects.values_list()]
    assert [row for row in rows if PHONE in str(row)] == []


def test_what_is_not_wanted_any_more_is_not_sent(sent):
    delivery = leave(0)
    tasks.deliver_text(delivery.pk)
    assert (sent, stand(delivery)) == ([], (DeliveryState.FAILED, 0))


def test_a_provider_that_is_away_is_asked_three_times(monkeypatch):
    def away(phone, text):
        raise OSError

    monkeypatch.setattr("messaging.sms.send_text", away)
    delivery, states = leave(), []
    for _ in range(tasks.MOST_TRIES):
        tasks.sweep_texts()
        states.append(stand(delivery))
    assert states == [(DeliveryState.WAITING, 1), (DeliveryState.WAITING, 2), (DeliveryState.FAILED, 3)]


def test_a_number_gets_so_many_texts_a_day(sent):
    for ref_id in range(1, limits.MOST_TEXTS + 2):
        leave(ref_id)
    tasks.sweep_texts()
    assert len(sent) == limits.MOST_TEXTS
    assert Delivery.objects.filter(state=DeliveryState.FAILED).count() == 1


def test_only_a_kind_with_a_letter_goes_out():
    kinds.register("test.inside", title="…")
    with pytest.raises(ValueError):
        texts.leave(person_id=None, kind="test.inside", ref_id=1, at=NOW)


def test_without_a_provider_sending_says_so():
    with pytest.raises(Exception, match="SMS_GATEWAY"):
        NoGateway().send_text(PHONE, "…")
