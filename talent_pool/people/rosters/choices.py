"""An offer: a fault or a doubt, and the ways out of it, each one touch away."""

import hashlib
from dataclasses import dataclass
from typing import Any

from talent_pool.people.rosters.corrections import Corrections


@dataclass(frozen=True)
class Choice:
    label: str
    corrections: Corrections


@dataclass(frozen=True)
class Offer:
    """`rows` are the sheet's numbers; `value` what stands there, `problem` what is wrong with it, in words.

    `is_fault` keeps the rows out until something is done; a doubt does not. `wants_text`: the cell may be typed anew,
    see `typed`. `each` are the same for every row by itself, where that makes sense.
    """

    kind: str
    rows: tuple[int, ...]
    column: str
    field: str
    value: str
    problem: str
    choices: tuple[Choice, ...] = ()
    wants_text: bool = False
    is_fault: bool = True
    each: tuple["Offer", ...] = ()

    @property
    def key(self) -> str:
        """The same offer has the same key at the next look; it tells nothing of the value."""
        told = f"{self.kind}|{self.field}|{self.value}|{','.join(map(str, self.rows))}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def typed(self, text: str) -> Corrections:
        """The text in place of the cell, in all the rows; an empty text leaves it empty."""
        places = [(row, self.field) for row in self.rows]
        if not text.strip():
            return Corrections(blank=frozenset(places))
        return Corrections(cells=dict.fromkeys(places, text.strip()))

    def as_json(self) -> dict[str, Any]:
        plain = ("kind", "column", "field", "value", "problem", "wants_text", "is_fault")
        return {name: getattr(self, name) for name in plain} | {
            "key": self.key,
            "rows": list(self.rows),
            "choices": [{"label": one.label, "corrections": one.corrections.as_json()} for one in self.choices],
            "each": [offer.as_json() for offer in self.each],
        }
