"""Messages and texts go when nobody needs them any more."""

import datetime

from messaging.enums import DeliveryState
from messaging.models import Delivery, Message
from privacy import keeping


@keeping.rule("messaging.Message", after="created_at", months=12)
def messages(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    ids = list(Message.objects.filter(created_at__lt=before).order_by("pk").values_list("pk", flat=True)[:most])
    return Message.objects.filter(pk__in=ids).delete()[0]


@keeping.rule("messaging.Delivery", after="at", days=90)
def texts(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    done = Delivery.objects.exclude(state=DeliveryState.WAITING).filter(at__lt=before)
    ids = list(done.order_by("pk").values_list("pk", flat=True)[:most])
    return Delivery.objects.filter(pk__in=ids).delete()[0]
