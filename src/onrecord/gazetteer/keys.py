"""The form in which place names are compared: without case, accents, apostrophes and points, saints in full.

Sana'a, SANAA       sanaa
Port-au-Prince      port au prince
St. Louis           saint louis
"""

import unicodedata
from hashlib import blake2b

LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe",
    "Œ": "oe", "ð": "d", "þ": "th", "ə": "a", "Ə": "a", "ħ": "h",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, "´": None, "ʿ": None, "ʾ": None, ".": None,
    "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ",": " ", "\u00a0": " ",
})  # fmt: skip
IN_FULL = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
"""Abbreviations that open a name."""


def make_key(name: str) -> str:
    """The form in which a name is compared; "" for one without letters."""
    plain = name.translate(LETTERS)
    if not plain.isascii():
        plain = "".join(one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one))
    words = plain.casefold().split()
    if len(words) > 1 and words[0] in IN_FULL:
        words[0] = IN_FULL[words[0]]
    return " ".join(words)


def hash_key(key: str) -> int:
    """A number of 64 bits for a key, the same on every machine."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")
