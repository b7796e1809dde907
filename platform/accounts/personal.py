"""What accounts holds of a person, and why; the libraries' own tables about a person's ways in stand here too."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils.translation import gettext_lazy as _

from privacy.inventory import (
    Basis,
    Erasure,
    Impersonal,
    Keep,
    Personal,
    declare,
    declare_json,
    head,
    not_about_a_person,
)

WHILE_HERE = Keep(
    _("while the person has an employment or a record of their own; 12 months when they never came"), "accounts.User"
)
SIGNED_IN = Keep(_("until the person signs out, or two weeks without a visit"))
TILL_REMOVED = Keep(_("until the person takes it away"))


def own(purpose, label="", **facts) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WHILE_HERE, Erasure.BLANK, label=label, **facts)


def row(purpose, label, keep=TILL_REMOVED, **facts) -> Personal:
    """A field of a row that goes as a whole."""
    return Personal(purpose, Basis.CONTRACT, keep, Erasure.DELETE, label=label, **facts)


declare(
    "accounts.User",
    "",
    full_name=own(_("to address the person")),
    name_key=own(_("to sort names"), _("pinyin of the name")),
    phone=own(_("to sign in by code")),
    phone_verified_at=own(_("to know that the person holds the phone"), _("phone proved on")),
    email=own(_("to write to the person")),
    last_login=own(_("to show sign-ins to the person"), _("last sign-in")),
    password=own(_("to sign in"), _("password (its hash)"), instead=lambda: UNUSABLE_PASSWORD_PREFIX, shown=False),
    handle=Impersonal("random, says nothing about the person", _("handle")),
    language=Impersonal("a display preference with two values", _("language"), shown=True),
    created_at=Impersonal("when the row was made, by whichever roster came first", _("on record since"), shown=True),
)
declare(
    "usersessions.UserSession",
    "user",
    ip=row(_("to show the person where they are signed in"), _("network address"), SIGNED_IN),
    user_agent=row(_("to show the person where they are signed in"), _("device"), SIGNED_IN),
    created_at=row(_("to show the person where they are signed in"), _("signed in since"), SIGNED_IN),
    last_seen_at=row(_("to show the person where they are signed in"), _("last seen"), SIGNED_IN),
    session_key=row(_("to keep the person signed in"), _("key of the session"), SIGNED_IN, shown=False),
    data=Impersonal("empty in this house"),
)
declare_json("usersessions.UserSession.data", {})
declare(
    "mfa.Authenticator",
    "user",
    type=row(_("to check a second factor"), _("second factor")),
    data=row(_("to check a second factor"), _("key of the second factor"), shown=False),
    created_at=row(_("to check a second factor"), _("set up on")),
    last_used_at=row(_("to check a second factor"), _("last used")),
)
SECRET = row(_("to check a second factor"), _("key of the second factor"), shown=False)
declare_json("mfa.Authenticator.data", dict.fromkeys(("secret", "seed", "used_mask", "migrated_codes"), SECRET))
declare("account.EmailAddress", "user", email=row(_("to write to the person"), _("e-mail")))
not_about_a_person("account.EmailConfirmation", "a random key for an address; goes with the address")
declare("accounts.User_groups", "user", group=row(_("to let an editor into the editors' pages"), _("editors' group")))
declare("accounts.User_user_permissions", "user", permission=row(_("to let an editor write"), _("permission")))

AGREED = _("to show that the person agreed, and to what")
declare(
    "accounts.Agreement",
    "person",
    document=row(AGREED, _("document"), WHILE_HERE),
    version=row(AGREED, _("version"), WHILE_HERE),
    at=row(AGREED, _("agreed on"), WHILE_HERE),
)

head("accounts.Agreement", _("What you agreed to"))
head("accounts.User", _("Your account"))
head("usersessions.UserSession", _("Where you are signed in"))
head("mfa.Authenticator", _("Your second factor"))
head("account.EmailAddress", _("Your e-mail addresses"))
head("accounts.User_groups", _("Your groups among the editors"))
head("accounts.User_user_permissions", _("Your permissions among the editors"))
