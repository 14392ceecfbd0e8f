"""How two actors stand to each other, where a sentence says so."""

from dataclasses import dataclass, field
from typing import Literal

from onrecord.model.identity import make_id
from onrecord.model.spans import Span

RelationType = Literal["ally", "adversary", "member", "leader", "office"]


@dataclass(frozen=True)
class Relation:
    """A stated relation; the holder is "report" or a statement's id."""

    id: str
    type: RelationType
    source: str = field(metadata={"key": "from"})
    target: str = field(metadata={"key": "to"})
    span: Span
    holder: str
    maker: str


def make_relation(
    document: str, type: RelationType, source: str, target: str, *, span: Span, holder: str, maker: str
) -> Relation:
    """A relation from one actor to another."""
    id = make_id("relation", document, type, source, target, span, holder, maker)
    return Relation(id, type, source, target, span, holder, maker)
