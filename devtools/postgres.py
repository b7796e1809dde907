"""The embedded PostgreSQL: one data folder, one private socket, no network."""

import os
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from devtools.binaries import POSTGRES, give_to_server_user, programs, server_user
from devtools.places import Refusal, socket_folder, state

OWNER = "liancai"
ALWAYS = {"listen_addresses": "", "timezone": "UTC", "jit": "off", "max_connections": "120", "shared_buffers": "128MB"}
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "2GB"}
"""For tests only: quick, and lost with the machine."""
PATIENCE = 60


class Postgres:
    """A server of this checkout; `name` is its folder, `careless` gives up safety for speed."""

    def __init__(self, name: str, careless: bool = False):
        self.data = state() / name
        self.log = state() / "logs" / f"{name}.log"
        self.sockets = socket_folder(name)
        self.options = {**ALWAYS, **(CARELESS if careless else {})}
        self.process: subprocess.Popen | None = None

    def url(self, database: str = OWNER) -> str:
        return f"postgresql://{OWNER}@{quote(str(self.sockets), safe='')}/{database}"

    def program(self, name: str) -> str:
        return str(programs() / POSTGRES / "bin" / name)

    def answers(self) -> bool:
        if not (self.sockets / ".s.PGSQL.5432").exists():
            return False
        probe = [self.program("pg_isready"), "-q", "-h", str(self.sockets)]
        return subprocess.run(probe, check=False).returncode == 0

    def start(self) -> None:
        if self.answers():
            return
        give_to_server_user(self.sockets)
        if not (self.data / "PG_VERSION").exists():
            self.initialize()
        settings = [part for pair in self.options.items() for part in ("-c", "=".join(pair))]
        where = ["-D", str(self.data), "-k", str(self.sockets)]
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self.process = server = self.run_as_server([self.program("postgres"), *where, *settings], log)
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if server.poll() is not None or time.monotonic() > deadline:
                raise Refusal(f"PostgreSQL did not start; its last words are in {self.log}.")
            time.sleep(0.05)

    def initialize(self) -> None:
        """The same collation as production's: Unicode by code point, nothing from the machine's locales."""
        give_to_server_user(self.data)
        command = [self.program("initdb"), "-D", str(self.data), "--username", OWNER, "--auth=trust"]
        locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            made = self.run_as_server([*command, *locale, "--no-instructions"], log)
            if made.wait() != 0:
                raise Refusal(f"PostgreSQL could not make its data folder; its last words are in {self.log}.")

    def run_as_server(self, command: list[str], log) -> subprocess.Popen:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
        env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
        return subprocess.Popen(command, cwd="/", env=env, start_new_session=True, **quiet, **server_user())

    def has(self, database: str) -> bool:
        return self.ask(f"SELECT 1 FROM pg_database WHERE datname = '{database}'") == "1"

    def create(self, database: str) -> bool:
        """Make the database unless it is there; says whether it made it."""
        if self.has(database):
            return False
        self.ask(f'CREATE DATABASE "{database}"')
        return True

    def ask(self, sql: str) -> str:
        command = [self.program("psql"), "-X", "-qtA", "-h", str(self.sockets), "-U", OWNER, "-d", "postgres"]
        return subprocess.run([*command, "-c", sql], check=True, capture_output=True, text=True).stdout.strip()

    def pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return None

    def ended(self) -> bool:
        """What this process started runs no more. Asking lets its number go, so that it can start again."""
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        """Ask for a fast stop, which ends sessions and loses nothing; insist after ten seconds."""
        pid = self.pid()
        for how in (signal.SIGINT, signal.SIGQUIT):
            if pid is None or not self.answers():
                return
            os.kill(pid, how)
            wait_until_gone(pid, 10)


def wait_until_gone(pid: int, seconds: float) -> bool:
    """True once the process has ended, whether or not it is our child."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                return True
        except ChildProcessError:
            if not Path(f"/proc/{pid}").exists():
                return True
        time.sleep(0.02)
    return False
