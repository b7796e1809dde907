"""One step of an import measured in this process; `dev bench import` starts one such process for each figure."""

import json
from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand

from talent_pool.people.benches.cost import cost_of
from talent_pool.people.benches.steps import STEPS


class Command(BaseCommand):
    help = "Measure one step of an import; nothing stays written."

    def add_arguments(self, parser):
        parser.add_argument("step", choices=STEPS)
        parser.add_argument("file", type=Path)

    def handle(self, *, step: str, file: Path, **options):
        self.stdout.write(json.dumps(cost_of(partial(STEPS[step], file))))
