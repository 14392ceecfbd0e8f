"""Bytes become text, and nothing is lost without a word: what had to be guessed or replaced is said.

Order: byte order mark, UTF-8, UTF-16 seen by its zero bytes, the encoding that a page declares, a guess.
UTF-8 comes before the declaration because other encodings are hardly ever valid UTF-8 by chance.
"""

import codecs
from dataclasses import dataclass

from onrecord.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_WESTERN = {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii", "windows-1252", "cp1252"}
_FAMILIES = ("cp", "iso8859", "koi8", "gb", "big5", "shift_jis", "euc", "iso2022", "hz", "mac-", "tis", "johab")


@dataclass(frozen=True)
class DecodedText:
    """A text, and what a person should know about how it was decoded."""

    text: str
    note: str | None = None


def find_binary(raw: bytes) -> str | None:
    """What the bytes are, in words, when they are not text; else None. Byte order marks make them text."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return name
    if any(raw.startswith(mark) for mark, _ in _MARKS) or _guess_wide(raw):
        return None
    head = raw[:65536]
    controls = sum(head.count(bytes([code])) for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")
    if len(head) * 0.02 < controls:
        return f"binary: {controls} of its first {len(head)} bytes are control characters"
    return None


def decode_bytes(raw: bytes, declared: str | None = None) -> DecodedText:
    """The text of the bytes, without byte order mark. Raises ReadError where no encoding fits."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_lenient(raw[len(mark) :], encoding)
    if wide := _guess_wide(raw):
        found = _decode_lenient(raw, wide)
        return DecodedText(found.text, found.note or f"decoded as {wide}: it has no byte order mark")
    if raw.isascii() and not _is_shifting(declared):
        return DecodedText(raw.decode("ascii"))
    try:
        return DecodedText(raw.decode("utf-8") if not _is_shifting(declared) else raw.decode(str(declared)))
    except (UnicodeDecodeError, LookupError):
        return _decode_other(raw, declared)


def _decode_other(raw: bytes, declared: str | None) -> DecodedText:
    """Not UTF-8 as a whole: mostly UTF-8 with faults, the declared encoding, or a guess."""
    patched = raw.decode("utf-8", errors="replace")
    faults = patched.count("\ufffd")
    sound = sum(1 for character in patched if character > "\x7f") - faults
    if faults <= sound:
        return DecodedText(patched, f"UTF-8 with {faults} faults: each is shown as \ufffd")
    if encoding := _look_up(declared):
        return _decode_lenient(raw, encoding)
    if (western := _decode_western(raw)) is not None:
        return DecodedText(western, "decoded as Windows-1252: it is not UTF-8, and says nothing else")
    return _decode_guessed(raw)


def _decode_western(raw: bytes) -> str | None:
    """Windows-1252, where few bytes are above ASCII, as in English with typographic quotation marks."""
    high = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    if len(raw) * 0.15 < high:
        return None
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _decode_guessed(raw: bytes) -> DecodedText:
    from charset_normalizer import from_bytes

    guess = from_bytes(raw[:200_000]).best()
    if guess is None:
        raise ReadError("no text encoding fits its bytes; expected UTF-8")
    found = _decode_lenient(raw, guess.encoding)
    return DecodedText(found.text, f"decoded as {guess.encoding} by guess: it is not UTF-8, and says nothing else")


def _decode_lenient(raw: bytes, encoding: str) -> DecodedText:
    text = raw.decode(encoding, errors="replace")
    faults = text.count("\ufffd")
    if faults == 0:
        return DecodedText(text)
    return DecodedText(text, f"{encoding} with {faults} faults: each is shown as \ufffd")


def _look_up(declared: str | None) -> str | None:
    """The name of a text encoding that Python knows; Windows-1252 for all that browsers take for it."""
    name = (declared or "").strip().lower()
    if name in _WESTERN:
        return "cp1252"
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if found.startswith(_FAMILIES) else None


def _is_shifting(declared: str | None) -> bool:
    """Whether the declared encoding writes other scripts with ASCII bytes, as ISO-2022-JP does."""
    return (_look_up(declared) or "").startswith(("iso2022", "hz"))


def _guess_wide(raw: bytes) -> str | None:
    """UTF-16 without a mark, where nearly every second byte of mostly Latin text is zero."""
    head = raw[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 16 or even + odd < len(head) * 0.3:
        return None
    if odd * 20 < even:
        return "utf-16-be"
    return "utf-16-le" if even * 20 < odd else None
