"""One person, one User; what firms claim of a person lives elsewhere."""

import secrets
import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.agreements import Document
from words.names import order_key


def new_handle() -> str:
    """A random sign-in name that says nothing about the person."""
    return secrets.token_hex(8)


def no_password() -> str:
    """An unusable password without hashing: people who come in by code never pay for a hash."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20)


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, full_name: str, phone: str | None = None, password: str | None = None, **fields):
        user = self.model(full_name=full_name, phone=phone, **fields)
        if password is None:
            user.password = no_password()
        else:
            user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, full_name: str = "", password: str | None = None, **fields):
        return self.create_user(full_name=full_name, password=password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, handle):
        return self.get(handle=handle)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. `phone` is E.164 and signs in; `phone_verified_at` says since when the person proved to hold it."""

    handle = models.CharField(max_length=32, unique=True, default=new_handle)
    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    full_name = models.CharField(_("full name"), max_length=80, blank=True)
    name_key = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    phone = models.CharField(_("phone"), max_length=20, unique=True, null=True, blank=True)
    phone_verified_at = models.DateTimeField(null=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=10, default="zh-hans")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(phone=None) | models.Q(phone__regex=r"^\+[1-9][0-9]{6,14}$"), name="user_phone_e164"
            )
        ]

    def __str__(self) -> str:
        return self.handle  # a careless {{ user }} must not tell a name

    def save(self, *args, **kwargs):
        self.name_key = order_key(self.full_name)
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name

    @property
    def first_name(self) -> str:
        """What the editor's admin calls the person in its menu."""
        return self.full_name


class Agreement(models.Model):
    """The person accepted one version of a document."""

    person = models.ForeignKey(User, models.PROTECT, related_name="agreements")
    document = models.CharField(max_length=10, choices=Document)
    version = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "document", "version"], name="one_agreement_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.version} {self.person_id}"
