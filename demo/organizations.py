"""The demo's invented organizations, from `content/organizations.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "content" / "organizations.toml"


@dataclass(frozen=True)
class DemoOrganization:
    key: str
    name: str
    short_name: str
    name_en: str
    uscc: str
    firm_code: str
    kind: str
    focus: str
    fields: list[str]
    positions: list[dict[str, str]]
    group: str = ""


def read_organizations() -> list[DemoOrganization]:
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [DemoOrganization(**row) for row in found["organizations"]]
