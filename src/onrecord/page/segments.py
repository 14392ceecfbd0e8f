"""Text cut where a mark begins or ends, so that marks may nest and overlap.

Invariant: the texts of the segments, joined, are the words of the span that was cut.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model.coded import CodedDocument
from onrecord.model.spans import Span
from onrecord.page import wording

LAYERS = ("statement", "cue", "event", "actor", "place", "time")
"""The kinds of marks, from the outermost to the innermost as they are drawn."""


@dataclass(frozen=True)
class Mark:
    """Words that a record rests on. `anchor` is the record's place on the page, if it has one."""

    span: Span
    layer: str
    label: str
    anchor: str | None = None


@dataclass(frozen=True)
class Segment:
    """A piece of text that the same marks cover; `ending` are those whose last words it holds."""

    text: str
    layers: tuple[str, ...]
    label: str
    ending: tuple[Mark, ...]


def list_marks(doc: CodedDocument) -> Iterator[Mark]:
    """The marks of a document: mentions, what is said and by which cue, and the triggers of events."""
    for number, statement in enumerate(doc.statements, 1):
        label = f"statement {number}: {wording.describe_saying(doc, statement)}"
        for span in statement.content:
            yield Mark(span, "statement", label)
        if statement.cue:
            yield Mark(statement.cue, "cue", f"cue of statement {number}", f"s{number}")
    for number, event in enumerate(doc.events, 1):
        yield Mark(event.trigger, "event", f"event {number}: {wording.describe_type(event)}", f"e{number}")
    for mention in doc.mentions:
        actor = doc.actors_by_id.get(mention.actor or "")
        if actor:
            yield Mark(mention.span, "actor", f"actor: {wording.describe_actor(actor)}")
        if mention.place:
            yield Mark(
                mention.span, "place", f"place: {wording.describe_place(wording.find_place(doc, mention.place))}"
            )
        if mention.kind == "time":
            yield Mark(mention.span, "time", f"time: {wording.describe_time(wording.find_time(doc, mention.time))}")


def cut_segments(text: str, span: Span, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The words of a span in pieces, in order, each with the layers of the marks that cover it."""
    here = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in here:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark.span.contains(Span(start, end))]
        layers = tuple(layer for layer in LAYERS if any(mark.layer == layer for mark in over))
        label = "; ".join(dict.fromkeys(mark.label for mark in over))
        ending = tuple(mark for mark in over if mark.span.end == end and mark.anchor)
        yield Segment(text[start:end], layers, label, ending)
