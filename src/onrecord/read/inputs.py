"""Any mixture of files and folders becomes documents, in the order given.

Invariant: every item is a document or a problem; nothing is passed over but hidden files and blank lines.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import ReadError
from onrecord.model.documents import Document
from onrecord.read.jsonl import read_jsonl
from onrecord.read.reports import Note, ReaderSettings, ReadItem, ReadProblem
from onrecord.read.text import LARGEST_FILE, read_text

TEXT_ENDINGS = (".txt", ".text")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
JSONL_ENDINGS = (".jsonl", ".ndjson")
SUPPORTED = ", ".join((*TEXT_ENDINGS, *HTML_ENDINGS, *JSONL_ENDINGS))

__all__ = ["Note", "ReadItem", "ReadProblem", "ReaderSettings", "read_inputs"]


def read_inputs(paths: Sequence[str], *, reader: ReaderSettings) -> Iterator[ReadItem]:
    """The documents of all inputs in order, each followed by its notes, with problems in their places.

    A folder is walked by name, with its sub-folders. Bad input never raises. No two documents have the same key.
    """
    keys: set[str] = set()
    for path in paths:
        for item in _read_path(path, reader):
            if isinstance(item, Document) and item.key in keys:
                yield ReadProblem(item.key, "id given twice: an earlier report has it; expected one of its own")
                continue
            if isinstance(item, Document):
                keys.add(item.key)
            yield item


def _read_path(path: str, reader: ReaderSettings) -> Iterator[ReadItem]:
    for found in _walk(path):
        if isinstance(found, ReadProblem):
            yield found
            continue
        key = name_path(found)
        try:
            yield from _read_file(key, found, reader)
        except ReadError as error:
            yield ReadProblem(key, str(error))
        except OSError as error:
            yield ReadProblem(key, f"cannot be read: {error.strerror or error}")


def name_path(path: str) -> str:
    """The path as it was given, with bytes that are no text written out: what can be stored as UTF-8."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _walk(path: str) -> Iterator[str | ReadProblem]:
    """The files of a path in order of their names, and what cannot be read. Hidden files are passed over."""
    waiting = [path]
    while waiting:
        found = waiting.pop()
        try:
            mode = Path(found).stat().st_mode
            if problem := _find_problem(found, mode, is_given=found is path):
                yield ReadProblem(name_path(found), problem)
            elif stat.S_ISDIR(mode):
                waiting.extend(reversed(_list_folder(found)))
            else:
                yield found
        except OSError as error:
            yield ReadProblem(name_path(found), f"cannot be read: {error.strerror or error}")
        except ValueError as error:
            yield ReadProblem(name_path(found), f"not a path: {error}; expected a file or a folder")


def _list_folder(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(entry.path for entry in entries if not entry.name.startswith("."))


def _find_problem(path: str, mode: int, *, is_given: bool) -> str | None:
    """What keeps a path from being read, if anything does. Links to folders are followed only where given."""
    if not path:
        return "an empty path; expected a file or a folder"
    if stat.S_ISDIR(mode):
        return None if is_given or not Path(path).is_symlink() else "a link to a folder; expected the folder itself"
    if not stat.S_ISREG(mode):
        return "not a file: a device, pipe or socket; expected a file or a folder"
    ending = Path(path).suffix.lower()
    if ending not in (*TEXT_ENDINGS, *HTML_ENDINGS, *JSONL_ENDINGS):
        found = f'its name ends in "{name_path(ending)}"' if ending else "its name has no ending"
        return f"{found}; expected one of {SUPPORTED}"
    return None


def _read_file(key: str, path: str, reader: ReaderSettings) -> Iterator[ReadItem]:
    ending = Path(path).suffix.lower()
    if ending in JSONL_ENDINGS:
        yield from read_jsonl(key, Path(path), reader=reader)
    elif ending in HTML_ENDINGS:
        from onrecord.read.html import LARGEST_PAGE, read_html

        yield from read_html(key, _read_bytes(path, LARGEST_PAGE), reader=reader)
    else:
        yield from read_text(key, _read_bytes(path, LARGEST_FILE), reader=reader)


def _read_bytes(path: str, most: int) -> bytes:
    with Path(path).open("rb") as file:
        raw = file.read(most + 1)
    if most < len(raw):
        raise ReadError(f"larger than {most:,} bytes, which is the most that is read of one file")
    return raw
