"""A lock holds the rows it means: one that reads along what it points at says so, else it holds those rows as well, in
an order of its own, and two who wait for each other end in a deadlock.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "cms", "courses", "talent_pool")


def locking_statements():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Assign | ast.Return | ast.Expr):
                    told = ast.unparse(node)
                    if ".select_for_update(" in told:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", told


def test_locks_that_join_name_what_they_lock():
    joined = {place: told for place, told in locking_statements() if ".select_related(" in told}
    assert [place for place, told in joined.items() if "of=" not in told] == []
    assert len(joined) > 5
