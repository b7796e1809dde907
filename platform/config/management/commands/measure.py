"""Runs the trials of one registry; `dev bench`, `dev faults` and `dev sweep` call it with both sites running."""

from django.core.management.base import BaseCommand, CommandError

from config import measuring
from config.bench import BENCHES
from config.faults import FAULTS
from config.sweep import SWEEPS

REGISTRIES = {"bench": BENCHES, "faults": FAULTS, "sweep": SWEEPS}


class Command(BaseCommand):
    help = "Run benches, faults or sweeps and end non-zero when a promise does not hold."

    def add_arguments(self, parser):
        parser.add_argument("registry", choices=REGISTRIES)
        parser.add_argument("names", nargs="*")
        parser.add_argument("--site", default="")
        parser.add_argument("--bare", default="")

    def handle(self, *, registry, names, site, bare, **options):
        trials = REGISTRIES[registry]
        if unknown := set(names) - set(trials):
            raise CommandError(f"No {registry} named {', '.join(unknown)}; there are: {', '.join(trials) or 'none'}.")
        if not measuring.run(trials, names, measuring.Place(site, bare)):
            raise CommandError("A promise does not hold.")
