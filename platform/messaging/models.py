"""What was said to a person, and the texts that went to a phone."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from messaging.enums import DeliveryState
from messaging.kinds import Kind, kind_of


class MessageQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at=None)


class Message(models.Model):
    """One entry behind the bell. `key` says what it is about: a person has at most one message for each.

    `data` holds the words that its kind allows; the sentence itself is made for the reader (see kinds).
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=100)
    data = models.JSONField(default=dict)
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_message_per_key")]
        indexes = [
            models.Index(fields=["person", "-created_at"], name="message_by_person"),
            models.Index(fields=["person"], condition=Q(read_at=None), name="message_unread"),
            models.Index(fields=["key"], name="message_by_key"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def as_kind(self) -> Kind:
        return kind_of(self.kind)

    @property
    def title(self) -> str:
        return self.told(self.as_kind.title)

    @property
    def text(self) -> str:
        return self.told(self.as_kind.text)

    def told(self, words: Any) -> str:
        """The words in the reader's language, with what is missing left empty."""
        return str(words) % {**dict.fromkeys(self.as_kind.words, ""), **self.data}


class Delivery(models.Model):
    """One text to a phone. It names what it is about by kind and number; the phone is read when it is sent."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint(fields=["kind", "ref_id"], name="one_text_per_reference")]
        indexes = [models.Index(fields=["at"], condition=Q(state=DeliveryState.WAITING), name="delivery_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref_id}"
