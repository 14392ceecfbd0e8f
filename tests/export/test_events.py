"""The event table as a file for R, pandas and spreadsheets."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import build_report, build_run

from onrecord.export.events import export_events, format_cell
from onrecord.model.coded import CodedDocument
from onrecord.store.writer import open_store


def export(tmp_path: Path, *docs: CodedDocument) -> tuple[bytes, list[dict[str, str]]]:
    target = tmp_path / "events.csv"
    with open_store(tmp_path / "news.db") as store:
        for doc in docs:
            store.write(doc, build_run(), doc.document.key)
        count = export_events(store, target)
    with target.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) == count
    return target.read_bytes(), rows


def test_every_row_has_the_columns_of_the_header(tmp_path: Path) -> None:
    content, rows = export(tmp_path, build_report())
    assert content.startswith(b"document_id,document_key,title,published,")
    assert b"\r" not in content
    assert [row["holder"] for row in rows] == ["Police", "rebels"]
    assert (rows[0]["killed"], rows[0]["score"], rows[0]["recipient_name"]) == ("3", "-9.0", "")


def test_a_database_without_events_gives_a_header(tmp_path: Path) -> None:
    content, rows = export(tmp_path)
    assert rows == []
    assert content.count(b"\n") == 1


def test_a_title_that_looks_like_a_formula_is_guarded(tmp_path: Path) -> None:
    doc = build_report()
    doc = replace(doc, document=replace(doc.document, title='=HYPERLINK("x")\nand more'))
    _, rows = export(tmp_path, doc)
    assert rows[0]["title"] == '\'=HYPERLINK("x")\nand more'


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [("title", "-5", "'-5"), ("title", "@a", "'@a"), ("title", "+1", "'+1"), ("title", "\t=1", "'\t=1"),
     ("title", "a=1", "a=1"), ("title", "", ""), ("title", None, None), ("score", -9.0, -9.0),
     ("killed", 3.0, 3), ("killed", 2.5, 2.5), ("latitude", -3.0, -3.0), ("quad", 4, 4)],
)  # fmt: skip
def test_texts_are_guarded_and_numbers_are_not(column: str, value: str | float | None, cell: object) -> None:
    assert format_cell(column, value) == cell
    assert type(format_cell(column, value)) is type(cell)
