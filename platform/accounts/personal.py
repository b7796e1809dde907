"""What accounts holds of a person, and why."""

from privacy.inventory import Basis, Erasure, Impersonal, Personal, declare

WHILE_HERE = "while the person has an employment or a record of their own; 12 months when never claimed"

declare(
    "accounts.User",
    full_name=Personal("to address the person", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    name_key=Personal("to sort names", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    phone=Personal("to sign in by code", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    phone_verified_at=Personal("to know that the person holds the phone", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    email=Personal("to write to the person", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    last_login=Personal("to show sign-ins to the person", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    password=Personal("to sign in", Basis.CONTRACT, WHILE_HERE, Erasure.BLANK),
    handle=Impersonal("random, says nothing about the person"),
    language=Impersonal("a display preference with two values"),
    created_at=Impersonal("when the row was made, by whichever roster came first"),
)
