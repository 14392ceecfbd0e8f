"""How a database gets from any earlier form to today's.

Invariant: a migration and the row that records it are one transaction. A migration is never changed after a release.
"""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store.sqlite import Connection, complete_statement

APPLICATION_ID = 0x4F6E5243  # "OnRC", in the header of every database of ours
Migration = Callable[[Connection], None]


def create_tables(connection: Connection) -> None:
    """The tables of the first release."""
    for statement in split_statements(files("onrecord.store").joinpath("schema.sql").read_text("utf-8")):
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (create_tables,)
"""All migrations in the order in which they are applied; their names are for ever."""


def find_pending(connection: Connection, path: Path) -> list[Migration]:
    """The migrations that a database still needs, in their order; nothing is written.

    Raises StoreError for a database that is not ours, or that a newer Onrecord wrote.
    """
    applied = _find_applied(connection, path)
    known = {migration.__name__ for migration in MIGRATIONS}
    unknown = [name for name in applied if name not in known]
    if unknown:
        raise StoreError(
            f"{path}: written by a newer Onrecord, which made the changes {', '.join(unknown)}; "
            "expected one written by this version or an older one: pip install --upgrade onrecord"
        )
    return [migration for migration in MIGRATIONS if migration.__name__ not in applied]


def apply_migrations(connection: Connection, path: Path) -> list[str]:
    """The names of the migrations that were needed and are now applied."""
    done = []
    while find_pending(connection, path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again inside the transaction: another program may have applied it while we waited.
            for migration in find_pending(connection, path)[:1]:
                _apply(connection, migration)
                done.append(migration.__name__)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return done


def split_statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, each with the comments before it."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""


def _apply(connection: Connection, migration: Migration) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"
    )
    migration(connection)
    connection.execute("INSERT INTO migration (name) VALUES (?)", (migration.__name__,))


def _find_applied(connection: Connection, path: Path) -> list[str]:
    """The names of the migrations applied so far; none for an empty file."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if not tables and application_id in (0, APPLICATION_ID):
        return []
    if application_id != APPLICATION_ID or "migration" not in tables:
        raise StoreError(f"{path}: a database of another program; expected a new path or one that Onrecord wrote")
    return [name for (name,) in connection.execute("SELECT name FROM migration ORDER BY position")]
