"""Context processor: the codes that would have gone out by SMS, for the sign-in pages only."""

from django.core.cache import cache

from demo.sms import KEY


def code_strip(request) -> dict:
    """`demo_codes`: list of {phone, code}, newest first; `demo_band`: these pages carry invented data."""
    codes = cache.get(KEY, []) if request.path.startswith("/accounts/") else []
    return {"demo_codes": codes, "demo_band": True}
