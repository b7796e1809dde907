from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Wires the rooms together; decides nothing."""

    name = "config"

    def ready(self) -> None:
        from config import startup_checks  # noqa: F401  registers the checks
