"""What HR's form says about the offers on the page: one touched, some typed or chosen, or all that were suggested."""

from collections.abc import Iterator
from typing import Any

from talent_pool.people.imports.understood import suggestion
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.headers import HEADERS

ALL_SUGGESTED, AS_TYPED = "suggested", "typed"
LONGEST_CELL = 200
MOST_ROWS = 2_000_000


def answers(offers: list[dict[str, Any]], sent: dict[str, str]) -> list[Corrections]:
    """In the order in which they are applied: what was touched last comes last and holds.

    `answer` is "key:place" of a choice; `text-<key>` was typed, `choice-<key>` chosen from a list, `cell-<row>-<field>`
    typed into the preview.
    """
    touched = sent.get("answer", "")
    found = [Corrections.from_json(told) for told in said(offers, sent, touched)]
    found += cells(sent)
    return found


def said(offers: list[dict[str, Any]], sent: dict[str, str], touched: str) -> Iterator[dict[str, Any]]:
    last = []
    for offer in every(offers):
        if touched == ALL_SUGGESTED and (told := suggestion(offer)):
            yield told
        if (place := chosen(offer, sent.get(f"choice-{offer['key']}", ""))) is not None:
            yield offer["choices"][place]["corrections"]
        if text := sent.get(f"text-{offer['key']}", "").strip():
            yield typed(offer, text[:LONGEST_CELL])
        key, _colon, number = touched.partition(":")
        if key == offer["key"] and (place := chosen(offer, number)) is not None:
            last.append(offer["choices"][place]["corrections"])
    yield from last


def every(offers: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The offers, and after each what it offers row by row."""
    for offer in offers:
        yield offer
        yield from offer["each"]


def chosen(offer: dict[str, Any], number: str) -> int | None:
    is_there = number.isascii() and number.isdigit() and len(number) < 4 and int(number) < len(offer["choices"])
    return int(number) if is_there else None


def typed(offer: dict[str, Any], text: str) -> dict[str, Any]:
    return {"cells": {str(row): {offer["field"]: text} for row in offer["rows"]}}


def cells(sent: dict[str, str]) -> list[Corrections]:
    """Typed into the preview: what differs from what stood there."""
    found = {}
    for name, text in sent.items():
        if name.startswith("cell-") and text.strip() != sent.get(f"was-{name}", "").strip():
            row, _dash, field = name.removeprefix("cell-").partition("-")
            if row.isascii() and row.isdigit() and int(row) < MOST_ROWS and field in HEADERS:
                found[int(row), field] = text.strip()[:LONGEST_CELL]
    kept = {place: text for place, text in found.items() if text}
    return [Corrections(cells=kept, blank=frozenset(found.keys() - kept.keys()))] if found else []
