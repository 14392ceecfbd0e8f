"""Which SQLite is in use is known, and its errors say what to do."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store.sqlite import connect, explain_errors, find_engine, has_wal_fault


@pytest.mark.parametrize(
    ("version", "faulty"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 44, 5), True), ((3, 44, 6), False),
     ((3, 50, 6), True), ((3, 50, 7), False), ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 4), False)],
)  # fmt: skip
def test_the_wal_fault_is_known_by_version(version: tuple[int, ...], faulty: bool) -> None:
    assert has_wal_fault(version) is faulty


@pytest.mark.skipif(find_spec("pysqlite3") is None, reason="there is no pysqlite3 for this Python")
def test_the_bundled_engine_is_preferred_and_sound() -> None:
    engine = find_engine()
    assert engine.package == "pysqlite3"
    assert not engine.has_fault


def test_a_path_with_signs_of_a_uri_is_a_plain_path(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20 é.db"
    connection = connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert path.exists()


def test_foreign_keys_are_on(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_a_path_that_cannot_be_opened_is_explained(tmp_path: Path) -> None:
    with (
        pytest.raises(StoreError, match="cannot be opened; expected a path in an existing folder"),
        explain_errors(tmp_path),
    ):
        connect(tmp_path / "no" / "a.db")
