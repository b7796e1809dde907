"""The wizard's path at three sizes, and lists of the staff that it brought in. Part of `dev bench import`."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from config.measuring import Place, Promise
from talent_pool.people.benches.wizard import Walk, queries_of, staff_pages, tidy_up
from talent_pool.people.trials.firm import Firm, make_firm
from talent_pool.people.trials.meter import Meter
from talent_pool.people.trials.visitor import Visitor
from talent_pool.people.trials.workers import Workers

SIZES = (1_000, 10_000, 50_000)
SMALL, LARGE = SIZES[0], SIZES[-1]
WHEN = JUST_WRITTEN, TIDIED = "just written", "tidied up"
"""A database that was just given 50,000 rows is slower until its own vacuum, a minute or two later, has passed."""
SLOWEST_MS, MOST_MIB = 300, 300


def run(place: Place) -> Iterator[dict | Promise]:
    walks, lists = [], []
    with Workers() as workers:
        workers.wait_until_ready()
        meter = Meter()
        for number, size in enumerate(SIZES, 3):
            firm = make_firm(number)
            visitor = Visitor(place.site)
            visitor.sign_in(**firm.login)
            walk = Walk(firm, visitor, meter, size)
            row = {"rows": size, **walk.bring_in()}
            row["page_p95_ms"] = place.ask(urlsplit(walk.address).path, cookie=visitor.cookie)["p95_ms"]
            row |= walk.write()
            if size in (SMALL, LARGE):
                lists += list(list_rows(place, firm, visitor, size, JUST_WRITTEN))
                tidy_up()
                lists += list(list_rows(place, firm, visitor, size, TIDIED))
            row |= walk.undo()
            walks.append(row)
            yield row
    yield from lists
    yield from promises(walks, lists)


def list_rows(place: Place, firm: Firm, visitor: Visitor, people: int, when: str) -> Iterator[dict]:
    for name, path in staff_pages(firm, people).items():
        asked = place.ask(path, cookie=visitor.cookie)
        asked.pop("path")
        yield {"list": name, "people": people, "when": when, **asked, "queries": queries_of(firm, path)}


def promises(walks: list[dict], lists: list[dict]) -> Iterator[Promise]:
    most = max(value for row in walks for name, value in row.items() if name.endswith("_mib"))
    yield Promise(f"{LARGE:,} rows pass the wizard with at most {MOST_MIB} MiB ({most})", most < MOST_MIB)
    page = walks[-1]["page_p95_ms"]
    yield Promise(f"A page of {LARGE:,} rows answers within {SLOWEST_MS} ms, p95 ({page})", page < SLOWEST_MS)
    slow = {when: max(row["p95_ms"] for row in lists if (row["people"], row["when"]) == (LARGE, when)) for when in WHEN}
    told = f"{slow[TIDIED]}; just written {slow[JUST_WRITTEN]}"
    yield Promise(f"Lists of {LARGE:,} people answer within {SLOWEST_MS} ms, p95 ({told})", slow[TIDIED] < SLOWEST_MS)
    counts = [{row["list"]: row["queries"] for row in lists if row["people"] == people} for people in (SMALL, LARGE)]
    yield Promise(f"They ask the database as often at {SMALL:,} as at {LARGE:,} ({counts})", counts[0] == counts[1])
