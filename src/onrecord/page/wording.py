"""The words for what a record says: one line for an actor, a time, a place, a holder.

Invariant: what is unknown is said to be unknown, never left out.
"""

import re
from collections.abc import Iterable

from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Count, Event, Participant
from onrecord.model.places import Place
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.times import Time
from onrecord.model.views import View

UNKNOWN = "not known"
NOBODY = "(nobody named)"
REPORT = "the report itself says it"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_VERBS = {
    "assert": "says it", "deny": "denies it", "accuse": "accuses somebody of it", "call": "calls for it",
    "warn": "warns of it", "threaten": "threatens it", "promise": "promises it", "praise": "praises it",
    "ask": "asks about it",
}  # fmt: skip


def show_controls(text: str) -> str:
    """The text with control characters visible as U+FFFD: news can hold what steers a terminal or turns lines round."""
    return _CONTROL.sub("\ufffd", text)


def show_words(text: str) -> str:
    """The text on one line, with control characters visible."""
    return show_controls(" ".join(text.split()))


def count_things(count: int, name: str) -> str:
    """A number with its noun: "1 event", "2,000 events"."""
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"


def show_span(doc: CodedDocument, span: Span) -> str:
    """The words at a span."""
    return show_words(span.slice(doc.text))


def name_code(actor: Actor) -> str:
    """Country and sector as PLOVER has them: "KGZ GOV", "REB"; empty where neither is known."""
    return " ".join(part for part in (actor.country, actor.sector) if part)


def describe_actor(actor: Actor) -> str:
    """The name and the code: "Kyrgyzstan (KGZ GOV)"."""
    code = name_code(actor)
    return f"{show_words(actor.name)} ({code})" if code else show_words(actor.name)


def describe_side(doc: CodedDocument, side: Iterable[Participant]) -> str:
    """The actors of one side of an event, each once."""
    names = dict.fromkeys(describe_actor(doc.actors_by_id[one.actor]) for one in side if one.actor in doc.actors_by_id)
    return " + ".join(names) or NOBODY


def describe_type(event: Event) -> str:
    """The event type with its modes: "ASSAULT artillery"."""
    return " ".join((event.type, *event.modes))


def find_time(doc: CodedDocument, id: str | None) -> Time | None:
    """The time with that id."""
    return next((one for one in doc.times if one.id == id), None)


def find_place(doc: CodedDocument, id: str | None) -> Place | None:
    """The place with that id."""
    return next((one for one in doc.places if one.id == id), None)


def find_statement(doc: CodedDocument, id: str | None) -> Statement | None:
    """The statement with that id."""
    return next((one for one in doc.statements if one.id == id), None)


def describe_time(time: Time | None) -> str:
    """The first and last day, once where they are the same: "2024-03-06", "2024-03-09 to 2024-03-10"."""
    if time is None:
        return UNKNOWN
    days = time.start if time.start == time.end else f"{time.start} to {time.end}"
    return days if time.precision in ("day", "span") else f"{days} ({time.precision})"


def describe_place(place: Place | None) -> str:
    """The name, country and precision: "Osh, KGZ (city)"; "Vorukh (not located)"."""
    if place is None:
        return UNKNOWN
    name = show_words(place.name)
    if place.latitude is None:
        return f"{name} (not located)"
    where = f"{name}, {place.country}" if place.country and place.precision != "country" else name
    return f"{where} ({place.precision})" if place.precision else where


def describe_speaker(doc: CodedDocument, statement: Statement) -> str:
    """Who speaks, by name, else in the words of the text; "nobody named" on purpose for "reportedly"."""
    actor = doc.actors_by_id.get(statement.speaker or "")
    if actor is not None:
        return describe_actor(actor)
    return show_span(doc, statement.speaker_span) if statement.speaker_span else NOBODY


def describe_saying(doc: CodedDocument, statement: Statement) -> str:
    """Who does what with words: "Tajikistan (TJK GOV) denies it"."""
    return f"{describe_speaker(doc, statement)} {_VERBS[statement.act]}"


def describe_holder(doc: CodedDocument, holder: str) -> str:
    """Who vouches, and how; a speaker whom another one reports is named with that one."""
    statement = find_statement(doc, holder)
    if statement is None:
        return REPORT
    outer = find_statement(doc, statement.inside)
    told = f", as {describe_speaker(doc, outer)} tells it" if outer else ""
    return describe_saying(doc, statement) + told


def describe_view(doc: CodedDocument, view: View) -> str:
    """What a holder says of an event: "negated, happened: Tajikistan (TJK GOV) denies it"."""
    return f"{view.polarity}, {view.status}: {describe_holder(doc, view.holder)}"


def describe_count(doc: CodedDocument, count: Count) -> str:
    """A figure with its bounds and holder: "9 or more killed (the report itself says it)"."""
    bounds = {None: " or more", count.low: ""}
    figure = f"{count.low:g}" + bounds.get(count.high, f" to {count.high or 0:g}")
    return f"{figure} {count.unit} ({describe_holder(doc, count.holder)})"


def describe_content(doc: CodedDocument, statement: Statement) -> str:
    """What is said, its parts joined by an ellipsis."""
    return " … ".join(show_span(doc, span) for span in statement.content)
