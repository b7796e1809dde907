"""`dev check`: everything that can be wrong without running the site, side by side."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devtools import environment as packages
from devtools import translations
from devtools.places import ROOMS, ROOT, VENV
from devtools.processes import django, environment
from devtools.progress import say
from devtools.testing import SETTINGS

NOWHERE = "postgresql://nobody@%2Fnowhere/nothing"
"""Looking for missing migrations reads the code only; no server is started for it."""


def check(arguments: list[str]) -> int:
    """Run the named checks, or all; what a failed one says is shown whole."""
    packages.ensure("test")
    translations.compile_all()
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(run_check, chosen(arguments)))
    failed = [name for name, passed in results if not passed]
    say(f"\ndev check: {', '.join(failed)} failed." if failed else "\ndev check: nothing to complain about.")
    return 1 if failed else 0


def chosen(names: list[str]) -> list[str]:
    return [name for name in CHECKS if not names or name in names]


def run_check(name: str) -> tuple[str, bool]:
    started = time.monotonic()
    env = environment(SETTINGS, DATABASE_URL=NOWHERE, PYTHONWARNINGS="ignore", NO_COLOR="1")
    passed, told = True, ""
    for command in CHECKS[name]():
        done = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            passed, told = False, told + done.stdout + done.stderr
    say(f"  {name}: {'ok' if passed else 'FAILED'} ({time.monotonic() - started:.0f} s)")
    if told:
        say(told.rstrip())
    return name, passed


def tool(name: str, *arguments: str) -> list[str]:
    return [str(VENV / "bin" / name), *arguments]


def rooms_with_templates() -> list[Path]:
    rooms = (ROOT / name for name in (*ROOMS, "demo"))
    return [room for room in rooms if any(room.rglob("*.html"))]


def style() -> list[list[str]]:
    told = ["--output-format", "concise"]
    return [tool("ruff", "check", "--quiet", *told), tool("ruff", "format", "--check", "--quiet", *told)]


def templates() -> list[list[str]]:
    return [tool("djlint", "--lint", "--quiet", *map(str, folders))] if (folders := rooms_with_templates()) else []


CHECKS = {
    "types": lambda: [tool("mypy")],
    "style": style,
    "import contracts": lambda: [tool("lint-imports", "--no-cache", "--no-logo")],
    "migrations": lambda: [django("makemigrations", "--check", "--dry-run")],
    "translations": lambda: [tool("python", "-m", "devtools.catalogues")],
    "templates": templates,
}
"""Name to the commands that must all end with 0."""
