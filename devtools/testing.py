"""`dev test`: what the tests need from Debian, their servers, and pytest over parallel workers."""

import ctypes.util
import os
import shutil
import subprocess
from pathlib import Path

from devtools import environment as packages
from devtools import translations
from devtools.places import PYTHON, Refusal
from devtools.processes import environment, run_in_foreground
from devtools.progress import step
from devtools.servers import servers

SETTINGS = "config.settings.test"


def test(arguments: list[str]) -> int:
    ensure_debian_packages()
    packages.ensure("test")
    translations.compile_all()
    with servers("test") as addresses:
        env = environment(SETTINGS, **addresses)
        return run_in_foreground([str(PYTHON), "-m", "pytest", *parallel(arguments), *arguments], env)


def parallel(arguments: list[str]) -> list[str]:
    """Two workers, unless the arguments say how many or want a debugger."""
    own = ("-n", "--numprocesses", "--pdb", "--trace", "--collect-only", "--co")
    return [] if any(argument.startswith(own) for argument in arguments) else ["-n", "2", "--dist", "worksteal"]


def has_chinese_fonts() -> bool:
    return any(Path("/usr/share/fonts").rglob("*CJK*"))


DEBIAN_PACKAGES = {
    "chromium": lambda: os.environ.get("CHROMIUM") or shutil.which("chromium"),
    "fonts-noto-cjk": has_chinese_fonts,
    "gettext": lambda: shutil.which("msgfmt"),
    "libpango-1.0-0": lambda: ctypes.util.find_library("pango-1.0"),
    "libpangoft2-1.0-0": lambda: ctypes.util.find_library("pangoft2-1.0"),
    "libharfbuzz-subset0": lambda: ctypes.util.find_library("harfbuzz-subset"),
}


def ensure_debian_packages() -> None:
    """Install what is missing in one call where we may, else say what to install."""
    missing = [name for name, is_there in DEBIAN_PACKAGES.items() if not is_there()]
    if not missing:
        return
    advice = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if os.getuid() != 0 or not shutil.which("apt-get"):
        raise Refusal(f"The tests need {', '.join(missing)}. As root: {advice}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    with step(f"installing from Debian: {' '.join(missing)}"):
        subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=subprocess.DEVNULL, check=False)
        subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, check=False)
    still = [name for name in missing if not DEBIAN_PACKAGES[name]()]
    if still:
        raise Refusal(f"Debian's packages {', '.join(still)} could not be installed. Try: {advice}")
