"""JSON lines: one report a line, its text taken as it is, character for character.

A line that is broken is a problem of its own; the lines after it are read.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import ReadError
from onrecord.read.dates import read_first_date
from onrecord.read.encodings import find_binary
from onrecord.read.reports import Note, ReaderSettings, ReadItem, ReadProblem, make_report

LONGEST_LINE = 50_000_000
EXPECTED = 'one JSON object a line, such as {"id": "1", "text": "…", "published": "2014-08-20"}'
_WORDS = ("title", "url", "publisher", "language")
_KEYS = frozenset({"id", "text", "published", *_WORDS})


def read_jsonl(key: str, path: Path, *, reader: ReaderSettings) -> Iterator[ReadItem]:
    """The reports of a file in its order, with problems as `key#line` in their places. Blank lines are passed over.

    Raises ReadError where the file as a whole is not JSON lines in UTF-8.
    """
    for number, line in _read_lines(path):
        place = f"{key}#{number}"
        if line is None:
            yield ReadProblem(place, f"line longer than {LONGEST_LINE:,} bytes; expected {EXPECTED}")
        elif line.strip():
            try:
                yield from _read_report(place, _parse_line(line), reader)
            except ReadError as error:
                yield ReadProblem(place, str(error))


def _read_lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for one that is too long to hold."""
    with path.open("rb") as file:
        _check_start(file.peek(4096))
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) <= LONGEST_LINE:
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(1 << 20)
            yield number, None


def _check_start(head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("not JSON lines in UTF-8: it begins with a UTF-16 byte order mark; expected UTF-8")
    if binary := find_binary(head):
        raise ReadError(f"not JSON lines: {binary}; expected {EXPECTED}")


def _parse_line(line: bytes) -> dict[str, object]:
    try:
        found: object = json.loads(line.decode("utf-8"), object_pairs_hook=_make_object)
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8 at byte {error.start + 1} of the line; expected {EXPECTED}") from error
    except json.JSONDecodeError as error:
        raise ReadError(f"broken JSON at character {error.colno}: {error.msg}; expected {EXPECTED}") from error
    except RecursionError as error:
        raise ReadError(f"JSON nested too deeply; expected {EXPECTED}") from error
    except ValueError as error:
        raise ReadError(f"a number too long to read; expected {EXPECTED}") from error
    if not isinstance(found, dict):
        raise ReadError(f"found {_name_type(found)}; expected {EXPECTED}")
    return found


def _make_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next((name for name in names if name in _KEYS and names.count(name) > 1), None)
        if twice is not None:
            raise ReadError(f'key "{twice}" given twice on the line; expected it once')
    return found


def _read_report(place: str, found: dict[str, object], reader: ReaderSettings) -> Iterator[ReadItem]:
    key = _read_id(found.get("id")) or place
    text = _read_text(found)
    about, notes = _read_about(found)
    published, wrong = read_first_date(_list_dates(found.get("published")))
    if published is None and found.get("published") in (None, ""):
        published = reader.published
    _check_unicode({"id": key, "text": text, **about})
    yield make_report(key, text, about=about, published=published, reader=reader)
    for note in (*notes, *([f"published: {wrong}"] if wrong else [])):
        yield Note(key, note)


def _read_id(given: object) -> str | None:
    """The id as text; a whole number is written out. None where there is none."""
    if given is None or given == "":
        return None
    if isinstance(given, str):
        return given
    if isinstance(given, int | float) and not isinstance(given, bool) and given == given:
        return str(given)
    raise ReadError(f"id: found {_name_type(given)}; expected text or a number")


def _read_text(found: dict[str, object]) -> str:
    if "text" not in found:
        keys = ", ".join(f'"{key[:30]}"' for key in list(found)[:10]) or "none"
        raise ReadError(f'no "text"; found keys: {keys}; expected {EXPECTED}')
    text = found["text"]
    if not isinstance(text, str):
        raise ReadError(f"text: found {_name_type(text)}; expected text")
    return text


def _read_about(found: dict[str, object]) -> tuple[dict[str, str | None], list[str]]:
    """What is known besides the text; what is not text is passed over, and noted."""
    about: dict[str, str | None] = {}
    notes: list[str] = []
    for name in _WORDS:
        value = found.get(name)
        about[name] = value if isinstance(value, str) and value.strip() else None
        if value is not None and not isinstance(value, str):
            notes.append(f"{name}: found {_name_type(value)}; expected text; passed over")
    return about, notes


def _list_dates(given: object) -> list[str]:
    if given is None or given == "":
        return []
    return [str(given)[:200]] if isinstance(given, str | int) and not isinstance(given, bool) else [_name_type(given)]


def _check_unicode(words: dict[str, str | None]) -> None:
    for name, value in words.items():
        try:
            (value or "").encode("utf-8")
        except UnicodeEncodeError as error:
            raise ReadError(
                f"{name}: half a surrogate pair at character {error.start + 1}; expected whole Unicode characters"
            ) from error


def _name_type(value: object) -> str:
    """The JSON type in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    names = {str: "text", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
