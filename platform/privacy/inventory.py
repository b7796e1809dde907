"""Why a personal field is held, on which basis, until when, and what erasure does to it.

    declare("accounts.User", phone=Personal(purpose="sign-in", basis=Basis.CONTRACT, keep="…", erasure=Erasure.BLANK))

The bases are those of article 13 of the Personal Information Protection Law (个人信息保护法).
"""

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    CONSENT = "13(1) consent"
    CONTRACT = "13(2) contract or the employer's staff management"
    LEGAL_DUTY = "13(3) legal duty"


class Erasure(StrEnum):
    DELETE = "the row is deleted"
    BLANK = "the field is blanked, the row stays for statistics"
    KEEP = "kept, for the reason given"


@dataclass(frozen=True)
class Personal:
    """One personal field. `keep` says until when in words; a KEEP says its reason there."""

    purpose: str
    basis: Basis
    keep: str
    erasure: Erasure


@dataclass(frozen=True)
class Impersonal:
    """A field that looks personal and is not, with the reason."""

    reason: str


INVENTORY: dict[str, dict[str, Personal | Impersonal]] = {}


def declare(model: str, **fields: Personal | Impersonal) -> None:
    """Declare fields of the model labelled `app.Model`; declaring a field twice is a mistake and raises."""
    known = INVENTORY.setdefault(model, {})
    for name, field in fields.items():
        if name in known:
            raise ValueError(f"{model}.{name} is declared twice")
        known[name] = field


NOT_ABOUT_A_PERSON: dict[str, str] = {}


def not_about_a_person(model: str, reason: str) -> None:
    """Declare that a model merely points at a person (a class manager, an editor) and says nothing more about them."""
    NOT_ABOUT_A_PERSON[model] = reason
