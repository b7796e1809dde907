"""`demo_logins`: the ways into the demo."""

from django.core.management.base import BaseCommand

from demo.logins import table


class Command(BaseCommand):
    help = "Show the phones, staff numbers and passwords of the demo."

    def handle(self, **options):
        self.stdout.write(table())
