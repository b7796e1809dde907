"""`import_roster FILE --firm USCC [--firm-name NAME] [--commit] [--json]`: look at a roster or carry it out."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ecosystem.actions.organizations import UsccRefused, check_uscc
from ecosystem.models import Organization
from ecosystem.uscc import normalize_uscc
from sheets import SheetRefused, read_file
from talent_pool.people.rosters.actions import FirmRefused, commit_roster, find_or_register_firm, preview_roster
from talent_pool.people.rosters.outcome import Outcome
from talent_pool.people.rosters.reading import Roster, read_roster


class Command(BaseCommand):
    help = "Read a firm's roster and say what it would change; with --commit, change it."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--firm", required=True, metavar="USCC", help="the firm's unified social credit code")
        parser.add_argument("--firm-name", metavar="NAME", help="registers the firm, on commit, where there is none")
        parser.add_argument("--commit", action="store_true", help="without it nothing is written")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *, file: Path, firm: str, firm_name: str | None, **options):
        try:
            roster = read_roster(read_file(file))
            outcome = self.commit(roster, firm, firm_name) if options["commit"] else self.look(roster, firm)
        except OSError as fault:
            raise CommandError(_("The file cannot be opened: %(file)s") % {"file": file}) from fault
        except (SheetRefused, FirmRefused, UsccRefused) as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False))
            return
        self.stdout.write("\n".join(outcome.as_lines()))
        if not options["commit"]:
            self.stdout.write(_("Nothing has been written yet. With --commit it will be."))

    def look(self, roster: Roster, firm: str) -> Outcome:
        organization = Organization.objects.filter(uscc=normalize_uscc(firm)).first()
        if organization is None:
            check_uscc(firm)
        return preview_roster(roster=roster, organization=organization)

    @transaction.atomic
    def commit(self, roster: Roster, firm: str, firm_name: str | None) -> Outcome:
        at = timezone.now()
        organization = find_or_register_firm(uscc=firm, name=firm_name, by=None, at=at)
        return commit_roster(roster=roster, organization=organization, by=None, at=at)
