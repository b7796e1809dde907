"""What a firm's HR said once of a header or a word, applied to the next roster and listed there."""

import datetime

from ecosystem.models import Organization
from talent_pool.people.models import RosterWord
from talent_pool.people.rosters.corrections import Corrections

HEADER = "header"
LONGEST = 120


def remembered_headers(organization: Organization) -> dict[str, str]:
    """`{header: field}`, "" for a column that is left out."""
    words = RosterWord.objects.filter(organization=organization, kind=HEADER)
    return dict(words.order_by("word").values_list("word", "meaning"))


def remembered_words(organization: Organization) -> dict[str, dict[str, str]]:
    """`{field: {written: meant}}`."""
    words = RosterWord.objects.filter(organization=organization).exclude(kind=HEADER).order_by("kind", "word")
    found: dict[str, dict[str, str]] = {}
    for kind, word, meaning in words.values_list("kind", "word", "meaning"):
        found.setdefault(kind, {})[word] = meaning
    return found


def remember(organization: Organization, kind: str, meanings: dict[str, str], *, at: datetime.datetime) -> None:
    """Keep what these words mean; a word that is too long to be one is not kept."""
    RosterWord.objects.bulk_create(
        [
            RosterWord(organization=organization, kind=kind, word=word, meaning=meaning, said_at=at)
            for word, meaning in meanings.items()
            if word and max(len(word), len(meaning)) <= LONGEST
        ],
        update_conflicts=True,
        unique_fields=["organization", "kind", "word"],
        update_fields=["meaning", "said_at"],
    )


def remember_corrections(organization: Organization, said: Corrections, *, at: datetime.datetime) -> None:
    for name, meanings in said.words.items():
        remember(organization, name, meanings, at=at)


def applied(organization: Organization, mapping: dict[str, str], words: dict[str, dict[str, str]]) -> list[RosterWord]:
    """The remembered words that this roster's headers and corrections use, headers first."""
    said = {**words, HEADER: mapping}
    found = RosterWord.objects.filter(organization=organization).order_by("kind", "word")
    used = [each for each in found if said.get(each.kind, {}).get(each.word) == each.meaning]
    return sorted(used, key=lambda each: each.kind != HEADER)
