"""The day of publication that a report says in its own text, above its first sentences.

Invariant: only a day that says its year counts, never one in running sentences, and never one of two.
"""

import re
from collections.abc import Iterator
from datetime import date

from onrecord.errors import DateError
from onrecord.model.documents import Document
from onrecord.read.dates import MONTH_NAMES, read_date
from onrecord.read.paragraphs import Paragraph, find_paragraphs

HEAD_ZONES, HEAD_LINES, PROSE_WORDS = 10, 6, 25

_FULL_DAY = re.compile(
    rf"(?<![\w/-])(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_NAMES})\.?,?\s[0-9]{{4}}|"
    rf"(?:{MONTH_NAMES})\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?![\w/-])",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:(?:first\s+)?published|posted|date|dated)(?:\s+on)?\s*:?\s+", re.IGNORECASE)
_NAMED_OR_ISO = re.compile(r"[a-z]{3}|[0-9]{4}-", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:[,;(–—-]|(?<!\w)(?:a|an|and|at|before|by|dated|from|in|of|on|or|since|the|to|until|was|were))$"
)


def find_day_of_dateline(document: Document) -> date | None:
    """The day with its year in the first dateline or byline: "KABUL, Aug 20, 2014 (AP) -", "By A. Doe, 20 May 2014".

    None where there is none, or where several differ.
    """
    for zone in document.zones[:HEAD_ZONES]:
        if zone.kind in ("dateline", "byline"):
            words = " ".join(zone.span.slice(document.text).split())
            days = set(read_days(match[0] for match in _FULL_DAY.finditer(words)))
            if days:
                return days.pop() if len(days) == 1 else None
    return None


def find_day_alone(text: str) -> tuple[date, str] | None:
    """The day that stands alone on one of the first lines, and that line: "20 August 2014", "Published: Aug 20, 2014".

    Not: "20/08/2014", "August 2014", a day that ends a line of a sentence, two days that differ.
    """
    found: dict[date, str] = {}
    paragraphs = find_paragraphs(text[:5_000])
    for index, paragraph in enumerate(paragraphs[:HEAD_LINES]):
        if paragraph.word_count > PROSE_WORDS or (paragraph.is_sentence and paragraph.word_count > 8):
            break
        if not continues(paragraphs, index):
            for day in read_days([_LABEL.sub("", paragraph.line, count=1)]):
                found.setdefault(day, paragraph.line)
    return next(iter(found.items())) if len(found) == 1 else None


def continues(paragraphs: list[Paragraph], index: int) -> bool:
    """Whether a line belongs to a sentence with its neighbours: "… was signed on", "20 August 2014", "in Paris."."""
    before = paragraphs[index - 1].line if index else ""
    after = paragraphs[index + 1].line if index + 1 < len(paragraphs) else ""
    return _UNFINISHED.search(before) is not None or after[:1].islower()


def read_days(texts: Iterator[str] | list[str]) -> Iterator[date]:
    """The days that the texts are; those that are none, and bare digits, are left out."""
    for text in texts:
        if not _NAMED_OR_ISO.search(text):
            continue
        try:
            yield read_date(text)
        except DateError:
            continue
