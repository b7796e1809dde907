"""Attempts of one test do not count in the next; codes are caught before they leave."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    cache.clear()


@pytest.fixture
def codes(monkeypatch) -> list[str]:
    """The codes that went out, in order."""
    sent: list[str] = []
    monkeypatch.setattr(
        "accounts.adapter.AccountAdapter.send_verification_code_sms",
        lambda self, user, phone, code, **kwargs: sent.append(code),
    )
    return sent
