"""What the source tells of the ecosystem: the demo's own copy of the facts file."""

import json
from pathlib import Path

FILE = Path(__file__).parent / "content" / "ecosystem.json"


def read_ecosystem() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))
