"""Which table holds which record: rows made of a document, and a document's records made of rows.

Invariants: a record's fields are columns of its table under their own names, a span as `…_start` and `…_end`; a field
of several values is a table of its own; what is read back equals what was written, in the same order.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from math import isfinite
from typing import cast

from onrecord.errors import RecordError
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Document, Zone
from onrecord.model.events import Count, Event, Participant
from onrecord.model.interchange import LISTS
from onrecord.model.shapes import Field, Shape, fields_of
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.views import View
from onrecord.store.sqlite import Row, Value

_TEXT, _SPAN = Shape("text"), Shape("span")


@dataclass(frozen=True)
class Table:
    """A table, and what one of its rows holds: a record, or a plain text or span under the column `value`.

    `owner` is the column that names the record it belongs to; empty where that is the document. `side` keeps apart
    two fields that share a table.
    """

    name: str
    item: Shape
    owner: str = ""
    value: str = "span"
    side: str = ""

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are columns here."""
        if self.item.record is None:
            return (Field(self.value, self.value, self.item),)
        return tuple(field for field in plain_fields(self.item.record) if field.name != self.owner)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All columns of a row as `collect_rows` makes it."""
        keys = [name for name in ("document", self.owner, self.side and "side", "position") if name]
        return (*keys, *name_columns(self.fields))


def _hold(name: str, kind: type, owner: str = "", side: str = "") -> Table:
    return Table(name, Shape("record", record=kind), owner, side=side)


TOP: dict[str, Table] = {name: _hold(name.removesuffix("s"), kind) for name, kind in LISTS.items()}
"""The lists of a document and their tables."""
PARTS: dict[type, dict[str, Table]] = {
    Document: {"zones": _hold("zone", Zone)},
    Actor: {"sectors": Table("actor_sector", _TEXT, "actor", "sector")},
    Statement: {"content": Table("statement_content", _SPAN, "statement")},
    Event: {
        "modes": Table("event_mode", _TEXT, "event", "mode"),
        "contexts": Table("event_context", _TEXT, "event", "context"),
        "actors": _hold("event_participant", Participant, "event", "actor"),
        "recipients": _hold("event_participant", Participant, "event", "recipient"),
        "retold": Table("event_retold", _SPAN, "event"),
        "counts": _hold("event_count", Count, "event"),
        "views": _hold("view", View, "event"),
    },
    View: {"cues": Table("view_cue", _SPAN, "view")},
}
"""The fields of records that have several values, and their tables."""

REFERENCES = frozenset(
    ["actor", "place", "time", "speaker", "addressee", "inside", "source", "target", "mention", "event", "holder"]
)
"""The fields that hold the id of another record of the same document, or "report"."""


@cache
def plain_fields(kind: type) -> tuple[Field, ...]:
    """The fields of a record that are columns of its own table."""
    return tuple(field for field in fields_of(kind) if field.shape.item is None)


def name_columns(fields: Iterable[Field]) -> tuple[str, ...]:
    """The columns of some fields; a span has two."""
    found: list[str] = []
    for field in fields:
        found += [f"{field.name}_start", f"{field.name}_end"] if field.shape.kind == "span" else [field.name]
    return tuple(found)


def make_cells(record: object, fields: Iterable[Field]) -> list[Value]:
    """What the columns of a record hold. Raises RecordError for a number that is not finite."""
    return [cell for field in fields for cell in _split(getattr(record, field.name), field.shape)]


def read_cells(cells: Row, fields: Iterable[Field]) -> dict[str, object]:
    """The values of a record's fields from its columns."""
    values: dict[str, object] = {}
    rest = iter(cells)
    for field in fields:
        cell = next(rest)
        if field.shape.kind == "span":
            end = next(rest)
            values[field.name] = None if cell is None else Span(cast(int, cell), cast(int, end))
        else:
            values[field.name] = date.fromisoformat(str(cell)) if cell and field.shape.kind == "date" else cell
    return values


def collect_rows(doc: CodedDocument) -> dict[Table, list[Row]]:
    """The rows of all records of a document; the document's own row is left out."""
    rows: dict[Table, list[Row]] = {}
    _collect(rows, PARTS[Document]["zones"], (doc.id,), doc.document.zones)
    for name, table in TOP.items():
        _collect(rows, table, (doc.id,), getattr(doc, name))
    return rows


def _collect(rows: dict[Table, list[Row]], table: Table, keys: Row, items: Iterable[object]) -> None:
    for position, item in enumerate(items):
        cells = _split(item, table.item) if table.item.record is None else make_cells(item, table.fields)
        rows.setdefault(table, []).append((*keys, position, *cells))
        kind: type = type(item)
        for name, part in PARTS.get(kind, {}).items():
            id = cast(str, getattr(item, "id", ""))
            _collect(rows, part, (keys[0], id, *filter(None, [part.side])), getattr(item, name))


Fetch = Callable[[Table], Iterable[Row]]
"""A table's rows for one document, in order: the owner (empty for the document), then the cells."""


def build_items(table: Table, fetch: Fetch) -> dict[str, tuple[object, ...]]:
    """What a table holds of one document, by the id of the owner."""
    kind = table.item.record
    parts = {name: build_items(part, fetch) for name, part in PARTS.get(kind, {}).items()} if kind else {}
    found: dict[str, list[object]] = {}
    for owner, *cells in fetch(table):
        values = read_cells(tuple(cells), table.fields)
        if kind is None:
            item = values[table.value]
        else:
            id = cast(str, values.get("id", ""))
            own = {name: items.get(id, ()) for name, items in parts.items()}
            implied = {table.owner: owner} if kind is View else {}
            item = cast(Callable[..., object], kind)(**values, **own, **implied)
        found.setdefault(str(owner), []).append(item)
    return {owner: tuple(items) for owner, items in found.items()}


def find_broken_references(doc: CodedDocument) -> list[str]:
    """References to records that the document does not have, as `event-1: place: found place-2`."""
    records = [record for name in TOP for record in getattr(doc, name)]
    ids = {getattr(record, "id", None) for record in records} | {"report", None}
    return [
        f"{getattr(record, 'id', doc.id)}: {name}: found {target}"
        for record in records
        for name, target in _find_references(record)
        if target not in ids
    ]


def _find_references(record: object) -> Iterator[tuple[str, object]]:
    """The fields of a record, and of the records in it, that name another record."""
    kind: type = type(record)
    for field in fields_of(kind):
        value = getattr(record, field.name)
        if field.name in REFERENCES and field.shape.kind == "text":
            yield field.name, value
        elif field.shape.item is not None and field.shape.item.record is not None:
            for item in value:
                yield from _find_references(item)


def _split(value: object, shape: Shape) -> tuple[Value, ...]:
    """The cells of one value."""
    if shape.kind == "span":
        return (None, None) if value is None else cast(Span, value)
    if shape.kind == "number" and value is not None:
        number = float(cast(float, value)) + 0.0  # a database makes 0.0 of -0.0: so do we, and read back what we wrote
        if not isfinite(number):
            raise RecordError(f"{number}: expected a finite number or None")
        return (number,)
    if isinstance(value, date):
        return (value.isoformat(),)
    return (cast(Value, value),)
