"""统一社会信用代码, the unified social credit code of GB 32100-2015: 17 characters and a check character."""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "S": "5", "V": "Y", "Z": "2"})


def normalize_uscc(text: str) -> str:
    """Half-width, upper case, without spaces or hyphens."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split()).replace("-", "")


def has_uscc_shape(code: str) -> bool:
    """18 characters of the alphabet, whether or not the last one fits."""
    return len(code) == 18 and all(letter in ALPHABET for letter in code)


def check_character(body: str) -> str:
    """The 18th character for the first 17; raises ValueError on a letter outside the standard's alphabet."""
    total = sum(ALPHABET.index(letter) * weight for letter, weight in zip(body, WEIGHTS, strict=True))
    return ALPHABET[-total % 31]


def is_valid_uscc(code: str) -> bool:
    """True for 18 characters of the alphabet whose last is the check character of the others."""
    return has_uscc_shape(code) and check_character(code[:17]) == code[17]


def suggest_uscc(code: str) -> str | None:
    """The valid code that was probably meant when letters the standard leaves out were typed for their look-alikes."""
    candidate = normalize_uscc(code).translate(LOOK_ALIKES)
    return candidate if candidate != code and is_valid_uscc(candidate) else None
