"""What this room holds of a person, and why."""

from privacy.inventory import Basis, Erasure, Impersonal, Personal, declare

declare(
    "people.UnknownSkill",
    text=Personal(
        "to match a firm's word to a skill; it says of nobody that they have it",
        Basis.CONTRACT,
        "until somebody has matched the word or thrown it away",
        Erasure.DELETE,
    ),
    seen=Impersonal("a number of people"),
)
