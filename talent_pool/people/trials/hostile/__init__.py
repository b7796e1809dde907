"""Files that an office may send in error and others on purpose. The same number gives the same bytes."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from talent_pool.people.trials.hostile import bombs, cells, damage, entries, kinds, markup, names, texts

MODULES = (bombs, entries, markup, cells, kinds, texts, damage, names)
SEED = 20_261_125


@dataclass(frozen=True)
class Hostile:
    """`name` is the file's own, with which it is sent; `make` gives its bytes."""

    name: str
    make: Callable[[], bytes]


def hostile_files(seed: int = SEED) -> Iterator[Hostile]:
    """All of them, each made only when asked for: the largest need a second."""
    for module in MODULES:
        for name, make in module.FILES.items():
            yield Hostile(name, lambda make=make, name=name: make(random.Random(f"{seed} {name}")))
