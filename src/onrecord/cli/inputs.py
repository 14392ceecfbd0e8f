"""What the user named as input: files, folders, and `-` for text on stdin."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.read.reports import ReaderSettings, ReadItem

STDIN = "-"
BESIDE_DATABASE = ("-wal", "-shm", "-journal")


def read_items(paths: Sequence[str], *, reader: "ReaderSettings", output: Path | None = None) -> Iterator["ReadItem"]:
    """The documents, problems and notes of all inputs in their order; what the run itself writes is no input."""
    from onrecord.model.documents import Document
    from onrecord.read.reports import ReadProblem

    own = {os.path.realpath(f"{output}{ending}") for ending in ("", *BESIDE_DATABASE)} if output else set()
    keys: set[str] = set()
    for item in _read_groups(paths, reader):
        if own and os.path.realpath(item.key.rpartition("#")[0] or item.key) in own:
            continue
        if isinstance(item, Document):
            if item.key in keys:
                yield ReadProblem(item.key, "id given twice: an earlier report has it; expected one of its own")
                continue
            keys.add(item.key)
        yield item


def _read_groups(paths: Sequence[str], reader: "ReaderSettings") -> Iterator["ReadItem"]:
    """Everything between two `-` is read together."""
    from onrecord.read.inputs import read_inputs

    for is_stdin, group in groupby(paths, key=lambda path: path == STDIN):
        if is_stdin:
            yield from _read_stdin(reader)
        else:
            yield from read_inputs(list(group), reader=reader)


def _read_stdin(reader: "ReaderSettings") -> Iterator["ReadItem"]:
    from onrecord.errors import ReadError
    from onrecord.read.reports import ReadProblem
    from onrecord.read.text import LARGEST_FILE, read_text

    raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        yield ReadProblem(STDIN, f"larger than {LARGEST_FILE:,} bytes, which is the most that is read of one text")
        return
    try:
        yield from read_text(STDIN, raw, reader=reader)
    except ReadError as error:
        yield ReadProblem(STDIN, str(error))


def count_items(paths: Sequence[str]) -> int:
    """About how many reports the inputs hold: a file each, and a line each of JSON lines. For progress only."""
    return sum(1 if path == STDIN else sum(map(_count_file, _walk_files(path))) for path in paths)


def _walk_files(path: str) -> Iterator[str]:
    if not Path(path).is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118


def _count_file(path: str) -> int:
    from onrecord.read.inputs import HTML_ENDINGS, JSONL_ENDINGS, TEXT_ENDINGS

    if path.lower().endswith(JSONL_ENDINGS):
        return _count_lines(path)
    return int(path.lower().endswith((*TEXT_ENDINGS, *HTML_ENDINGS)))


def _count_lines(path: str) -> int:
    try:
        with Path(path).open("rb") as opened:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: opened.read(1 << 20), b"")) or 1
    except OSError:
        return 1
