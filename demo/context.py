"""Context processor: what would have gone out by SMS, for the sign-in pages only."""

from django.core.cache import cache

from demo.sms import KEY, TEXTS


def code_strip(request) -> dict:
    """`demo_codes` and `demo_texts`: lists of {phone, code} and of {phone, text}, newest first.

    `demo_band`: these pages carry invented data.
    """
    signing_in = request.path.startswith("/accounts/")
    codes, texts = (cache.get(KEY, []), cache.get(TEXTS, [])) if signing_in else ([], [])
    return {"demo_codes": codes, "demo_texts": texts, "demo_band": True}
