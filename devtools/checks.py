"""`dev check`: everything that can be wrong without running the site, side by side."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devtools import environment as packages
from devtools import translations
from devtools.places import ROOT, VENV
from devtools.processes import django, environment
from devtools.progress import say
from devtools.testing import SETTINGS

NOWHERE = "postgresql://nobody@%2Fnowhere/nothing"
"""Looking for missing migrations reads the code only; no server is started for it."""


def check(arguments: list[str]) -> int:
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
    env = environment(SETTINGS, DATABASE_URL=NOWHERE, PYTHONWARNINGS="ignore", FORCE_COLOR="0")
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


def python_code(code: str) -> list[str]:
    return tool("python", "-c", code)


def template_folders() -> list[str]:
    return [str(folder) for folder in tracked_rooms() if any(folder.rglob("*.html"))]


def tracked_rooms() -> list[Path]:
    return [ROOT / name for name in ("platform", "cms", "courses", "talent_pool", "demo") if (ROOT / name).is_dir()]


CHECKS = {
    "types": lambda: [tool("mypy")],
    "style": lambda: [tool("ruff", "check", "--quiet"), tool("ruff", "format", "--check", "--quiet")],
    "import contracts": lambda: [tool("lint-imports", "--no-cache")],
    "migrations": lambda: [django("makemigrations", "--check", "--dry-run")],
    "translations": lambda: [python_code("from devtools.catalogues import report; raise SystemExit(report())")],
    "templates": lambda: [tool("djlint", "--lint", "--quiet", *template_folders())] if template_folders() else [],
}
