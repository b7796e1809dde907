import pytest
from django.db import IntegrityError, connection, transaction

from audit import outbox, tasks
from audit.models import OutboxDelivery, OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """Two receivers of the topic `test.said`; the second fails while `heard` holds a "fail"."""
    calls = []

    def first(message):
        calls.append(("first", message.ids["number"]))

    def second(message):
        if "fail" in calls:
            raise RuntimeError("not now")
        calls.append(("second", message.ids["number"]))

    monkeypatch.setitem(outbox.RECEIVERS, "test.said", [first, second])
    return calls


def test_each_receiver_hears_a_message_once_however_often_it_is_delivered(heard):
    message = outbox.post("test.said", number=7)
    for _ in range(3):
        outbox.deliver(message.pk)
    assert (heard, OutboxDelivery.objects.count()) == ([("first", 7), ("second", 7)], 2)


def test_a_failing_receiver_does_not_undo_the_others_and_is_tried_again(heard):
    heard.append("fail")
    message = outbox.post("test.said", number=7)
    with pytest.raises(RuntimeError):
        outbox.deliver(message.pk)
    heard.remove("fail")
    assert tasks.sweep_outbox() == 1
    message.refresh_from_db()
    assert (heard, message.failures, message.delivered_at is not None) == ([("first", 7), ("second", 7)], 1, True)


def test_a_message_of_a_rolled_back_transaction_never_was(heard):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        outbox.post("test.said", number=7)
        raise ZeroDivisionError
    assert OutboxMessage.objects.count() == 0


def test_audit_rows_cannot_be_changed_or_deleted():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_auditentry (at, verb, subject_type, subject_id, data) "
            "VALUES (now(), 'x', 'y', '1', '{}')"
        )
        for change in ("UPDATE audit_auditentry SET verb = 'z'", "DELETE FROM audit_auditentry"):
            with pytest.raises(IntegrityError), transaction.atomic():
                cursor.execute(change)
