"""The SQLite engine in use: pysqlite3, which bundles a sound one, else Python's own.

Versions 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write and checkpoint at the same instant.
Source: sqlite.org/wal.html, "The WAL-reset bug"; the fix was also carried back to 3.44.6 and 3.50.7.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from onrecord.errors import StoreError

if TYPE_CHECKING:
    import sqlite3 as engine
else:
    try:
        import pysqlite3 as engine
    except ImportError:
        import sqlite3 as engine

Connection = engine.Connection
Error = engine.Error
IntegrityError = engine.IntegrityError
complete_statement = engine.complete_statement
Value = str | int | float | None
Row = tuple[Value, ...]

BUSY_TIMEOUT_SECONDS = 10.0
OLDEST = (3, 37, 0)  # STRICT tables
_FIRST_FAULTY, _FIRST_SOUND = (3, 7, 0), (3, 51, 3)
_CARRIED_BACK = {(3, 44): 6, (3, 50): 7}


class EngineVersion(NamedTuple):
    """Which SQLite is in use, from which package, and whether it has the WAL-reset fault."""

    package: str
    version: str
    has_fault: bool


def find_engine() -> EngineVersion:
    """The SQLite that every database is opened with."""
    return EngineVersion(engine.__name__, engine.sqlite_version, has_wal_fault(engine.sqlite_version_info))


def has_wal_fault(version: tuple[int, ...]) -> bool:
    """Whether that SQLite version can corrupt a WAL database."""
    if not _FIRST_FAULTY <= version < _FIRST_SOUND:
        return False
    sound_patch = _CARRIED_BACK.get((version[0], version[1]))
    return sound_patch is None or version[2] < sound_patch


def connect(path: Path, *, mode: str = "rwc", busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Connection:
    """A connection that begins no transactions of its own, with foreign keys on.

    `mode` is SQLite's: ro, rw, rwc; or "immutable" for a file on a disk that nobody can write.
    """
    if engine.sqlite_version_info < OLDEST:
        raise StoreError(f"SQLite {engine.sqlite_version}: expected 3.37 or later; pip install pysqlite3")
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"file:{quote(str(path.absolute()))}?{options}"
    connection = engine.connect(uri, uri=True, timeout=busy_timeout_seconds, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def explain_errors(path: Path) -> Iterator[None]:
    """Turns the engine's errors into StoreError that names the file and what to do."""
    try:
        yield
    except Error as error:
        raise StoreError(f"{path}: {_explain(error)}") from error


def _explain(error: Error) -> str:
    name = getattr(error, "sqlite_errorname", None) or ""
    words = str(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "busy: another program is writing to it; wait until it ends, or end it"
    if name.startswith("SQLITE_NOTADB"):
        return "not a database; expected a new path or a database that Onrecord wrote"
    if name.startswith("SQLITE_CANTOPEN"):
        return "cannot be opened; expected a path in an existing folder that may be written to"
    if name.startswith("SQLITE_READONLY"):
        return "read-only; expected a file and a folder that may be written to"
    if name.startswith("SQLITE_FULL"):
        return "the disk is full; nothing of this document was stored"
    if name.startswith("SQLITE_CORRUPT"):
        return f"damaged ({words}); recover it with `sqlite3 FILE .recover`, or code the input again"
    return f"SQLite says: {words}"
