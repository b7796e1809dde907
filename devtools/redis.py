"""The embedded Redis: a private socket, an append-only file, nothing evicted."""

import os
import signal
import socket
import subprocess
import time

from devtools.binaries import REDIS, give_to_server_user, programs, server_user
from devtools.places import Refusal, socket_folder, state
from devtools.postgres import wait_until_gone

PATIENCE = 30


class Redis:
    def __init__(self, name: str):
        self.data = state() / name
        self.log = state() / "logs" / f"{name}.log"
        self.socket = socket_folder(name) / "redis.sock"
        self.pidfile = self.data / "redis.pid"
        self.process: subprocess.Popen | None = None

    def url(self, number: int = 0) -> str:
        return f"unix://{self.socket}?db={number}"

    def answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(5)
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def start(self) -> None:
        if self.answers():
            return
        give_to_server_user(self.data)
        give_to_server_user(self.socket.parent)
        self.log.parent.mkdir(exist_ok=True)
        place = ["--dir", str(self.data), "--unixsocket", str(self.socket), "--unixsocketperm", "700", "--port", "0"]
        keep = ["--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction", "--pidfile", str(self.pidfile)]
        with self.log.open("ab") as log:
            quiet = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            command = [str(programs() / REDIS), *place, *keep, "--daemonize", "no"]
            env = {"PATH": os.environ.get("PATH", "")}
            own = {"cwd": "/", "env": env, "start_new_session": True}
            self.process = server = subprocess.Popen(command, **own, **quiet, **server_user())
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if server.poll() is not None or time.monotonic() > deadline:
                raise Refusal(f"Redis did not start; its last words are in {self.log}.")
            time.sleep(0.02)

    def ended(self) -> bool:
        """What this process started runs no more. Asking lets its number go, so that it can start again."""
        return self.process is not None and self.process.poll() is not None

    def stop(self) -> None:
        if not self.answers():
            return
        try:
            pid = int(self.pidfile.read_text())
        except (OSError, ValueError):
            return
        os.kill(pid, signal.SIGTERM)
        if not wait_until_gone(pid, 10):
            os.kill(pid, signal.SIGKILL)
