"""Attempts of one test do not count in the next."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    cache.clear()
