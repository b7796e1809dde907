"""The Python environment in `.venv`, installed from the hash-locked requirements and only when they change."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devtools.places import PYTHON, ROOT, VENV, Refusal, state
from devtools.progress import say, step

REQUIREMENTS = {"dev": ROOT / "requirements-dev.txt", "test": ROOT / "requirements-test.txt"}
UV_REQUIREMENTS = ROOT / "requirements-uv.txt"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
RECORD = VENV / "installed.json"


def ensure(wanted: str) -> None:
    """Have the packages of the `dev` or the `test` set in `.venv`; `test` contains `dev`."""
    installed = record()
    if is_current(installed, wanted):
        return
    target = "test" if wanted == "test" or "test" in installed else "dev"
    with step(f"installing packages ({target})"):
        install(target)
    sets = ("dev", "test") if target == "test" else ("dev",)
    RECORD.write_text(json.dumps({name: digest(REQUIREMENTS[name]) for name in sets}))


def record() -> dict:
    """What stands in `.venv`: set name to digest; empty when there is no working environment."""
    try:
        return json.loads(RECORD.read_text()) if PYTHON.exists() else {}
    except (OSError, ValueError):
        return {}


def is_current(installed: dict, wanted: str) -> bool:
    return all(installed.get(name) == digest(REQUIREMENTS[name]) for name in {wanted, *installed})


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes() + sys.version.encode()).hexdigest()


def install(target: str) -> None:
    requirements = REQUIREMENTS[target]
    if not install_with_uv(requirements):
        say("  uv could not do it; trying pip, which takes some minutes longer")
        install_with_pip(requirements)
    roots = next(VENV.glob("lib/python3*/site-packages")) / "liancai.pth"
    roots.write_text(f"{ROOT / 'platform'}\n{ROOT}\n")


def install_with_uv(requirements: Path) -> bool:
    uv = find_uv()
    if uv is None:
        return False
    env = {**os.environ, **uv_settings()}
    venv = [uv, "venv", "-q", "--clear", "--python", sys.executable, str(VENV)]
    sync = [uv, "pip", "sync", "-q", "--python", str(PYTHON), "--require-hashes", str(requirements)]
    return (works() or succeeds(venv, env)) and succeeds(sync, env)


def uv_settings() -> dict:
    """Never another interpreter; the machine's own certificates where it has them, as pip and browsers do."""
    settings = {"UV_PYTHON_DOWNLOADS": "never", "UV_LINK_MODE": link_mode()}
    if SYSTEM_CERTIFICATES.exists():
        settings["UV_SYSTEM_CERTS"] = "1"
    if not os.access(Path.home(), os.W_OK):
        settings["UV_CACHE_DIR"] = str(state() / "uv-cache")
    return settings


def link_mode() -> str:
    """Hard links where the cache and the checkout share a file system, else copies without a warning."""
    cache = Path(os.environ.get("UV_CACHE_DIR") or Path.home() / ".cache")
    try:
        return "hardlink" if cache.stat().st_dev == ROOT.stat().st_dev else "copy"
    except OSError:
        return "copy"


def find_uv() -> str | None:
    """The pinned uv, installed beside the state; None when pip cannot get it."""
    boot = state() / "boot"
    uv, marker = boot / "bin" / "uv", boot / digest(UV_REQUIREMENTS)
    if not (uv.exists() and marker.exists()):
        shutil.rmtree(boot, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "install", "-q", "--root-user-action=ignore", "--target", str(boot)]
        if not succeeds([*pip, "--require-hashes", "-r", str(UV_REQUIREMENTS)]):
            return None
        marker.touch()
    return str(uv)


def install_with_pip(requirements: Path) -> None:
    """The slow way, for machines where only pip knows the way to an index; needs neither ensurepip nor root."""
    try:
        if not works():
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV)], check=True)
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "-q", "--root-user-action=ignore"]
        subprocess.run([*pip, "--require-hashes", "-r", str(requirements)], check=True)
    except subprocess.CalledProcessError as error:
        raise Refusal("The packages could not be installed; the messages above say why.") from error


def works() -> bool:
    return PYTHON.exists() and succeeds([str(PYTHON), "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))"])


def succeeds(command: list[str], env: dict | None = None) -> bool:
    return subprocess.run(command, env=env, check=False).returncode == 0
