"""`dev run`: the whole site on this machine, from nothing to an address that answers."""

import argparse
import fcntl
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager

from devtools import environment as packages
from devtools import translations
from devtools.places import PYTHON, ROOMS, ROOT, Refusal, state
from devtools.processes import Processes, django, end_leftovers, environment, run_quietly
from devtools.progress import say, step
from devtools.servers import Addresses, servers

SETTINGS = "config.settings.development"
FIRST_PORT = 8000
PATIENCE = 90
PREPARED = "prepared"
"""A file in the state: what the data was made by, and the log-ins that belong to it."""
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev run", description="Start the site with everything it stands on.")
    parser.add_argument("--port", type=int, help=f"answer here; otherwise the first free one from {FIRST_PORT} on")
    wanted = parser.parse_args(arguments).port
    started = time.monotonic()
    with only_one(), stopped_by_signal():
        if end_leftovers("run"):
            say("  ended what an earlier run had left behind")
        free_port(wanted)
        packages.ensure("dev")
        with servers() as addresses:
            return serve(addresses, wanted, started)


def serve(addresses: Addresses, wanted_port: int | None, started: float) -> int:
    env = environment(SETTINGS, **addresses)
    with step("compiling translations"):
        translations.compile_all()
    log_ins = prepare(env)
    port = free_port(wanted_port)  # as late as can be: another checkout may be starting too
    env["SITE_URL"] = f"http://localhost:{port}"
    processes = Processes("run")
    try:
        with step("starting web, worker and beat"):
            start_all(processes, env, port)
            wait_for_answer(processes, "web", port, "/healthz")
        say(f"  all together: {time.monotonic() - started:.0f} s\n")
        print(f"ready: http://localhost:{port}\n\n{log_ins}", flush=True)
        processes.shown.set()
        while (gone := addresses.ended() or processes.ended()) is None:
            time.sleep(0.5)
        say(f"{gone} has ended, so the rest is stopped too; its log is in {state() / 'logs'}.")
        return 1
    finally:
        say("stopping …")
        processes.stop()


def prepare(env: dict) -> str:
    """Migrate and load the demo, unless nothing changed since it was done to this very data; returns the log-ins.

    All code counts, not only migrations: permissions and groups are planted by it after migrating.
    """
    record = state() / PREPARED
    made_by = digest_of(*(f"{room}/**/*.py" for room in ROOMS), "demo/**/*")
    if "DATABASE_URL" not in os.environ and record.exists():
        before, log_ins = record.read_text().split("\n", 1)
        if before == made_by:
            return log_ins
    with step("migrating"):
        run_quietly(django("migrate", "--no-input", "-v", "0"), env)
    with step("loading the demo"):
        log_ins = run_quietly(django("load_demo"), env)
    record.write_text(f"{made_by}\n{log_ins}")
    return log_ins


def digest_of(*patterns: str) -> str:
    """Of all files that match, except caches and words."""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in ROOT.glob(pattern)}):
        if file.is_file() and not {"__pycache__", "locale"} & set(file.parts):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()


def start_all(processes: Processes, env: dict, port: int) -> None:
    processes.start("web", gunicorn("config.wsgi:application", port), env)
    quiet = "ignore:You're running the worker with superuser privileges"  # it runs what this checkout holds
    celery = [str(PYTHON), "-W", quiet, "-m", "celery", "-q", "-A", "config.celery"]
    processes.start("worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"], env)
    schedule = str(state() / "beat-schedule")
    processes.start("beat", [*celery, "beat", "--schedule", schedule, "--pidfile=", "--loglevel", "WARNING"], env)


def gunicorn(application: str, port: int) -> list[str]:
    """Threads keep their database connections; the application is loaded once, before the workers split off."""
    binds = [part for host in loopback_hosts() for part in ("--bind", f"{host}:{port}")]
    threaded = ["--worker-class", "gthread", "--workers", "2", "--threads", "8", "--preload"]
    calm = ["--graceful-timeout", "5", "--log-level", "warning"]
    return [str(PYTHON), "-m", "gunicorn", application, *binds, *threaded, *calm]


def wait_for_answer(processes: Processes, name: str, port: int, path: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers(port, path):
        gone = processes.ended()
        if gone or time.monotonic() > deadline:
            log = state() / "logs" / f"{gone or name}.log"
            raise Refusal(f"{gone or name} did not start; {log} ends with:\n{last_lines(log)}")
        time.sleep(0.2)


def last_lines(log, count: int = 15) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


def answers(port: int, path: str) -> bool:
    try:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        line.request("GET", path)
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False


def loopback_hosts() -> list[str]:
    """`localhost` may mean either; both are bound where the machine has both."""
    return ["127.0.0.1", "[::1]"] if can_bind("::1", 0) else ["127.0.0.1"]


def free_port(wanted: int | None, first: int = FIRST_PORT) -> int:
    """The wanted port, or a sentence when it is taken; without a wish the first free one."""
    candidates = [wanted] if wanted else range(first, first + 100)
    hosts = [host.strip("[]") for host in loopback_hosts()]
    for port in candidates:
        if all(can_bind(host, port) for host in hosts):
            return port
    raise Refusal(f"Port {wanted} is taken; choose another, or leave --port out." if wanted else "No free port.")


def can_bind(host: str, port: int) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            line.bind((host, port))
    except OSError:
        return False
    return True


@contextmanager
def only_one(name: str = "run", told: str = "`dev run`"):
    """Two runs of one checkout would share one database and one beat; the second says so and ends."""
    with open(state() / f"{name}.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(f"{told} is already up for this checkout; stop it first.") from None
        yield


class Stopped(Exception):
    """Somebody asked us to stop: Ctrl-C, or a SIGTERM from outside."""


@contextmanager
def stopped_by_signal():
    def stop(*_):
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    for number in STOP_SIGNALS:
        signal.signal(number, stop)
    try:
        yield
    except subprocess.CalledProcessError as error:
        raise Refusal(f"`{' '.join(error.cmd[1:])}` failed; its messages are above.") from None
