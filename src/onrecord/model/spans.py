"""Positions in a document's text.

Invariant: half-open, in Unicode code points of `Document.text`; never empty.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from onrecord.errors import RecordError


class Span(NamedTuple):
    """The words `text[start:end]`. Sorts by start, then end."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one, or is the same."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def join_spans(*spans: Span | None) -> Span:
    """The smallest span that holds all the given ones; at least one must be there."""
    given = [span for span in spans if span is not None]
    return Span(min(span.start for span in given), max(span.end for span in given))


def trim_span(text: str, span: Span) -> Span | None:
    """The span without white space at its ends; None where nothing else is in it."""
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def check_span(span: Span, length: int) -> Span:
    """The span, if it lies inside a text of that length. Raises RecordError otherwise."""
    if not 0 <= span.start < span.end <= length:
        raise RecordError(f"span {list(span)}: expected 0 <= start < end <= {length}, the length of the text")
    return span


class SpanMask:
    """Stretches of a text that are taken; asking whether a span touches one costs the length of that span alone."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self.taken = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take the words of a span."""
        self.taken[span.start : span.end] = b"\x01" * (span.end - span.start)

    def covers(self, span: Span) -> bool:
        """Whether all of the words are taken."""
        return self.taken.find(0, span.start, span.end) < 0

    def touches(self, span: Span) -> bool:
        """Whether some of the words are taken."""
        return self.taken.find(1, span.start, span.end) >= 0


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


PlacedItem = TypeVar("PlacedItem", bound=Placed)


def list_within(span: Span, items: Sequence[PlacedItem]) -> Iterator[PlacedItem]:
    """The items whose span lies in another; `items` are in the order of their starts."""
    for number in range(bisect_left(items, span.start, key=lambda one: one.span.start), len(items)):
        if span.end <= items[number].span.start:
            return
        if span.contains(items[number].span):
            yield items[number]


def list_touching(span: Span, items: Sequence[PlacedItem]) -> Iterator[PlacedItem]:
    """The items that share a character with a span; `items` are in the order of their starts and do not overlap."""
    first = bisect_right(items, span.start, key=lambda one: one.span.start)
    for number in range(max(first - 1, 0), len(items)):
        if span.end <= items[number].span.start:
            return
        if items[number].span.overlaps(span):
            yield items[number]
