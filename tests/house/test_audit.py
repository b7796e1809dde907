"""The wall behind every write: an action that opens a transaction leaves an audit row, or says here why not."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "cms", "courses", "talent_pool")
LEAVE_NONE = {
    "cms/actions/academy.py::plant_academy": "a migration's deed: nobody acted",
    "cms/actions/editors.py::plant_editors_group": "a migration's deed: nobody acted",
    "platform/ecosystem/actions/announcements.py::read": "the reader's own mark: the receipt says when",
    "platform/ecosystem/actions/laying_out.py::remind_all": "HR's asking for it is recorded, by `remind`",
    "platform/messaging/actions.py::read": "the reader's own mark: the message says when",
    "platform/messaging/actions.py::read_all": "the reader's own mark: the message says when",
    "platform/messaging/actions.py::send_many": "the deed that a message tells of is recorded",
    "platform/messaging/actions.py::take_back": "the deed that ends a message is recorded",
}
"""`path::function` and the reason."""


def files_of_actions() -> list[Path]:
    found = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    return [file for file in found if "actions" in file.parts or file.name == "actions.py"]


def is_atomic(function: ast.FunctionDef) -> bool:
    return any("atomic" in ast.unparse(decorator) for decorator in function.decorator_list)


def reaches_the_audit(function: ast.FunctionDef, functions: dict[str, ast.FunctionDef], seen: frozenset = frozenset()):
    """It records, or calls something that does: a function beside it, or another module's action."""
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        called = ast.unparse(call.func)
        if called in {"audit.record", "audit.entry"}:
            return True
        name = called.rpartition(".")[2]
        if name in functions and name not in seen and reaches_the_audit(functions[name], functions, seen | {name}):
            return True
    return False


def test_every_action_leaves_an_audit_row():
    trees = {file: ast.parse(file.read_text("utf-8")) for file in files_of_actions()}
    functions = {
        node.name: node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    silent = {
        f"{file.relative_to(ROOT)}::{node.name}"
        for file, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and is_atomic(node) and not reaches_the_audit(node, functions)
    }
    assert silent == set(LEAVE_NONE)
