"""`dev bench`, `dev faults`, `dev sweep`: a safe server, a scratch database with the demo, the site and a bare view."""

from devtools import environment as packages
from devtools import translations
from devtools.places import PYTHON, state
from devtools.processes import Processes, django, environment, run_in_foreground, run_quietly
from devtools.progress import step
from devtools.running import free_port, gunicorn, only_one, stopped_by_signal, wait_for_answer
from devtools.servers import servers

SETTINGS = "config.settings.measure"
FIRST_PORT = 8500
PREPARED, SCRATCH = "liancai_measure", "liancai_scratch"


def measure(registry: str, arguments: list[str]) -> int:
    packages.ensure("test")
    translations.compile_all()
    with only_one("measure", "A bench, fault trial or sweep"), servers("measure") as addresses, stopped_by_signal():
        env = environment(SETTINGS, **addresses, **own_files())
        with step("preparing a scratch database with the demo"):
            env["DATABASE_URL"] = scratch_database(env)
        processes = Processes("measure")
        try:
            with step("starting the site and the bare view"):
                site = start(processes, "site", "config.wsgi:application", "/healthz", env)
                bare = start(processes, "bare", "config.bare:application", "/", env)
            return run_in_foreground(django("measure", registry, *arguments, "--site", site, "--bare", bare), env)
        finally:
            processes.stop()


def own_files() -> dict:
    """Pictures and documents of the trials lie apart from those of `dev run`."""
    files = state() / "measure-files"
    (files / "static").mkdir(parents=True, exist_ok=True)
    return {"LIANCAI_STATE": str(files)}


def scratch_database(env: dict) -> str:
    """Migrate and load the demo once, then copy: each run begins with the same rows."""
    scratch = [str(PYTHON), "-m", "devtools.scratch"]
    prepared = {**env, "DATABASE_URL": run_quietly([*scratch, "ensure", PREPARED], env).strip()}
    run_quietly(django("migrate", "--no-input", "-v", "0"), prepared)
    run_quietly(django("load_demo"), prepared)
    return run_quietly([*scratch, "copy", PREPARED, SCRATCH], env).strip()


def start(processes: Processes, name: str, application: str, path: str, env: dict) -> str:
    port = free_port(None, FIRST_PORT)
    processes.start(name, gunicorn(application, port), env)
    wait_for_answer(processes, name, port, path)
    return f"http://127.0.0.1:{port}"
