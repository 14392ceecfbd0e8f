"""Lone surrogates, which broken input holds and no UTF-8 can say, and the private characters that stand in for them.

Invariant: one character for one, so that no position shifts: U+D800…U+DFFF stand as U+10F800…U+10FFFF.
"""

import re
from collections.abc import Iterable

from onrecord.errors import RecordError
from onrecord.store.sqlite import Row, Value

_OFFSET = 0x10F800 - 0xD800
_HIDE = {code: code + _OFFSET for code in range(0xD800, 0xE000)}
_SHOW = {stand_in: code for code, stand_in in _HIDE.items()}
_MARK = dict.fromkeys(_SHOW, "\ufffd")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STAND_IN = re.compile("[\U0010f800-\U0010ffff]")


def has_surrogate(rows: Iterable[Row]) -> bool:
    """Whether any cell holds a lone surrogate."""
    return any(_holds(_SURROGATE, cell) for row in rows for cell in row)


def hide_surrogates(row: Row) -> Row:
    """The row with stand-ins. Raises RecordError where it holds such a private character already."""
    if any(_holds(_STAND_IN, cell) for cell in row):
        raise RecordError("text with lone surrogates and with characters above U+10F7FF; expected one of them at most")
    return _translate(row, _HIDE)


def show_surrogates(row: Row) -> Row:
    """The row as it was before `hide_surrogates`."""
    return _translate(row, _SHOW)


def mark_surrogates(row: Row) -> Row:
    """The row with U+FFFD, the replacement character, for every stand-in: for files that must be valid UTF-8."""
    return _translate(row, _MARK)


def hide_in(text: str) -> str:
    """The text with stand-ins for its lone surrogates."""
    return text if text.isascii() else text.translate(_HIDE)


def show_in(text: str) -> str:
    """The text as it was before `hide_in`."""
    return text if text.isascii() else text.translate(_SHOW)


def _holds(pattern: re.Pattern[str], cell: Value) -> bool:
    return isinstance(cell, str) and not cell.isascii() and pattern.search(cell) is not None


def _translate(row: Row, table: dict[int, int] | dict[int, str]) -> Row:
    return tuple(cell.translate(table) if isinstance(cell, str) and not cell.isascii() else cell for cell in row)
