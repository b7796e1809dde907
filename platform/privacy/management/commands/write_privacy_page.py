from pathlib import Path

from django.core.management.base import BaseCommand

from privacy.page import page

PAGE = Path(__file__).resolve().parents[4] / "docs" / "privacy.md"


class Command(BaseCommand):
    help = "Write docs/privacy.md from the inventory of personal fields."

    def handle(self, *args, **options) -> None:
        PAGE.write_text(page(), encoding="utf-8")
        self.stdout.write(f"{PAGE}\n")
