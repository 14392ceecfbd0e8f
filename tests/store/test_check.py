"""Whatever breaks a promise of the database is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories import build_report, build_run

from onrecord.store.check import check_store
from onrecord.store.writer import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as opened:
        opened.write(build_report("a"), build_run(), "a")
        opened.write(build_report("b"), build_run(), "b")
        opened.connection.execute("PRAGMA foreign_keys = OFF")
        yield opened


def test_a_sound_database_has_no_problems(store: Store) -> None:
    assert check_store(store) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("UPDATE document SET text = text || '.'", "its text is not the one that was coded"),
        ("UPDATE mention SET span_end = 999 WHERE position = 0", "table mention, document-"),
        ("UPDATE event SET trigger_start = trigger_end", "trigger lies outside the text"),
        ("UPDATE statement SET cue_start = NULL", "table statement"),
        ("UPDATE event_participant SET span_start = -1", "table event_participant"),
        ("UPDATE zone SET span_end = 10000", "table zone"),
        ("UPDATE mention SET actor = 'x' WHERE actor IS NOT NULL", "table mention: a row refers to a row of actor"),
        ("UPDATE view SET holder = 'statement-x'", "table view: a row refers to a row of statement"),
        ("UPDATE link SET target = 'x'", "its target is not a record of that kind"),
        ("DELETE FROM outcome", "no item of the input has this outcome"),
        ("UPDATE outcome SET outcome = 'skipped'", "differs from its document's"),
        ("UPDATE document SET same_as = NULL", "a duplicate without same_as"),
        ("UPDATE document SET reason = NULL", "without a reason"),
        ("UPDATE document SET outcome = 'skipped', reason = 'x', same_as = NULL", "has records without being coded"),
    ],
)
def test_each_broken_promise_is_named(store: Store, change: str, message: str) -> None:
    store.connection.execute(change)
    assert any(message in problem for problem in check_store(store)), check_store(store)


def test_a_damaged_file_is_named(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    store.connection.execute(f"VACUUM INTO '{copy}'")
    pages = bytearray(copy.read_bytes())
    (size,) = store.connection.execute("PRAGMA page_size").fetchone()
    (page,) = store.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_type'").fetchone()
    with open_store(copy) as opened:
        (page,) = opened.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event_type'").fetchone()
    pages[(page - 1) * size : page * size] = b"\0" * size
    copy.write_bytes(pages)
    with open_store(copy) as opened:
        assert any("damaged file" in problem for problem in check_store(opened))
