"""Why a personal field is held, on which basis, until when, and what erasure does to it.

    declare("learning.Certificate", "enrollment__learner",
            learner_name=Personal(_("to name the person"), Basis.CONTRACT, WHILE_HERE, Erasure.BLANK))

The second argument is the path from the model to its person, `""` for the user itself: by it export and erasure find
the rows. What is inside a JSON field is declared by key with `declare_json`. Each room does so in its `personal.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Basis(TextChoices):
    """The bases of article 13 of the Personal Information Protection Law (个人信息保护法)."""

    CONSENT = "13(1)", _("13(1) consent")
    CONTRACT = "13(2)", _("13(2) contract or the employer's staff management")
    LEGAL_DUTY = "13(3)", _("13(3) legal duty")


class Erasure(TextChoices):
    DELETE = "delete", _("deleted")
    BLANK = "blank", _("blanked; the row stays for statistics, without the person")
    KEEP = "keep", _("kept")


@dataclass(frozen=True)
class Keep:
    """Until when, in words. What ends by the clock names the rule of `keeping` that ends it; the rest lasts while …"""

    words: Words
    rule: str = ""


@dataclass(frozen=True)
class Personal:
    """One personal field. A KEEP says why in `because`; `instead` gives what blanking writes, else it is emptied.

    `label` is what people call the field when its model does not say; what is not `shown` is left out of an export:
    a secret, or words about somebody else.
    """

    purpose: Words
    basis: Basis
    keep: Keep
    erasure: Erasure
    label: Words = ""
    because: Words = ""
    instead: Callable[[], Any] | None = None
    shown: bool = True


@dataclass(frozen=True)
class Impersonal:
    """A field that looks personal and is not, with the reason."""

    reason: str
    label: Words = ""
    shown: bool = False


@dataclass(frozen=True)
class Heading:
    """What the rows are to the person, and the path to the organization that holds them, if one does."""

    words: Words
    holder: str = ""


Declared = Personal | Impersonal

INVENTORY: dict[str, dict[str, Declared]] = {}
PATHS: dict[str, str] = {}
"""From a model to its person."""
ALSO_FOUND: dict[str, dict[str, str]] = {}
"""Rows that no path leads to: `{model: {lookup: field of the user}}`, all of which must agree."""
HEADINGS: dict[str, Heading] = {}
INSIDE: dict[str, dict[str, Declared]] = {}
"""`{app.Model.field: {key: …}}`; the key `*` stands for keys made of ids."""
NOT_ABOUT_A_PERSON: dict[str, str] = {}


def declare(model: str, path: str | None = None, /, **fields: Declared) -> None:
    """Declare fields of the model labelled `app.Model`; declaring a field twice is a mistake and raises."""
    known = INVENTORY.setdefault(model, {})
    if path is not None:
        PATHS[model] = path
    for name, field in fields.items():
        if name in known:
            raise ValueError(f"{model}.{name} is declared twice")
        known[name] = field


def head(model: str, words: Words, holder: str = "") -> None:
    """Say what the person is told these rows are, and by which path from a row to the organization that holds it."""
    HEADINGS[model] = Heading(words, holder)


def declare_json(field: str, keys: Mapping[str, Declared]) -> None:
    """Declare what the JSON field `app.Model.field` holds, by key."""
    if field in INSIDE:
        raise ValueError(f"{field} is declared twice")
    INSIDE[field] = dict(keys)


def also_found(model: str, /, **by: str) -> None:
    """Rows about a person that no foreign key says so of: found when each lookup equals that field of the user."""
    ALSO_FOUND[model] = by


def not_about_a_person(model: str, reason: str) -> None:
    """Declare that a model merely points at a person (a class manager, an editor) and says nothing more about them."""
    NOT_ABOUT_A_PERSON[model] = reason


def personal_fields(model: str) -> dict[str, Personal]:
    return {name: field for name, field in INVENTORY[model].items() if isinstance(field, Personal)}
