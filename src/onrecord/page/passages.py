"""The sentence around some words, for showing it.

A finished document has no parse any more; these are sentences by punctuation, and nothing is coded from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.documents import Document
from onrecord.model.spans import Span, join_spans, trim_span

MOST_BESIDE = 300
"""Characters shown before and after the words at most, where a sentence does not end."""
_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])|\n\s*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|lt|col|sgt|capt|maj|rep|sen|st|gov|prof|rev|hon|no|vs|jan|feb|aug|sept?|oct|nov|dec)"
    r"|\b[a-z](?:\.[a-z])*)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """A stretch of the text to show; `is_cut_before` and `is_cut_after` where it is less than the sentence."""

    span: Span
    is_cut_before: bool = False
    is_cut_after: bool = False


def find_passage(document: Document, span: Span) -> Passage:
    """The sentence that holds the words, within their paragraph; cut where it is very long."""
    text, zone = document.text, find_zone(document, span)
    sentences = [one for one in split_sentences(text, zone) if one.overlaps(span)]
    whole = join_spans(span, *sentences)
    start, end = max(whole.start, span.start - MOST_BESIDE), min(whole.end, span.end + MOST_BESIDE)
    start = start if start == whole.start else _find_word_edge(text, start, span.start)
    end = end if end == whole.end else _find_last_edge(text, span.end, end)
    return Passage(Span(start, end), whole.start < start, end < whole.end)


def find_zone(document: Document, span: Span) -> Span:
    """The paragraph or paragraphs that hold the words; the whole text where none does."""
    return join_spans(span, *(zone.span for zone in document.zones if zone.span.overlaps(span)))


def split_sentences(text: str, zone: Span) -> Iterator[Span]:
    """The sentences of a stretch, in order, without the white space between them.

    Split: "He left. She stayed." Not split: "Gen. Smith", "the U.S. Army".
    """
    start = zone.start
    for match in _BREAK.finditer(text, zone.start, zone.end):
        if text[match.start()] == "." and _ABBREVIATION.search(
            text[max(start, match.start() - 12) : match.start() + 1]
        ):
            continue
        sentence = trim_span(text, Span(start, match.end()))
        if sentence:
            yield sentence
        start = match.end()
    last = trim_span(text, Span(start, zone.end)) if start < zone.end else None
    if last:
        yield last


def _find_word_edge(text: str, start: int, limit: int) -> int:
    """The next position that a word begins at."""
    space = text.find(" ", start, limit)
    return start if space < 0 else space + 1


def _find_last_edge(text: str, limit: int, end: int) -> int:
    """The last position that a word ends at."""
    space = text.rfind(" ", limit, end)
    return end if space < 0 else space
