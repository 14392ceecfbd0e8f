"""A database is brought to today's form in whole steps."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import migrations
from onrecord.store.migrations import MIGRATIONS, apply_migrations, find_pending, split_statements
from onrecord.store.sqlite import Connection, connect


def add_note(connection: Connection) -> None:
    connection.execute("CREATE TABLE note (words TEXT) STRICT")


def fail_halfway(connection: Connection) -> None:
    connection.execute("CREATE TABLE half (words TEXT) STRICT")
    raise RuntimeError("halfway")


def list_tables(connection: Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def test_asking_for_pending_migrations_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    assert find_pending(connection, path) == list(MIGRATIONS)
    assert list_tables(connection) == set()
    connection.close()
    assert path.stat().st_size == 0


def test_applying_twice_does_nothing_the_second_time(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    assert apply_migrations(connection, path) == ["create_tables"]
    assert apply_migrations(connection, path) == []
    assert connection.execute("SELECT name FROM migration").fetchall() == [("create_tables",)]
    connection.close()


def test_an_older_database_gets_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    apply_migrations(connection, path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, add_note))
    assert apply_migrations(connection, path) == ["add_note"]
    assert "note" in list_tables(connection)
    connection.close()


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    apply_migrations(connection, path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, fail_halfway))
    with pytest.raises(RuntimeError, match="halfway"):
        apply_migrations(connection, path)
    assert "half" not in list_tables(connection)
    assert find_pending(connection, path) == [fail_halfway]
    connection.close()


def test_a_newer_database_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    apply_migrations(connection, path)
    connection.execute("INSERT INTO migration (name) VALUES ('of_tomorrow')")
    with pytest.raises(
        StoreError, match=r"newer Onrecord, which made the changes of_tomorrow; .* pip install --upgrade"
    ):
        find_pending(connection, path)
    connection.close()


def test_statements_are_split_at_their_ends_only() -> None:
    script = "-- a; b\nCREATE TABLE t (x); -- c;\nINSERT INTO t VALUES\n  (';');\n"
    assert len(list(split_statements(script))) == 2


def test_older_programs_can_read_the_tables_and_the_view(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    apply_migrations(connection, path)
    connection.close()
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT * FROM event_table").fetchall() == []
    other.close()


def test_every_table_is_strict(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = connect(path)
    apply_migrations(connection, path)
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
    )
    assert [name for (name,) in loose if not name.startswith("sqlite_")] == []
    connection.close()
