import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are compared with their msgids; that the Chinese is complete is checked elsewhere."""
    with translation.override("en"):
        yield
