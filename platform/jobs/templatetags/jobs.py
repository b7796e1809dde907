"""{% load jobs %}: how far a job is."""

from django import template

from jobs.models import Job
from jobs.progress import Reached, reached

register = template.Library()


@register.simple_tag
def progress_of(job: Job) -> Reached | None:
    return reached(job.pk) if job.is_unfinished else None
