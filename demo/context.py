"""Context processor: what would have gone out by SMS, for the pages that ask for a code only."""

from django.core.cache import cache

from demo.sms import KEY, TEXTS

ASKING = ("/accounts/", "/me/data/erase/")


def code_strip(request) -> dict:
    """`demo_codes` and `demo_texts`: lists of {phone, code} and of {phone, text}, newest first.

    `demo_band`: these pages carry invented data.
    """
    asks = request.path.startswith(ASKING)
    codes, texts = (cache.get(KEY, []), cache.get(TEXTS, [])) if asks else ([], [])
    return {"demo_codes": codes, "demo_texts": texts, "demo_band": True}
