"""`dev` runs before anything is installed, on any CPython 3.11."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from devtools import environment, places, servers, testing
from tests.house.test_walls import imports_of

ROOT = Path(__file__).resolve().parents[2]
INSIDE_THE_ENVIRONMENT = {"catalogues.py", "message_files.py", "scratch.py", "wheel_hook.py"}


def dev(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "dev"), *arguments]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, check=False)


def test_it_imports_the_standard_library_only():
    foreign = {
        (file.name, name)
        for file in [ROOT / "dev", *(ROOT / "devtools").glob("*.py")]
        if file.name not in INSIDE_THE_ENVIRONMENT
        for name in imports_of(file)
        if name.split(".")[0] not in sys.stdlib_module_names | {"devtools"}
    }
    assert foreign == set()


def test_it_says_what_it_can_do():
    told = dev("help")
    assert told.returncode == 0
    assert [
        word for word in ("run", "test", "check", "manage", "bench", "reset") if f"dev {word}" not in told.stdout
    ] == []


def test_an_unknown_word_is_no_success():
    assert dev("dance").returncode == 2


@pytest.fixture
def own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("LIANCAI_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def test_the_state_can_be_moved_and_is_not_for_others_to_list(own_state):
    assert places.state() == own_state
    assert own_state.stat().st_mode & 0o777 == 0o711


def test_a_state_folder_that_is_no_folder_of_ours_is_refused(own_state):
    own_state.symlink_to(ROOT)
    with pytest.raises(places.Refusal):
        places.private_folder(own_state)


def test_sockets_have_a_short_path_however_long_the_state_is(monkeypatch, tmp_path):
    monkeypatch.setenv("LIANCAI_STATE", str(tmp_path / ("x" * 120)))
    assert len(str(places.socket_folder("postgres") / ".s.PGSQL.5432")) < 104


def test_packages_are_current_only_while_the_lock_is_the_same(monkeypatch, tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text("one")
    monkeypatch.setattr(environment, "REQUIREMENTS", {"dev": lock, "test": lock})
    installed = {"dev": environment.digest(lock)}
    assert environment.is_current(installed, "dev")
    assert not environment.is_current(installed, "test")
    lock.write_text("two")
    assert not environment.is_current(installed, "dev")


def test_the_last_user_of_the_servers_stops_them(own_state, monkeypatch):
    deeds = []

    class Server:
        def __init__(self, *args, **kwargs):
            self.name = args[0]

        def start(self):
            deeds.append(f"start {self.name}")

        def stop(self):
            deeds.append(f"stop {self.name}")

        def create(self, database):
            pass

        def url(self):
            return f"url of {self.name}"

    monkeypatch.setattr(servers, "Postgres", Server)
    monkeypatch.setattr(servers, "Redis", Server)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    with servers.servers() as addresses:
        with servers.servers():
            pass
        assert [deed for deed in deeds if deed.startswith("stop")] == []
        with pytest.raises(places.Refusal):
            servers.stop_unused("run")
    assert addresses == {"DATABASE_URL": "url of postgres", "REDIS_URL": "url of redis"}
    assert deeds[-2:] == ["stop redis", "stop postgres"]


def test_servers_named_from_outside_are_left_alone(own_state, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/db")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    with servers.servers() as addresses:
        assert addresses == {}


@pytest.fixture
def a_bare_machine(monkeypatch):
    """Chromium and gettext are missing until apt-get is asked for them; returns what was run."""
    run, there = [], set()

    def pretend(command, **kwargs):
        run.append(command)
        there.update(command)

    monkeypatch.setattr(testing.subprocess, "run", pretend)
    monkeypatch.setattr(testing.shutil, "which", lambda name: f"/usr/bin/{name}")
    probes = {name: lambda name=name: name in there for name in ("chromium", "gettext")}
    monkeypatch.setattr(testing, "DEBIAN_PACKAGES", {**probes, "fonts-noto-cjk": lambda: True})
    return run


def test_root_installs_what_is_missing_in_one_call(a_bare_machine, monkeypatch):
    monkeypatch.setattr(testing.os, "getuid", lambda: 0)
    testing.ensure_debian_packages()
    installs = [command for command in a_bare_machine if "install" in command]
    assert [command[-2:] for command in installs] == [["chromium", "gettext"]]


def test_others_are_told_what_to_install(a_bare_machine, monkeypatch):
    monkeypatch.setattr(testing.os, "getuid", lambda: 1000)
    with pytest.raises(places.Refusal, match="apt-get install --no-install-recommends chromium gettext"):
        testing.ensure_debian_packages()
    assert a_bare_machine == []


@pytest.fixture
def reachable_state(monkeypatch):
    """A state that PostgreSQL's own user reaches too; pytest's folders are closed to it."""
    with tempfile.TemporaryDirectory(prefix="liancai-") as folder:
        Path(folder).chmod(0o711)
        monkeypatch.setenv("LIANCAI_STATE", f"{folder}/state")
        yield


def test_a_killed_server_is_noticed_and_can_be_started_again(reachable_state, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    with servers.servers() as addresses:
        postgres = addresses.ours["PostgreSQL"]
        assert addresses.ended() is None
        os.kill(postgres.pid(), signal.SIGKILL)
        postgres.process.wait(timeout=10)
        assert addresses.ended() == "PostgreSQL"
        postgres.start()
        assert (addresses.ended(), postgres.has("liancai")) == (None, True)
