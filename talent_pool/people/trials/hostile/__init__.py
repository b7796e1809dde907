"""Files that an office may send in error and others on purpose. The same number gives the same bytes."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from talent_pool.people.trials.hostile import bombs, cells, damage, entries, kinds, markup, names, texts

MODULES = (bombs, entries, markup, cells, kinds, texts, damage, names)
SEED = 20_261_125


@dataclass(frozen=True)
class Hostile:
    """`name` is the file's own, with which it is sent."""

    name: str
    maker: Callable[[random.Random], bytes]
    seed: str = ""

    def make(self) -> bytes:
        """The same bytes each time; of the largest it takes a second."""
        return self.maker(random.Random(self.seed))


def hostile_files(seed: int = SEED) -> Iterator[Hostile]:
    for module in MODULES:
        for name, maker in module.FILES.items():
            yield Hostile(name, maker, f"{seed} {name}")
