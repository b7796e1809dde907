"""Steps that say what they do, how long it has taken so far, and how long it took."""

import sys
import threading
import time
from contextlib import contextmanager

EVERY = 10


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def step(name: str):
    """Announce a step; a line with the elapsed seconds follows while it runs, and one at its end."""
    started = time.monotonic()
    ended = threading.Event()

    def tick() -> None:
        while not ended.wait(EVERY):
            say(f"  … {name}, {time.monotonic() - started:.0f} s so far")

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield
    finally:
        ended.set()
        ticker.join()
    say(f"  {name}: {time.monotonic() - started:.1f} s")
