"""The exported lines are those that were coded, in the order of the ids."""

from pathlib import Path

import pytest
from tests.factories import build_document, build_report, build_run

from onrecord.errors import RecordError
from onrecord.export.record import export_record, write_documents
from onrecord.model.coded import CodedDocument
from onrecord.model.interchange import format_line, read_line
from onrecord.store.writer import open_store


def test_lines_are_ordered_by_document_id_and_equal_those_of_the_documents(tmp_path: Path) -> None:
    docs = [build_report(), *(CodedDocument(build_document(key, f"Text {key}\u2028é😀")) for key in "abcdef")]
    with open_store(tmp_path / "news.db") as store:
        for doc in docs:
            store.write(doc, build_run(), doc.document.key)
        assert export_record(store, tmp_path / "out.jsonl") == 7
    lines = (tmp_path / "out.jsonl").read_bytes().decode().split("\n")
    assert lines == [*(format_line(doc) for doc in sorted(docs, key=lambda doc: doc.id)), ""]
    assert [read_line(line) for line in lines[:-1]] == sorted(docs, key=lambda doc: doc.id)


def test_the_order_of_writing_does_not_change_the_file(tmp_path: Path) -> None:
    docs = [CodedDocument(build_document(key, f"Text {key}")) for key in "abcd"]
    for name, order in (("one", docs), ("two", docs[::-1])):
        with open_store(tmp_path / f"{name}.db") as store:
            for doc in order:
                store.write(doc, build_run(), doc.document.key)
            export_record(store, tmp_path / f"{name}.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_broken_text_makes_a_valid_file(tmp_path: Path) -> None:
    doc = CodedDocument(build_document("k\udcff", "a\ud83d b"))
    write_documents([doc], tmp_path / "out.jsonl")
    assert read_line((tmp_path / "out.jsonl").read_text("utf-8").removesuffix("\n")) == doc


def test_a_document_that_cannot_be_written_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        write_documents([build_report(), CodedDocument(build_document("k", "\ud83d\ude00"))], tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []
