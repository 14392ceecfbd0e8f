"""Stretches of text between quotation marks.

    "straight" · “curly” · «guillemets» · „low“ · 'British single' where no double marks stand in the paragraph
    a mark that is never closed runs to the end of its paragraph, as in a quotation that goes on in the next one

Invariant: quotations of a paragraph do not overlap; marks lie outside the span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.spans import Span, trim_span

PAIRS = {"“": "”", "”": "”", "«": "»", "„": "“”", "``": "''", "''": "''", '"': '"', "‘": "’", "'": "'"}
LONG_WORD = 4
DOUBLE = re.compile(r"``|''|[“”«»„\"]")
SINGLE_OPEN = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(\[—–-]))[‘'](?=\w)")
SPOKEN_OPEN = re.compile(r"(?:^|(?<=[.,:;!?] )|(?<=[.,:;!?]\n))[‘'](?=[A-Z])")
SPOKEN_CLOSE = re.compile(r"(?<=[.,!?])[’'](?=[\s)—–-]|$)")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])[’'](?=[\s,.;:!?)\]—–-]|$)")


@dataclass(frozen=True)
class Quotation:
    """Words in quotation marks. `is_closed` is False where the closing mark is missing."""

    span: Span
    is_closed: bool


def find_quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    """The quotations of a paragraph, in its order."""
    marks = [(match.group(), match.start() + paragraph.start) for match in DOUBLE.finditer(paragraph.slice(text))]
    if not marks:
        yield from pair_single(text, paragraph)
        return
    spoken = list(find_spoken(text, paragraph, marks))
    rest = [(mark, at) for mark, at in marks if not any(one.span.start <= at < one.span.end for one in spoken)]
    yield from sorted([*spoken, *pair_marks(text, paragraph, rest)], key=lambda one: one.span)


def find_spoken(text: str, paragraph: Span, marks: list[tuple[str, int]]) -> Iterator[Quotation]:
    """Quotations between single marks in a paragraph that has double ones too, inside them or elsewhere.

    Only those that are set off as speech, before their words and after: 'He shouted "run" and we ran,' she said.
    """
    words = paragraph.slice(text)
    position = 0
    while opening := SPOKEN_OPEN.search(words, position):
        closing = SPOKEN_CLOSE.search(words, opening.end())
        if not closing:
            return
        start, end = paragraph.start + opening.end(), paragraph.start + closing.start()
        before = sum(paragraph.start <= at < start for _, at in marks)
        inside = sum(start <= at < end for _, at in marks)
        if before % 2 == 0 and inside % 2 == 0:
            yield from make_quotation(text, start, end, is_closed=True)
            position = closing.end()
        else:
            position = opening.end()


def pair_marks(text: str, paragraph: Span, marks: list[tuple[str, int]]) -> Iterator[Quotation]:
    """Quotations between double marks; one inside another is passed over, and so are inches: 6"."""
    opened: tuple[str, int] | None = None
    depth = 0
    for number, (mark, position) in enumerate(marks):
        if opened is None:
            is_inch = mark == '"' and text[position - 1 : position].isdigit()
            if mark in PAIRS and not is_inch and (mark != "”" or opens(text, position)):
                opened, depth = (mark, position + len(mark)), 0
            continue
        if mark == opened[0] == "“" and sum(one == "”" for one, _ in marks[number:]) > depth + 1:
            depth += 1
        elif mark in closing_marks(opened[0]) and depth:
            depth -= 1
        elif mark in closing_marks(opened[0]):
            yield from make_quotation(text, opened[1], position, is_closed=True)
            opened = None
    if opened is not None:
        yield from make_quotation(text, opened[1], paragraph.end, is_closed=False)


def opens(text: str, position: int) -> bool:
    """Whether a closing mark stands where an opening one should: after white space, before a word."""
    return not text[position - 1 : position].strip() and text[position + 1 : position + 2].isalnum()


def closing_marks(opening: str) -> tuple[str, ...]:
    """What may close a mark; “ and " also each other's, as sloppy typing has it."""
    sloppy = {"„": ("“", "”"), "“": ("”", '"'), '"': ('"', "”")}
    return sloppy.get(opening, (PAIRS[opening],))


def pair_single(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Quotations between single marks, which must open before a word and close after one."""
    words = paragraph.slice(text)
    position = 0
    while opening := SINGLE_OPEN.search(words, position):
        closing = find_single_close(words, opening.end())
        if not closing:
            return
        start, end = paragraph.start + opening.end(), paragraph.start + closing.start()
        yield from make_quotation(text, start, end, is_closed=True)
        position = closing.end()


def find_single_close(words: str, position: int) -> re.Match[str] | None:
    """The mark that closes a single one: the first after a pause, else the first: 'The lads' tools are here,'."""
    following = SINGLE_OPEN.search(words, position)
    found = list(SINGLE_CLOSE.finditer(words, position, following.start() if following else len(words)))
    return next((one for one in found if words[one.start() - 1] in ",.!?"), found[0] if found else None)


def is_title(quotation: Quotation, text: str) -> bool:
    """Whether a quotation is a title, its long words capitalised, no pause at its end: "He Said He Was Innocent"."""
    words = quotation.span.slice(text).split()
    long = [word for word in words if len(word) >= LONG_WORD]
    capital = all(word[0].isupper() for word in (words[0], words[-1], *long))
    return len(words) > 1 and bool(long) and capital and words[-1][-1] not in ",.!?…;:—"


def make_quotation(text: str, start: int, end: int, *, is_closed: bool) -> Iterator[Quotation]:
    """A quotation, unless there is nothing between the marks."""
    span = trim_span(text, Span(start, end)) if start < end else None
    if span:
        yield Quotation(span, is_closed)
