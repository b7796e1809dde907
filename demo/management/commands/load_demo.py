"""`load_demo`: bring in what makes the site look alive. Again is harmless: what is there stays as it is."""

import logging

from django.core.management.base import BaseCommand
from django.utils import timezone

from demo.loading.everything import load_everything
from demo.logins import table

CHATTY = ("wagtail", "django_tasks")
"""Loggers that would tell of every page and index row."""


class Command(BaseCommand):
    help = (
        "Load the demo: invented firms and people, courses, runs and what people learned. Does nothing the second time."
    )

    def handle(self, **options):
        for name in CHATTY:
            logging.getLogger(name).setLevel(logging.WARNING)
        if not load_everything(at=timezone.now()):
            self.stdout.write("The demo is there already.")
        self.stdout.write(table())
