"""Message catalogues: compiled where a .po is newer than its .mo, by Babel inside the environment."""

import subprocess

from devtools.places import PYTHON, ROOT, Refusal

SKIPPED = {".venv", "node_modules"}


def catalogues():
    """Every Chinese catalogue of the checkout."""
    for source in sorted(ROOT.glob("**/locale/*/LC_MESSAGES/django.po")):
        if not SKIPPED & set(source.relative_to(ROOT).parts):
            yield source


def compile_all() -> None:
    stale = [po for po in catalogues() if not is_fresh(po)]
    if stale:
        command = [str(PYTHON), "-m", "devtools.message_files", *map(str, stale)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            raise Refusal("A message catalogue could not be compiled; the line above names it.")


def is_fresh(source) -> bool:
    compiled = source.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime
