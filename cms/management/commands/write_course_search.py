"""`write_course_search`: every live course's search row, written anew."""

from django.core.management.base import BaseCommand

from cms.actions.search_rows import write_all_rows


class Command(BaseCommand):
    help = "Write what every live course is found by."

    def handle(self, **options):
        self.stdout.write(f"{write_all_rows()} courses can be found")
