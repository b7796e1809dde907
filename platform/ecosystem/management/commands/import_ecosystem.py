"""`import_ecosystem FILE.json`: the source's facts, idempotently."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ecosystem.actions.source_facts import import_ecosystem
from ecosystem.models import Chain, Field, Organization


class Command(BaseCommand):
    help = "Read what the source tells of the ecosystem: chains, anchors, fields of application."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        try:
            facts = json.loads(file.read_text(encoding="utf-8"))
            import_ecosystem(facts, by=None, at=timezone.now())
        except (OSError, ValueError, KeyError) as fault:
            raise CommandError(f"{file} is not an ecosystem file: {fault}") from fault
        self.stdout.write(
            f"{Chain.objects.count()} chains, {Field.objects.count()} fields, "
            f"{Organization.objects.count()} organizations"
        )
