"""What day, month or year a mention of a time stands for.

A time is read by its words (resolve.time_readings), completed by its neighbours ("from 12 to 15 May 1940" gives 12 its
month and year) and placed in the calendar (resolve.time_placements) by its own year, by the day of publication, or by
the times told before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import ClassVar

from onrecord.model.coded import CodedDocument, Record
from onrecord.model.links import make_link
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Token
from onrecord.model.times import Time, make_time
from onrecord.resolve.feasts import AMERICAN
from onrecord.resolve.time_forms import Reading
from onrecord.resolve.time_placements import MEMORY, ONE_YEAR, Placement, Situation, Source, place_reading
from onrecord.resolve.time_readings import read_expression
from onrecord.resolve.time_tenses import find_tense

SCORES: dict[Source, float] = {"calendar": 1.0, "published": 0.8, "thread": 0.6}
"""How sure a time is by what it was found by. Only the order matters."""
JOINED = re.compile(
    r"\s*(?:[-–—/]|,|,?\s*(?:and|or|to|until|till|through)\b)\s*(?:(?:on|in|from|the)\s+)?", re.IGNORECASE
)
"""What stands between two ends of a range, or two items of a list."""
SPLIT_YEAR = re.compile(r"\s*[-–—/]\s*")
YEAR_FIRST = re.compile(r"\s*,\s*(?:on|in|at|from)\s+(?:the\s+)?", re.IGNORECASE)
"""What stands between a year and a day of it: "In 1520, on 22 June"."""
ATTACKS = re.compile(r"['’s\s]*(?:terror\w*\s+)?(?:attack|hijack|massacre|assault)", re.IGNORECASE)
NAMED_DAYS = {(9, 11): 2001, (10, 7): 2023}
"""Days whose attacks are known by the day alone, with their year."""
MODIFIERS = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
"""Labels of times that only name something else ("the July 2005 bombings")."""
AMERICA = re.compile(
    r"\b(?:America|American|Americans|U\.S\.|United States|Washington|White House|Pentagon|Congress|Medicaid)\b"
)
"""Signs of a report about the United States, whose budget and feasts have days of their own."""
OF = re.compile(r"\s+of\b")


@dataclass(frozen=True)
class TimeResolver:
    """The stage that says when: one time and one link of rank 0 for every mention that can be placed.

    Published on Wednesday, 20 August 2014: "Tuesday" is the 19th, "will meet on Friday" the 22nd, "October 7" that of
    2013, "last week" 11 to 17 August, "late 2012" September to December. In a history, "In June 1941 … On 3 July" is
    1941, and so it is without a publication date. Not resolved: durations and sets ("three days", "every Friday"),
    vague amounts ("a few days later"), feasts that follow the moon, "5/12/2014", and what is relative to nothing known.
    """

    name: ClassVar[str] = "resolve.times"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("times", "links")

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """A time where it is new, then the link, in the order of the mentions."""
        mentions = sorted((one for one in doc.mentions if one.kind == "time"), key=lambda one: one.span)
        readings = complete_readings(doc, mentions, [read_expression(one.span.slice(doc.text)) for one in mentions])
        known: set[str] = set()
        for mention, reading, placed in place_all(doc, mentions, readings):
            time = make_interval_time(doc.id, reading, placed)
            if time.id not in known:
                known.add(time.id)
                yield time
            yield make_link(
                mention.id, "time", time.id, score=SCORES[placed.source], rank=0, maker=f"{self.name}/{placed.source}"
            )


def place_all(
    doc: CodedDocument, mentions: list[Mention], readings: list[Reading | None]
) -> Iterator[tuple[Mention, Reading, Placement]]:
    """Mentions that have a place, each with its reading and its place; one is placed by those before it."""
    published = doc.document.published
    is_history = tells_history(readings, published)
    told: list[Placement] = []
    for mention, reading in zip(mentions, readings, strict=True):
        if reading is None:
            continue
        token = doc.parsed.root_in(mention.span)
        zone, sentence = (doc.parsed.sentence_of(token).zone, token.sentence) if token else (-1, -1)
        needs_tense = reading.year is None and reading.base in ("calendar", "thread")
        tense = find_tense(doc, mention, token) if needs_tense else "back"
        placed = place_reading(reading, Situation(published, tuple(told), zone, sentence, is_history, tense))
        if placed is None:
            continue
        if not reading.is_span:
            told.append(replace(placed, is_dated=placed.is_dated and not only_names(doc.parsed, token)))
            del told[:-MEMORY]
        yield mention, reading, placed


def only_names(parse: Parse, token: Token | None) -> bool:
    """Whether a time only says which: "the July 2005 bombings", "the truce of May 2003"; it dates nothing beside it."""
    if token is None or token.label in MODIFIERS:
        return token is not None
    above = parse.head_of(token)
    return above.words.lower() == "of" and parse.head_of(above).tag.startswith("NN")


def make_interval_time(document: str, reading: Reading, placed: Placement) -> Time:
    """The time of a place in the calendar; with hour and minute where the words say them."""
    interval = placed.interval
    start, end = interval.start.isoformat(), interval.end.isoformat()
    if reading.clock is None or start != end:
        return make_time(document, start, end, interval.precision)
    hour, minute = reading.clock
    moment = f"{start}T{hour:02}:{minute or 0:02}"
    return make_time(document, moment, moment, "hour" if minute is None else "minute")


def tells_history(readings: list[Reading | None], published: date | None) -> bool:
    """Whether a document tells of times long before its publication: old years outnumber "Tuesday", "last week" 2:1."""
    if published is None:
        return True
    old = near = 0
    for reading in readings:
        if reading is None:
            continue
        if reading.year is not None and reading.unit not in ("decade", "century"):
            old += reading.year < (published - ONE_YEAR).year
            near += reading.year >= (published - ONE_YEAR).year
        else:
            near += reading.base == "published" or (reading.weekday is not None and reading.day is None)
    return old >= 2 and 2 * near < old


def complete_readings(
    doc: CodedDocument, mentions: list[Mention], readings: list[Reading | None]
) -> list[Reading | None]:
    """The readings, with month and year from the other end of their range or list where they have none.

    "12 to 15 May 1940", "12 May to 15 June 1940", "May 12-15, 1940", "May and June 1940", "December 1941 to March",
    "1914-18", "the September 11 attacks".
    """
    gaps = [doc.text[one.span.end : two.span.start] for one, two in pairwise(mentions)]
    done = list(readings)
    for i in reversed(range(len(gaps))):
        one, two = done[i], done[i + 1]
        if one and two and JOINED.fullmatch(gaps[i]):
            done[i] = complete_first(one, two)
    for i, gap in enumerate(gaps):
        one, two = done[i], done[i + 1]
        if one and two and JOINED.fullmatch(gap):
            done[i + 1] = complete_second(one, two, gap)
    is_american = AMERICA.search(doc.text) is not None
    return [
        name_day(doc, mention, one) if one and is_known(doc, mention, one, is_american=is_american) else None
        for mention, one in zip(mentions, done, strict=True)
    ]


def is_known(doc: CodedDocument, mention: Mention, reading: Reading, *, is_american: bool) -> bool:
    """Whether a reading holds here: "fiscal 2014", "Independence Day" in a report about America; "the last two weeks".

    Not: "the last two weeks of the war", which do not end now.
    """
    if reading.is_fiscal or reading.feast in AMERICAN:
        return is_american
    return not (reading.is_span and OF.match(doc.text, mention.span.end))


def complete_first(one: Reading, two: Reading) -> Reading:
    """The first of two joined times: its month and year are those of the second, or the year before."""
    if one.base != "calendar" or two.base != "calendar" or one.year is not None:
        return one
    if one.day is not None and one.month is None:
        return replace(one, month=two.month, year=two.year) if two.day is not None else one
    if two.year is None or (one.month is None and one.season is None) or two.unit in ("decade", "century"):
        return one
    is_before = one.month is not None and two.month is not None and two.month < one.month
    return replace(one, year=two.year - 1 if is_before else two.year)


def complete_second(one: Reading, two: Reading, gap: str) -> Reading:
    """The second of two joined times: "15, 1940" after "May 12", "18" after "1914", "22 June" after "In 1520, on"."""
    if two.base != "calendar" or one.base != "calendar":
        return two
    if one.unit == "year" and two.month is not None and two.year is None and YEAR_FIRST.fullmatch(gap):
        return replace(two, year=one.year)
    if two.day is None or two.month is not None:
        return two
    if one.unit == "year" and one.year is not None and two.year is None:
        is_split = SPLIT_YEAR.fullmatch(gap) is not None
        return replace(two, unit="year", year=one.year // 100 * 100 + two.day, day=None) if is_split else two
    if one.month is None or one.day is None:
        return two
    return replace(two, month=one.month, year=two.year if two.year is not None else one.year)


def name_day(doc: CodedDocument, mention: Mention, reading: Reading) -> Reading:
    """The reading with its year where the words after it show that it is a day of fame."""
    year = NAMED_DAYS.get((reading.month or 0, reading.day or 0))
    published = doc.document.published
    if year is None or reading.year is not None or reading.base != "calendar":
        return reading
    if published is not None and published.year < year:
        return reading
    after = doc.text[mention.span.end : mention.span.end + 40]
    return replace(reading, year=year) if ATTACKS.match(after) else reading
