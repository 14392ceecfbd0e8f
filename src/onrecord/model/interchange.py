"""A finished document as one line of JSON, and back. The format is described in the data dictionary.

Invariants: the line depends on the records only; `read_line(format_line(doc)) == doc` for every finished document;
formatting a line that was read gives the same line. Keys are in the order of the classes, our extensions last.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import TypeVar, cast

from onrecord.errors import RecordError
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Document
from onrecord.model.events import Event
from onrecord.model.links import Link
from onrecord.model.mentions import Mention
from onrecord.model.places import Place
from onrecord.model.provenance import Failure
from onrecord.model.relations import Relation
from onrecord.model.shapes import Field, Shape, fields_of, spans_of
from onrecord.model.spans import Span, check_span
from onrecord.model.statements import Statement
from onrecord.model.times import Time
from onrecord.model.views import View

SCHEMA = "onrecord/1"
LISTS: dict[str, type] = {
    "actors": Actor, "places": Place, "times": Time, "mentions": Mention, "statements": Statement,
    "events": Event, "relations": Relation, "failures": Failure, "links": Link,
}  # fmt: skip
"""The lists of a line in their order, and the class of what they hold."""
MEASURES = frozenset({"latitude", "longitude", "score", "confidence"})
"""Numbers written with a fraction always (-9.0); all others are written without one where they are whole (3 killed)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_encode_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")).encode
_Encode = Callable[[object], object]
_Decode = Callable[[object, Shape], object]
_T = TypeVar("_T")


def format_line(doc: CodedDocument) -> str:
    """The document as one line of JSON, without its line break.

    A surrogate that stands alone, as broken input has it, is written as its escape (`\\ud800`), so that the line is
    always valid UTF-8. Raises RecordError for an unfinished document, for a number that is not finite, and for two
    surrogates that together are one character: every JSON reader would join them, and all later positions would shift.
    """
    if doc.parse is not None or doc.views:
        raise RecordError(f"{doc.id}: an unfinished document; expected one without parse and with views in its events")
    line: dict[str, object] = {"schema": SCHEMA, "document": _record_encoder(Document)(doc.document)}
    for name, kind in LISTS.items():
        line[name] = list(map(_record_encoder(kind), getattr(doc, name)))
    try:
        return _escape_surrogates(_encode_json(line), doc.id)
    except ValueError as error:
        raise RecordError(f"{doc.id}: a number that is not finite; expected a number or None") from error


def read_line(line: str) -> CodedDocument:
    """The document that a line holds.

    Raises RecordError with the path of the first thing that is not as `format_line` writes it, what was found there
    and what was expected; also where a span lies outside the text. An integer is read where a number is expected.
    """
    try:
        found: object = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not a line of JSON: {error}; expected one object a line") from error
    try:
        doc = _read_document(found)
    except _Mismatch as error:
        raise RecordError(f"{error.where or 'line'}: found {error.found}; expected {error.expected}") from None
    check_spans(doc)
    return doc


def check_spans(doc: CodedDocument) -> None:
    """Nothing, if every span lies in the document's text. Raises RecordError naming the first that does not."""
    length = len(doc.text)
    records = [doc.document, *(record for name in LISTS for record in getattr(doc, name))]
    for record in records:
        for path, span in spans_of(record):
            try:
                check_span(span, length)
            except RecordError as error:
                raise RecordError(f"{getattr(record, 'id', doc.id)}: {path}: {error}") from None


@cache
def line_fields(kind: type) -> tuple[Field, ...]:
    """A record's fields as the line has them: a view leaves out its event, which it stands in; its id is last."""
    found = fields_of(kind)
    if kind is not View:
        return found
    by_name = {field.name: field for field in found if field.name != "event"}
    return (*(field for name, field in by_name.items() if name != "id"), by_name["id"])


def plain_number(value: float) -> float | int:
    """The number without a fraction where it is whole."""
    return int(value) if isfinite(value) and value == int(value) else value


# Writing: what JSON can say already (text, spans, tuples of these) passes; an encoder is made for the rest only.


@cache
def _record_encoder(kind: type) -> _Encode:
    """A function from a record of the class to a dictionary in the order of the line."""
    plan = line_fields(kind)
    keys = tuple(field.key for field in plan)
    values = attrgetter(*(field.name for field in plan))
    special = [(field.key, encode) for field in plan if (encode := _encoder(field.shape, field.name)) is not None]

    def encode_record(record: object) -> object:
        row: dict[str, object] = dict(zip(keys, values(record), strict=True))
        for key, encode in special:
            if row[key] is not None:
                row[key] = encode(row[key])
        return row

    return encode_record


def _encoder(shape: Shape, name: str) -> _Encode | None:
    """A function for values that JSON cannot say as they are; None where it can."""
    if shape.kind == "number":
        return cast(_Encode, _encode_measure if name in MEASURES else _encode_number)
    if shape.kind == "date":
        return cast(_Encode, date.isoformat)
    if shape.record is not None:
        return _record_encoder(shape.record)
    if shape.item is None:
        return None
    encode_item = _encoder(shape.item, name)
    return None if encode_item is None else _list_encoder(encode_item)


def _list_encoder(encode_item: _Encode) -> _Encode:
    def encode_list(values: object) -> object:
        return list(map(encode_item, cast(Sequence[object], values)))

    return encode_list


