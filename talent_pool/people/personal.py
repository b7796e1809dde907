"""What this room holds of a person, and why."""

from privacy.inventory import Basis, Erasure, Personal, declare

declare(
    "people.UnknownSkill",
    text=Personal(
        "to match the firm's word to a skill", Basis.CONTRACT, "as long as the employment's claims", Erasure.DELETE
    ),
)
