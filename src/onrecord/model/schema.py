"""The JSON Schema of a line, made from the record classes, so that the two cannot differ."""

from inspect import cleandoc

from onrecord.model.documents import Document
from onrecord.model.interchange import LISTS, SCHEMA, line_fields
from onrecord.model.shapes import Shape
from onrecord.model.spans import Span

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {"text": "string", "integer": "integer", "number": "number", "date": "string"}
_SPAN: dict[str, object] = {
    "description": "[start, end]: half-open, in Unicode code points of document.text; never empty.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
    "items": False,
    "minItems": 2,
    "maxItems": 2,
}


def build_schema() -> dict[str, object]:
    """The schema of one line, JSON Schema 2020-12. Every key is required and no other is allowed; null is unknown.

    Definitions are named by the record classes and described by their docstrings.
    """
    kinds: dict[str, type] = {}
    for kind in (Document, *LISTS.values()):
        _collect(kind, kinds)
    properties: dict[str, object] = {"schema": {"const": SCHEMA}, "document": _refer(Document)}
    for name, kind in LISTS.items():
        properties[name] = {"type": "array", "items": _refer(kind)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A coded document",
        "description": "One report and the records made of it: one line of the interchange format.",
        **_describe_object(properties),
        "$defs": {"Span": _SPAN} | {name: _describe_kind(kind) for name, kind in sorted(kinds.items())},
    }


def _collect(kind: type, kinds: dict[str, type]) -> None:
    """Adds the class and all classes inside it."""
    kinds[kind.__name__] = kind
    for field in line_fields(kind):
        inner = field.shape.item or field.shape
        if inner.record is not None:
            _collect(inner.record, kinds)


def _describe_kind(kind: type) -> dict[str, object]:
    properties: dict[str, object] = {field.key: _describe_shape(field.shape) for field in line_fields(kind)}
    return {"description": cleandoc(kind.__doc__ or ""), **_describe_object(properties)}


def _describe_object(properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _describe_shape(shape: Shape) -> dict[str, object]:
    if shape.kind == "list":
        return {"type": "array", "items": _describe_shape(shape.item or shape)}
    if shape.kind == "choice":
        return {"enum": [*shape.choices, None] if shape.nullable else [*shape.choices]}
    if shape.kind == "span" or shape.record is not None:
        reference = _refer(shape.record or Span)
        return {"anyOf": [reference, {"type": "null"}]} if shape.nullable else reference
    name = _TYPES[shape.kind]
    found: dict[str, object] = {"type": [name, "null"] if shape.nullable else name}
    if shape.kind == "date":
        found["format"] = "date"
    return found


def _refer(kind: type) -> dict[str, object]:
    return {"$ref": f"#/$defs/{kind.__name__}"}