def _encode_measure(value: float) -> float:
    return float(value) + 0.0  # -0.0 becomes 0.0, as a database would make it


def _encode_number(value: float) -> float | int:
    return plain_number(float(value))


def _escape_surrogates(line: str, id: str) -> str:
    if line.isascii() or not _SURROGATE.search(line):
        return line
    if _SURROGATE_PAIR.search(line):
        raise RecordError(f"{id}: a surrogate pair as two characters; expected the one character that it stands for")
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


# Reading.


@dataclass
class _Mismatch(Exception):  # noqa: N818
    """Something is not as the format has it; `where` grows on the way up."""

    found: str
    expected: str
    where: str = ""

    def inside(self, part: str) -> "_Mismatch":
        dot = "." if self.where and not self.where.startswith("[") else ""
        return _Mismatch(self.found, self.expected, f"{part}{dot}{self.where}")


def _read_document(found: object) -> CodedDocument:
    if isinstance(found, dict) and found.get("schema", SCHEMA) != SCHEMA:
        raise _Mismatch(_show(found["schema"]), f'"{SCHEMA}", the format that this version reads', "schema")
    values = _check_keys(found, ("schema", "document", *LISTS))
    document = cast(Document, _at("document", _decode_record, values["document"], Shape("record", record=Document)))
    lists = {
        name: _at(name, _decode_list, values[name], Shape("list", item=Shape("record", record=kind)))
        for name, kind in LISTS.items()
    }
    return replace(CodedDocument(document), **lists)  # type: ignore[arg-type]


def _at(part: str, decode: _Decode, value: object, shape: Shape) -> object:
    """The decoded value; a mismatch in it says under which part it was found."""
    try:
        return decode(value, shape)
    except _Mismatch as error:
        raise error.inside(part) from None


def _decode(value: object, shape: Shape) -> object:
    if value is None and shape.nullable:
        return None
    return _DECODERS[shape.kind](value, shape)


def _decode_record(value: object, shape: Shape) -> object:
    kind = shape.record or Document
    plan = line_fields(kind)
    values = _check_keys(value, tuple(field.key for field in plan))
    found = {field.name: _at(field.key, _decode, values[field.key], field.shape) for field in plan}
    if kind is View:
        found["event"] = ""
    if kind is Event:
        views = cast(tuple[View, ...], found["views"])
        found["views"] = tuple(replace(view, event=cast(str, found["id"])) for view in views)
    return cast(Callable[..., object], kind)(**found)


def _decode_list(value: object, shape: Shape) -> object:
    items = _check_type(value, list, "a list")
    item_shape = shape.item or shape
    try:
        return tuple([_decode(item, item_shape) for item in items])
    except _Mismatch:  # once more, to name the item: nothing is spent on names while all is well
        return tuple(_at(f"[{index}]", _decode, item, item_shape) for index, item in enumerate(items))


def _decode_text(value: object, shape: Shape) -> object:
    return _check_type(value, str, "text or null" if shape.nullable else "text")


def _decode_choice(value: object, shape: Shape) -> object:
    if value in shape.choices:
        return value
    raise _Mismatch(_show(value), "one of " + ", ".join(shape.choices) + (", null" if shape.nullable else ""))


def _decode_integer(value: object, shape: Shape) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _Mismatch(_show(value), "a whole number or null" if shape.nullable else "a whole number")


def _decode_number(value: object, shape: Shape) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = float("inf")
        if isfinite(number):
            return number
    raise _Mismatch(_show(value), "a number or null" if shape.nullable else "a number")


def _decode_date(value: object, shape: Shape) -> object:
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise _Mismatch(_show(value), "a date as 2014-08-20" + (" or null" if shape.nullable else ""))
    return found


def _decode_span(value: object, _shape: Shape) -> object:
    if isinstance(value, list) and len(value) == 2 and all(type(position) is int for position in value):
        return Span(value[0], value[1])
    raise _Mismatch(_show(value), "a span as [start, end]")


_DECODERS: dict[str, _Decode] = {
    "text": _decode_text, "choice": _decode_choice, "integer": _decode_integer, "number": _decode_number,
    "date": _decode_date, "span": _decode_span, "record": _decode_record, "list": _decode_list,
}  # fmt: skip


def _check_keys(value: object, keys: Sequence[str]) -> Mapping[str, object]:
    """The value, if it is an object with these keys and no others."""
    found: dict[str, object] = _check_type(value, dict, "an object")
    if len(found) == len(keys) and all(key in found for key in keys):
        return found
    missing = [key for key in keys if key not in found]
    unknown = [key for key in found if key not in keys]
    parts = [f"no key {', '.join(missing)}"] * bool(missing) + [f"unknown key {', '.join(unknown)}"] * bool(unknown)
    raise _Mismatch(" and ".join(parts), f"the keys {', '.join(keys)}")


def _check_type(value: object, kind: type[_T], expected: str) -> _T:
    if isinstance(value, kind):
        return value
    raise _Mismatch(_show(value), expected)


def _show(value: object) -> str:
    """The value as JSON, cut to a readable length."""
    words = json.dumps(value)
    return words if len(words) <= 60 else words[:57] + "..."


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number of JSON")
