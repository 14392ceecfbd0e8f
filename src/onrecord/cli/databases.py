"""Opening what a command was given: a database, or a file of JSON lines."""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.exits import CommandError, ExitCode

if TYPE_CHECKING:
    from onrecord.store.writer import Store

HEADER = b"SQLite format 3\0"


def check_file(path: Path) -> None:
    """Raise CommandError where there is no file."""
    if not path.is_file():
        found = "a folder; expected a file" if path.is_dir() else "no such file"
        can = "Give the database or the JSON lines that `onrecord code … --output` wrote"
        raise CommandError(ExitCode.USAGE, found, str(path), "Nothing was done", can)


def is_database(path: Path) -> bool:
    """Whether the file begins as SQLite does."""
    with path.open("rb") as opened:
        return opened.read(len(HEADER)) == HEADER


def open_database(path: Path) -> "Store":
    """The database, for reading only."""
    from onrecord.store.writer import open_reader

    check_file(path)
    return open_reader(path)
