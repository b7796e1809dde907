"""What happens elsewhere and matters here: the database migrated."""

from django.apps import apps
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from courses.learning.actions.editors import let_editors_run_courses


@receiver(post_migrate, sender=apps.get_app_config("learning"), dispatch_uid="learning.editors")
def plant(sender, using, **kwargs) -> None:
    """After the last migration, editors may write and open runs."""
    executor = MigrationExecutor(connections[using])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        let_editors_run_courses()
