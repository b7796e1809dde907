"""What a look understood of a file, as the wizard keeps it: sheet, header, columns, and what it offers to correct."""

from dataclasses import asdict
from typing import Any

from talent_pool.people.rosters.columns import UnknownColumn
from talent_pool.people.rosters.described import described, never_read
from talent_pool.people.rosters.matching import Plan
from talent_pool.people.rosters.offers import offers
from talent_pool.people.rosters.reading import HeaderUnknown, Roster

MOST_OFFERS = 300
MOST_APART = 12
"""Of more rows nobody decides one by one."""
SUGGESTING = frozenset({"invalid_phone", "invalid_date", "like_department"})
"""Kinds of offer whose first choice is what was probably meant, and whose last gives the cell or the row up."""


def understood(roster: Roster, plan: Plan) -> dict[str, Any]:
    return {
        "sheet": roster.sheet,
        "sheets": list(roster.sheets),
        "header_row": roster.columns.header_row,
        "columns": [asdict(column) for column in described(roster, plan)],
    }


def unknown_column(column: UnknownColumn) -> dict[str, Any]:
    return {
        "place": column.place,
        "header": column.header,
        "samples": list(column.samples),
        "field": "",
        "understood": "",
        "is_doubt": False,
        "is_left_out": False,
        "suggestion": column.suggestion,
    }


def left_out_column(header: str) -> dict[str, Any]:
    return {**unknown_column(UnknownColumn(-1, header)), "understood": never_read(), "is_left_out": True}


def asked(unknown: HeaderUnknown) -> dict[str, Any]:
    """The likeliest header, for HR to say what it means."""
    guess = unknown.guess
    return {
        "sheet": guess.sheet,
        "sheets": list(unknown.sheets),
        "header_row": guess.header_row,
        "columns": [*map(unknown_column, guess.columns), *map(left_out_column, guess.left_out)],
    }


def offered(roster: Roster, plan: Plan) -> list[dict[str, Any]]:
    """What HR can settle with one touch, faults first; the rest waits in the list of rows at fault."""
    found = [offer.as_json() for offer in offers(roster, plan)[:MOST_OFFERS]]
    return [offer if len(offer["each"]) <= MOST_APART else offer | {"each": []} for offer in found]


def suggestion(offer: dict[str, Any]) -> dict[str, Any] | None:
    """The corrections of the way out that is most likely meant, where there is one beside giving the row up."""
    choices = offer["choices"]
    return choices[0]["corrections"] if offer["kind"] in SUGGESTING and len(choices) > 1 else None
