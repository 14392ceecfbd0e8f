"""What each record is made of, read once from its type hints: the base of the line, its schema and its tables.

Invariant: a record's fields are of the kinds in ShapeKind; a class that uses another type is refused on first use.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Literal, Union, get_args, get_origin, get_type_hints

from onrecord.model.spans import Span

ShapeKind = Literal["text", "choice", "integer", "number", "date", "span", "record", "list"]
PLAIN: dict[object, ShapeKind] = {str: "text", int: "integer", float: "number", date: "date", Span: "span"}


@dataclass(frozen=True)
class Shape:
    """The form of one value. `choices` is filled for a choice, `record` for a record, `item` for a list."""

    kind: ShapeKind
    nullable: bool = False
    choices: tuple[str, ...] = ()
    record: type | None = None
    item: "Shape | None" = None


@dataclass(frozen=True)
class Field:
    """A field of a record: its `name` in Python, its `key` on the line, and its shape."""

    name: str
    key: str
    shape: Shape


@cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a record class, in the order of the class. Raises TypeError for a type that no line can hold."""
    if not is_dataclass(kind):
        raise TypeError(f"{kind!r}: expected a record class of the model")
    hints: dict[str, object] = get_type_hints(kind)
    return tuple(
        Field(field.name, str(field.metadata.get("key", field.name)), _shape_of(hints[field.name]))
        for field in fields(kind)
    )


def spans_of(record: object) -> Iterator[tuple[str, Span]]:
    """Every span of a record and of the records in it, with the path to it, such as `views[0].cues[1]`."""
    kind: type = type(record)
    for field in fields_of(kind):
        yield from _spans_in(getattr(record, field.name), field.shape, field.key)


def _spans_in(value: object, shape: Shape, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    elif shape.item is not None and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spans_in(item, shape.item, f"{path}[{index}]")
    elif shape.kind == "record":
        for inner, span in spans_of(value):
            yield f"{path}.{inner}", span


def _shape_of(hint: object) -> Shape:
    """The shape of a type hint."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return _nullable_shape(hint, arguments)
    if origin is Literal:
        return Shape("choice", choices=tuple(map(str, arguments)))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Shape("list", item=_shape_of(arguments[0]))
    for plain, kind in PLAIN.items():
        if hint is plain:
            return Shape(kind)
    if isinstance(hint, type) and is_dataclass(hint):
        return Shape("record", record=hint)
    raise TypeError(f"{hint!r}: expected str, int, float, date, Span, a Literal, a record class or a tuple of these")


def _nullable_shape(hint: object, arguments: tuple[object, ...]) -> Shape:
    """The shape of `X | None`."""
    others = [argument for argument in arguments if argument is not types.NoneType]
    if len(others) != 1 or len(arguments) != 2:
        raise TypeError(f"{hint!r}: expected a union of one type and None")
    shape = _shape_of(others[0])
    return Shape(shape.kind, True, shape.choices, shape.record, shape.item)
