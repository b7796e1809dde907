"""The list of skills that comes with the project, from `data/skills.csv` into the database."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "skills.csv"
ALIASES_APART = ";"


@dataclass(frozen=True)
class ListedSkill:
    code: str
    name: str
    name_en: str
    category: str
    chain_code: str
    aliases: tuple[str, ...]


def read_skill_list() -> list[ListedSkill]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            ListedSkill(
                code=row["code"],
                name=row["name_zh"],
                name_en=row["name_en"],
                category=row["category"],
                chain_code=row["chain"],
                aliases=tuple(row["aliases"].split(ALIASES_APART)),
            )
            for row in csv.DictReader(file)
        ]


def load_skills(skill_model: Any, alias_model: Any) -> None:
    """Write the list; again is harmless, and brings what changed in it. Aliases added elsewhere stay.

    The models are given, so that a migration can give those of its own day.
    """
    listed = read_skill_list()
    facts = ("name", "name_en", "category", "chain_code")
    skill_model.objects.bulk_create(
        [skill_model(code=skill.code, **{fact: getattr(skill, fact) for fact in facts}) for skill in listed],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=facts,
    )
    ids = dict(skill_model.objects.values_list("code", "pk"))
    alias_model.objects.bulk_create(
        [alias_model(skill_id=ids[skill.code], text=alias) for skill in listed for alias in skill.aliases],
        update_conflicts=True,
        unique_fields=["text"],
        update_fields=["skill"],
    )
