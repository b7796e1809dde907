"""What every test finds in its database beyond what the migrations make. Part of the template's digest."""


def seed() -> None:
    """Nothing yet: the migrations bring Wagtail's root, the academy's page and the vocabulary."""
