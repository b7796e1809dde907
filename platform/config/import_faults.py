"""Rosters on a bad day: the worker killed twenty times, the database once, and files that want to do harm."""

from collections.abc import Iterator

from config.measuring import Place, Promise
from talent_pool.people.trials.firm import make_firm
from talent_pool.people.trials.hostile import hostile_files
from talent_pool.people.trials.killing import Trial, truth
from talent_pool.people.trials.meter import Meter
from talent_pool.people.trials.sending import Sending, is_answered, stored
from talent_pool.people.trials.visitor import Visitor
from talent_pool.people.trials.workers import Workers

ROWS = 20_000
LOOKS_KILLED = ["pool", "worker", "pool", "worker"]
COMMITS_KILLED = [*["pool", "worker"] * 4, "database", *["pool", "worker"] * 4]
KILLS = 20
MOST_MIB = 300
FEWEST_FILES = 50


def run(place: Place) -> Iterator[dict | Promise]:
    yield from kill()
    yield from send(place)


def kill() -> Iterator[dict | Promise]:
    trial = Trial(ROWS, LOOKS_KILLED, COMMITS_KILLED)
    yield from trial.run()
    killed = sum("database" not in row["whom"] for row in trial.kills)
    restarts = [row["whom"] for row in trial.kills if "database" in row["whom"]]
    wrong = {name: trial.outcome[name] for name, count in truth(ROWS).items() if trial.outcome[name] != count}
    slowest = max(row["seconds"] for row in trial.kills)
    yield Promise(f"The worker is killed {KILLS} times while it works (it was {killed})", killed == KILLS)
    yield Promise(
        f"The database is restarted once ({', '.join(restarts)})", restarts == ["database crashed and recovered"]
    )
    yield Promise(f"{ROWS:,} rows: none is lost, none is there twice (wrong: {wrong or 'nothing'})", not wrong)
    yield Promise(f"The bar goes on after each kill (after {slowest} s at the latest)", slowest < 60)


def send(place: Place) -> Iterator[dict | Promise]:
    firm = make_firm(2)
    visitor = Visitor(place.site)
    visitor.sign_in(**firm.login)
    with Workers() as workers:
        workers.wait_until_ready()
        before = stored()
        sending = Sending(firm, visitor, Meter())
        yield from sending.run(hostile_files())
        after = stored()
    rows = sending.rows
    unanswered = [row["file"] for row in rows if not is_answered(row)]
    leaking = [row["file"] for row in rows if row["leaks"]]
    peak = max(row["mib"] for row in rows)
    kept = len(rows) - len(unanswered)
    yield Promise(f"{len(rows)} hostile files: {kept} are answered with a look or a sentence", not unanswered)
    yield Promise(f"None shows a file of the server ({', '.join(leaking) or 'none'})", not leaking)
    yield Promise(f"Nothing is written ({after})", before == after and len(rows) >= FEWEST_FILES)
    yield Promise(f"At most {MOST_MIB} MiB above the idle site (the most was {peak})", peak < MOST_MIB)
    yield Promise("The site still answers", visitor.get("/healthz").status == 200)
