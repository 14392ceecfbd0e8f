"""One document, its records and its outcome are one transaction, and writing again changes nothing."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import REPORT, build_document, build_report, build_run

from onrecord.errors import RecordError, StoreError
from onrecord.model.coded import CodedDocument
from onrecord.model.interchange import format_line
from onrecord.model.parse import Parse
from onrecord.store.check import check_store
from onrecord.store.sqlite import connect
from onrecord.store.views import count_outcomes, read_document, read_outcomes
from onrecord.store.writer import Store, open_reader, open_store

RUN, OTHER_RUN = build_run("run-1"), build_run("run-2")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "news.db") as opened:
        yield opened


def count(store: Store, table: str) -> int:
    number: int = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return number


def test_a_document_is_coded_and_its_records_are_there(store: Store) -> None:
    assert store.write(build_report(), RUN, "a.jsonl#1") == "coded"
    assert count(store, "event") == 1
    assert count(store, "view_cue") == 1
    assert [*read_outcomes(store)] == [("a.jsonl#1", build_report().id, "coded", None)]
    assert check_store(store) == []


def test_writing_again_with_the_same_run_changes_nothing(store: Store) -> None:
    store.write(build_report(), RUN, "a")
    before = store.connection.total_changes
    changed = replace(build_report(), events=())
    assert store.write(changed, RUN, "a") == "coded"
    assert count(store, "event") == 1
    assert store.connection.total_changes - before <= 1, "the outcome is set to what it was"


def test_another_run_replaces_the_records(store: Store) -> None:
    store.write(build_report(), RUN, "a")
    assert store.is_done(build_report().id, "run-1")
    assert not store.is_done(build_report().id, "run-2")
    changed = replace(build_report(), events=(), failures=())
    store.write(changed, OTHER_RUN, "a")
    assert read_document(store, changed.id) == changed
    assert not store.is_done(changed.id, "run-1")
    assert count(store, "event_mode") == 0
    assert count(store, "outcome") == 1
    assert check_store(store) == []


def test_the_same_text_under_another_key_is_a_duplicate_without_records(store: Store) -> None:
    first, second = build_report("a"), build_report("b")
    assert store.write(first, RUN, "a") == "coded"
    assert store.write(second, RUN, "b") == "duplicate"
    found = read_document(store, second.id)
    assert found is not None
    assert (found.document.outcome, found.document.same_as) == ("duplicate", first.id)
    assert (found.events, found.failures, found.text) == ((), (), REPORT)
    assert count(store, "event") == 1
    assert count_outcomes(store) == {"coded": 1, "duplicate": 1}
    assert check_store(store) == []


def test_a_report_that_was_edited_takes_the_place_of_its_older_version(store: Store) -> None:
    first, edited = build_report("a"), build_report("a", REPORT + " It said more.")
    store.write(first, RUN, "a")
    assert store.write(edited, RUN, "a") == "coded"
    assert read_document(store, first.id) is None
    assert [*read_outcomes(store)] == [("a", edited.id, "coded", None)]
    assert check_store(store) == []


def test_copies_of_an_older_version_are_coded_when_their_turn_comes(store: Store) -> None:
    store.write(build_report("a"), RUN, "a")
    store.write(build_report("b"), RUN, "b")
    store.write(build_report("a", REPORT + " It said more."), RUN, "a")
    assert store.write(build_report("b"), RUN, "b") == "coded"
    assert count_outcomes(store) == {"coded": 2}
    assert check_store(store) == []


def test_a_duplicate_stays_one_when_both_are_coded_again(store: Store) -> None:
    for run in (RUN, OTHER_RUN):
        store.write(build_report("a"), run, "a")
        store.write(build_report("b"), run, "b")
    assert count_outcomes(store) == {"coded": 1, "duplicate": 1}
    assert check_store(store) == []


def test_empty_reports_are_skipped_and_never_duplicates(store: Store) -> None:
    for key in "ab":
        assert store.write(CodedDocument(build_document(key, "")), RUN, key) == "skipped"
    assert count_outcomes(store) == {"skipped": 2}


def test_an_item_that_cannot_be_read_is_failed_until_it_can(store: Store) -> None:
    store.write_failure("a.html", "not text")
    store.write_failure("a.html", "still not text")
    assert [*read_outcomes(store)] == [("a.html", None, "failed", "still not text")]
    assert store.has_outcome("a.html")
    assert not store.has_outcome("b.html")
    store.write(build_report(), RUN, "a.html")
    assert count_outcomes(store) == {"coded": 1}


def test_two_items_with_the_same_document_have_an_outcome_each(store: Store) -> None:
    store.write(build_report(), RUN, "x.jsonl#1")
    store.write(build_report(), RUN, "y.jsonl#1")
    assert count(store, "document") == 1
    assert count_outcomes(store) == {"coded": 2}


def test_names_of_files_that_are_not_utf_8_come_back(store: Store) -> None:
    store.write_failure("caf\udce9.html", "no text\udcff")
    assert store.has_outcome("caf\udce9.html")
    assert [*read_outcomes(store)] == [("caf\udce9.html", None, "failed", "no text\udcff")]


def test_lone_surrogates_come_back_as_they_were(store: Store) -> None:
    doc = CodedDocument(build_document("caf\udce9", "a\ud83d b é 😀\0 c"))
    store.write(doc, RUN, "a")
    assert read_document(store, doc.id) == doc
    assert check_store(store) == []


def test_private_characters_come_back_as_they_were(store: Store) -> None:
    doc = CodedDocument(build_document("k", "a\U0010f8ff"))
    store.write(doc, RUN, "a")
    assert read_document(store, doc.id) == doc


def test_surrogates_beside_their_stand_ins_are_refused(store: Store) -> None:
    with pytest.raises(RecordError, match="expected one of them"):
        store.write(CodedDocument(build_document("k", "\ud83d \U0010f8ff")), RUN, "a")
    assert count(store, "document") == 0


def test_a_broken_reference_is_refused_and_nothing_is_stored(store: Store) -> None:
    doc = build_report()
    broken = replace(doc, events=(replace(doc.events[0], place="place-x"),))
    with pytest.raises(RecordError, match="place: found place-x; expected"):
        store.write(broken, RUN, "a")
    assert [count(store, table) for table in ("run", "document", "outcome", "mention")] == [0, 0, 0, 0]
    assert store.write(doc, RUN, "a") == "coded"


def test_a_view_held_by_a_statement_that_is_not_there_is_refused(store: Store) -> None:
    doc = build_report()
    view = replace(doc.events[0].views[0], holder="statement-x")
    with pytest.raises(RecordError, match="holder: found statement-x"):
        store.write(replace(doc, events=(replace(doc.events[0], views=(view,)),)), RUN, "a")


def test_an_id_used_twice_is_refused(store: Store) -> None:
    doc = build_report()
    with pytest.raises(RecordError, match="UNIQUE"):
        store.write(replace(doc, events=doc.events * 2), RUN, "a")


def test_numbers_that_are_not_finite_are_refused(store: Store) -> None:
    doc = build_report()
    with pytest.raises(RecordError, match="finite"):
        store.write(replace(doc, events=(replace(doc.events[0], killed=float("nan")),)), RUN, "a")


def test_an_unfinished_document_is_refused(store: Store) -> None:
    with pytest.raises(RecordError, match="unfinished"):
        store.write(replace(build_report(), parse=Parse((), ())), RUN, "a")


def test_a_second_writer_is_told_that_the_file_is_busy(store: Store) -> None:
    with open_store(store.path, busy_timeout_seconds=0.05) as second:
        store.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy: another program is writing"):
            second.write(build_report(), RUN, "a")
        store.connection.execute("ROLLBACK")
        assert second.write(build_report(), RUN, "a") == "coded"


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path) as store:
        store.write(build_report(), RUN, "a")
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store.connection.execute("PRAGMA synchronous").fetchone() == (2,)
    with open_store(str(path)) as store:
        found = read_document(store, build_report().id)
        assert found is not None
        assert format_line(found) == format_line(build_report())


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    open_store(path).close()
    assert path.stat().st_size > 0


@pytest.mark.parametrize("opener", [open_store, open_reader])
def test_other_files_are_refused_and_left_alone(tmp_path: Path, opener: type[Store]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("hello")
    with pytest.raises(StoreError, match="not a database"):
        opener(text)
    assert text.read_text() == "hello"
    foreign = tmp_path / "b.db"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE document (x)")
    other.close()
    before = foreign.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        opener(foreign)
    assert foreign.read_bytes() == before
    with pytest.raises(StoreError, match="a folder"):
        opener(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        open_store(tmp_path / "no" / "a.db")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    with pytest.raises(StoreError, match=r"a\.db"):
        open_store(path)


def test_a_reader_makes_no_file_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with pytest.raises(StoreError, match="no database there"):
        open_reader(path)
    assert not path.exists()
    open_store(path).close()
    with open_reader(path) as reader, pytest.raises(StoreError, match="read-only"):
        reader.write(build_report(), RUN, "a")


def test_a_reader_reads_while_another_writes(store: Store) -> None:
    store.write(build_report(), RUN, "a")
    with open_reader(store.path) as reader:
        store.connection.execute("BEGIN IMMEDIATE")
        assert read_document(reader, build_report().id) == build_report()
        store.connection.execute("ROLLBACK")


def test_a_copy_on_a_disk_that_cannot_be_written_to_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.write(build_report(), RUN, "a")
    with Store(path, connect(path, mode="immutable")) as store:
        assert read_document(store, build_report().id) == build_report()
