from django.apps import AppConfig, apps

EDITORIAL_ROOMS = {"cms"}


class ConfigConfig(AppConfig):
    """Wires the rooms together; decides nothing."""

    name = "config"

    def ready(self) -> None:
        from config import startup_checks  # noqa: F401  registers the checks

        keep_people_out_of_the_reference_index()


def keep_people_out_of_the_reference_index() -> None:
    """Wagtail follows every foreign key at every save to know where a picture is used: for pages that is its worth,
    for an enrollment it is a task per request. Runs before Wagtail's own `ready`, which connects the signals."""
    for model in apps.get_models():
        is_ours = not model.__module__.startswith(("wagtail.", "django.", "allauth.", "taggit."))
        if is_ours and model._meta.app_label not in EDITORIAL_ROOMS:
            setattr(model, "wagtail_reference_index_ignore", True)  # noqa: B010  no attribute of Model to mypy
