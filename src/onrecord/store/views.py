"""What is read back: whole documents, single records, and the flat event table.

Invariant: a document is read as of one moment and equals the one written; order is by document id, then as written.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from onrecord.model.coded import CodedDocument, Record
from onrecord.model.documents import Document
from onrecord.model.provenance import Run
from onrecord.store.sqlite import Row, Value, explain_errors
from onrecord.store.stand_ins import hide_in, mark_surrogates, show_in, show_surrogates
from onrecord.store.tables import PARTS, TOP, Table, build_items, name_columns, read_cells
from onrecord.store.writer import DOCUMENT_FIELDS, Store

PAGE = 500
ID_TABLES = ("actor", "place", "time", "mention", "statement", "event", "view", "relation", "link")
EventRow = dict[str, Value]


class ItemOutcome(NamedTuple):
    """How one item of the input ended; `document` is None where it could not be read or coded."""

    item: str
    document: str | None
    outcome: str
    reason: str | None


def read_documents(store: Store) -> Iterator[CodedDocument]:
    """All documents with their records, ordered by document id."""
    for id in _read_ids(store):
        doc = read_document(store, id)
        if doc is not None:
            yield doc


def read_document(store: Store, id: str) -> CodedDocument | None:
    """The document with that id and its records, exactly as it was written; None where there is none."""
    columns = ", ".join(name_columns(DOCUMENT_FIELDS))
    with store.snapshot():
        found = store.connection.execute(
            f"SELECT stand_ins, {columns} FROM document WHERE id = ?",  # noqa: S608
            (hide_in(id),),
        ).fetchone()
        if found is None:
            return None
        has_stand_ins, *cells = found
        fetch = _Fetch(store, hide_in(id), bool(has_stand_ins))
        zones = build_items(PARTS[Document]["zones"], fetch).get("", ())
        lists = {name: build_items(table, fetch).get("", ()) for name, table in TOP.items()}
    values = read_cells(show_surrogates(tuple(cells)) if has_stand_ins else tuple(cells), DOCUMENT_FIELDS)
    document = Document(**values, zones=zones)  # type: ignore[arg-type]
    return replace(CodedDocument(document), **lists)  # type: ignore[arg-type]


def find_record(store: Store, id: str) -> tuple[CodedDocument, Record | Document] | None:
    """The record with that id (a document's also) and the document it belongs to; None where there is none."""
    document_id = id if store.has_row("SELECT 1 FROM document WHERE id = ?", hide_in(id)) else _find_owner(store, id)
    doc = read_document(store, document_id) if document_id is not None else None
    if doc is None:
        return None
    record = find_in(doc, id)
    return None if record is None else (doc, record)


def find_in(doc: CodedDocument, id: str) -> Record | Document | None:
    """The record with that id in a finished document; None where there is none."""
    if doc.id == id:
        return doc.document
    records = [record for name in TOP for record in getattr(doc, name)]
    records += [view for event in doc.events for view in event.views]
    return next((cast(Record, record) for record in records if getattr(record, "id", None) == id), None)


def list_event_columns(store: Store) -> list[str]:
    """The columns of the flat event table."""
    with explain_errors(store.path):
        return [column[0] for column in store.connection.execute("SELECT * FROM event_table LIMIT 0").description]


def read_event_rows(store: Store) -> Iterator[EventRow]:
    """One row per event × actor × recipient × view, texts filled in; see `event_table` in schema.sql.

    Ordered by document id, then as in the document. A lone surrogate is given as U+FFFD.
    """
    columns = list_event_columns(store)
    query = """
        SELECT document.stand_ins, event_table.* FROM event_table JOIN document ON document.id = document_id
        WHERE document_id = ? ORDER BY event_number, actor_number, recipient_number, view_number
    """
    for id in _read_ids(store):
        with explain_errors(store.path):
            rows = store.connection.execute(query, (id,)).fetchall()
        for has_stand_ins, *cells in rows:
            row = mark_surrogates(tuple(cells)) if has_stand_ins else tuple(cells)
            yield dict(zip(columns, row, strict=True))


def read_outcomes(store: Store) -> Iterator[ItemOutcome]:
    """How every item of the input ended, ordered by item."""
    query = "SELECT item, document, outcome, reason FROM outcome ORDER BY item, document"
    with explain_errors(store.path):
        found = store.connection.execute(query).fetchall()
    for item, document, outcome, reason in found:
        yield ItemOutcome(show_in(item), document, outcome, reason and show_in(reason))


def count_outcomes(store: Store) -> dict[str, int]:
    """How many items ended in which way; an outcome that no item has is left out."""
    with explain_errors(store.path):
        return dict(store.connection.execute("SELECT outcome, count(*) FROM outcome GROUP BY outcome ORDER BY outcome"))


def read_runs(store: Store) -> Iterator[Run]:
    """The runs that documents were coded with, ordered by id."""
    with explain_errors(store.path):
        select = store.connection.execute
        for id, version, model, model_hash in select("SELECT id, version, model, model_hash FROM run ORDER BY id"):
            files = select("SELECT name, sha256 FROM run_file WHERE run = ? ORDER BY position", (id,)).fetchall()
            names = select("SELECT name FROM run_override WHERE run = ? ORDER BY position", (id,)).fetchall()
            yield Run(id, version, model, model_hash, tuple(files), tuple(name for (name,) in names))


class _Fetch:
    """The rows of one document in any table, as `build_items` wants them."""

    def __init__(self, store: Store, document_id: str, has_stand_ins: bool) -> None:
        self.connection = store.connection
        self.document_id = document_id
        self.has_stand_ins = has_stand_ins

    def __call__(self, table: Table) -> list[Row]:
        columns = ", ".join(f'"{name}"' for name in (*filter(None, [table.owner]), *name_columns(table.fields)))
        if not table.owner:
            columns = f"'', {columns}"
        sides = "AND side = ?" if table.side else ""
        rows = self.connection.execute(
            f"SELECT {columns} FROM {table.name} WHERE document = ? {sides} ORDER BY position",  # noqa: S608
            (self.document_id, *filter(None, [table.side])),
        ).fetchall()
        return list(map(show_surrogates, rows)) if self.has_stand_ins else rows


def _read_ids(store: Store) -> Iterator[str]:
    """The ids of all documents in order, a page at a time, so that others may write between two pages."""
    last = ""
    while True:
        with explain_errors(store.path):
            query = "SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?"
            ids = [id for (id,) in store.connection.execute(query, (last, PAGE))]
        if not ids:
            return
        yield from ids
        last = ids[-1]


def _find_owner(store: Store, id: str) -> str | None:
    """The id of the document that has a record of that id."""
    with explain_errors(store.path):
        for table in ID_TABLES:
            query = f"SELECT document FROM {table} WHERE id = ? ORDER BY document"  # noqa: S608
            found = store.connection.execute(query, (hide_in(id),)).fetchone()
            if found:
                return show_in(found[0])
    return None
