"""Where things lie: the checkout, its environment, and its state outside the checkout."""

import getpass
import hashlib
import os
import stat
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
ROOMS = ("platform", "cms", "courses", "talent_pool")
"""The folders the product's rooms lie in."""
LONGEST_SOCKET_FOLDER = 80
"""A socket's path must fit in 107 bytes, and the server adds its own file name."""


class Refusal(Exception):
    """A sentence for the person at the terminal; `dev` prints it and ends with 1."""


def user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def fingerprint() -> str:
    """Tells one checkout and user from another."""
    return hashlib.sha256(f"{ROOT}\0{os.getuid()}".encode()).hexdigest()[:10]


def state() -> Path:
    """This checkout's own folder for data, sockets and logs; LIANCAI_STATE moves it."""
    chosen = os.environ.get("LIANCAI_STATE")
    if chosen:
        return private_folder(Path(chosen).resolve())
    base = Path("/var/tmp") if Path("/var/tmp").is_dir() else Path(tempfile.gettempdir())
    return private_folder(base / f"liancai-{user_name()}-{fingerprint()}")


def private_folder(folder: Path) -> Path:
    """Make the folder, or check that it is ours: its name can be guessed in a place where all may write.

    Others may pass through it, so that PostgreSQL can run as `nobody`, but may not list it.
    """
    folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    facts = folder.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.getuid():
        raise Refusal(f"{folder} belongs to somebody else; set LIANCAI_STATE to a folder of your own.")
    folder.chmod(0o711)
    return folder


def socket_folder(name: str) -> Path:
    """A short place for sockets: inside the state, or beside it where that path is too long."""
    folder = state() / "s" / name
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        folder = private_folder(Path(tempfile.gettempdir()) / f"lc-{fingerprint()}") / name
    return folder
