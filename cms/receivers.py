"""What happens elsewhere and matters here: pages published or gone, roles granted, the database migrated."""

from django.apps import apps
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_delete, post_migrate, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from accounts.models import User
from audit import outbox
from cms import rules
from cms.actions import plant_editors_group, sync_editor
from cms.actions.search_rows import remove_row, write_row
from cms.models import CoursePage, LessonPage


@receiver(pre_save, sender=CoursePage, dispatch_uid="cms.course_about_to_be_seen")
def only_whole_courses_are_seen(sender, instance, raw=False, **kwargs) -> None:
    """Whichever way a course goes live, by the editor, the clock or a script, it is whole; raises ValidationError."""
    if instance.live and not raw:
        rules.check_can_publish(instance)


@receiver(page_published, sender=CoursePage, dispatch_uid="cms.course_published")
def course_published(sender, instance, **kwargs) -> None:
    write_row(instance.pk)


@receiver([page_unpublished, post_delete], sender=CoursePage, dispatch_uid="cms.course_gone")
def course_gone(sender, instance, **kwargs) -> None:
    remove_row(instance.pk)


@receiver([page_published, page_unpublished, post_delete], sender=LessonPage, dispatch_uid="cms.lesson_changed")
def lesson_changed(sender, instance, **kwargs) -> None:
    """A course that is deleted loses its lessons first or last; its own receiver has the last word on its row."""
    course = CoursePage.objects.filter(path=instance.path[: -Page.steplen]).first()
    if course:
        write_row(course.pk)


@receiver(post_page_move, sender=LessonPage, dispatch_uid="cms.lesson_moved")
def lesson_moved(sender, parent_page_before, parent_page_after, **kwargs) -> None:
    for parent in {parent_page_before.pk, parent_page_after.pk}:
        write_row(parent)


@outbox.on("ecosystem.role_granted")
def keep_editor_in_step(message) -> None:
    user = User.objects.filter(roles=message.ids["role_id"]).first()
    if user:
        sync_editor(user, at=timezone.now())


@receiver(post_migrate, sender=apps.get_app_config("cms"), dispatch_uid="cms.plant")
def plant(sender, using, **kwargs) -> None:
    """After the last migration the site has its root and its editors' group; halfway through, nothing is planted."""
    executor = MigrationExecutor(connections[using])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        plant_editors_group()
