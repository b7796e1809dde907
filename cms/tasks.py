"""By the clock: due pages go live, editors follow their roles, search rows follow renamed firms and skills."""

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from cms.actions import sync_editor
from cms.actions.editors import EDITORS
from cms.actions.search_rows import write_all_rows


@shared_task
def publish_scheduled() -> None:
    call_command("publish_scheduled")


@shared_task
def sync_editors() -> int:
    """Roles end on a day without anybody doing anything; return how many people are editors today."""
    now = timezone.now()
    return sum(sync_editor(user, at=now) for user in User.objects.filter(groups__name=EDITORS))


@shared_task
def write_search_rows() -> int:
    return write_all_rows()
