"""Mentions of times: dates, clock times, relative expressions, durations and sets, with the extents of TIMEX3.

Prepositions stay outside ("on Monday"), determiners and modifiers are inside ("the late 1980s"), a time of day and its
day are one ("10:30 a.m. on Monday"), and the two ends of a range are two ("12" and "15 May").
Source: Saurí et al. 2006, TimeML annotation guidelines 1.2.1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from onrecord.find import time_patterns as patterns
from onrecord.find.time_contexts import CHECKS, THERESA_MAY, Candidate
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.mentions import MentionForm, make_mention
from onrecord.model.parse import Parse
from onrecord.model.spans import Span

ALWAYS_NAMES = {
    "days", "next_day", "next_year", "nine_eleven", "slashed", "holiday", "era_year", "decade", "weekday_short",
}  # fmt: skip
ALWAYS_NOMINAL = {"that_period", "count", "the_count", "set", "day_word", "ordinal_period"}


@dataclass(frozen=True)
class TimeFinder:
    """The stage that finds mentions of times.

    "September 1, 1939", "late 2012", "the next day", "three months ago", "for three days" ("three days"), "every
    Friday", "Easter Sunday". Not found: times told by an event ("before the war"), "now", "recently", ages ("a
    61-year-old trader"), and names made of a day ("the 17 November gang", "6 October Bridge", "Robinson Friday").
    """

    name: ClassVar[str] = "find.times"
    reads: ClassVar[tuple[str, ...]] = ("parse",)
    writes: ClassVar[tuple[str, ...]] = ("mentions",)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Mentions in the order of the text; no two share a character."""
        for rule, span in find_expressions(doc.text, doc.parsed):
            form = name_form(rule, span.slice(doc.text))
            yield make_mention(doc.id, span, "time", form, maker=f"{self.name}/{rule}")


def find_expressions(text: str, parse: Parse) -> Iterator[tuple[str, Span]]:
    """Rules and the spans that they found, paragraph by paragraph: "Sept. 1" may seem to end a sentence."""
    knows_may = THERESA_MAY.search(text) is not None
    for _, sentences in groupby(parse.sentences, key=lambda sentence: sentence.zone):
        spans = [sentence.span for sentence in sentences]
        yield from find_in_area(text, parse, Span(spans[0].start, spans[-1].end), knows_may=knows_may)


def find_in_area(text: str, parse: Parse, area: Span, *, knows_may: bool) -> Iterator[tuple[str, Span]]:
    """Rules and spans within an area of the text. Where a check says no, the search goes on after the first word."""
    previous: Span | None = None
    match = patterns.EXPRESSION.search(text, area.start, area.end)
    while match:
        rule, span = match.lastgroup or "", Span(*match.span())
        candidate = Candidate(text, parse, span, previous, knows_may)
        if candidate.tokens and (rule not in CHECKS or CHECKS[rule](candidate)):
            for found in ((rule, span), *find_second(text, rule, span, area.end)):
                yield found
                previous = found[1]
            start = previous.end if previous else span.end
        else:
            start = min(candidate.tokens[0].end, span.end) if candidate.tokens else span.end
        match = patterns.EXPRESSION.search(text, start, area.end)


def find_second(text: str, rule: str, span: Span, end: int) -> Iterator[tuple[str, Span]]:
    """The other end of a range that leaves out its month or century: "May 12" then "15, 1940", "1914" then "18"."""
    if rule == "date" and patterns.ENDS_IN_DAY.search(text, span.start, span.end):
        match = patterns.NEXT_DAY.match(text, span.end, end)
        if match:
            yield "next_day", Span(*match.span("next"))
    if rule == "years":
        match = patterns.NEXT_YEAR.match(text, span.end, end)
        if match:
            yield "next_year", Span(*match.span("next"))


def name_form(rule: str, words: str) -> MentionForm:
    """Dates, weekdays, months and years are names; "last Friday", "the next day", "three days" are nominals."""
    if rule in ALWAYS_NOMINAL:
        return "nominal"
    return "name" if rule in ALWAYS_NAMES or patterns.CALENDAR_NAME.search(words) else "nominal"
