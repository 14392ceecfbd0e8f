"""Views: who vouches for an event, and what that holder says of it.

The army denied that it had attacked.     the army's statement: negated
Police said the rebels attacked.          the police's statement: affirmed, happened
She urged Iran to send aid.               her statement: requested
The rebels attacked.                      the report: affirmed, happened
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.echoes import Echo, EchoFinder, is_silence
from onrecord.find.holders import find_content, find_statement, is_reported_past
from onrecord.find.readings import Reading, StatusReader, has_condition, list_cues
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.events import Event
from onrecord.model.parse import Token
from onrecord.model.statements import Statement
from onrecord.model.times import Time
from onrecord.model.views import View, make_view

STATUS_OF_ACT = {"call": "requested", "promise": "planned", "threaten": "threatened", "ask": "hypothetical"}
"""What an act makes of the infinitive that is its content; a clause with a finite verb speaks for itself."""
GUESSES = {
    "afraid", "apprehensive", "believe", "doubt", "dread", "expect", "fear", "fearful", "forecast", "guess", "hope",
    "imagine", "predict", "presume", "speculate", "speculation", "suppose", "surmise", "suspect", "suspicion",
    "wonder", "worried", "worry", "anxious", "concerned", "alarmed", "rumour", "rumor",
}  # fmt: skip
"""Cues of those who do not know it."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
BACKGROUND = timedelta(days=365)


@dataclass(frozen=True, eq=False)
class ViewFinder:
    """The stage that gives every event a view of its innermost holder, and of all who confirm or deny it."""

    lexicon: Lexicon
    name: ClassVar[str] = "find.views"
    reads: ClassVar[tuple[str, ...]] = ("parse", "events", "statements", "times", "links", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("views",)

    @cached_property
    def statuses(self) -> StatusReader:
        """Polarity and status by the words around a trigger."""
        return StatusReader(self.lexicon)

    @cached_property
    def echoes(self) -> EchoFinder:
        """Who confirms or denies what was told before."""
        return EchoFinder(self.lexicon)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """One view for each event, in the order of the events, then those of others who speak of it later."""
        first: dict[str, View] = {}
        for event in doc.events:
            statement = find_holder(doc, event)
            reading = self.read(doc, event, statement)
            holder = statement.id if statement else "report"
            maker = f"{self.name}/{'statement.' + statement.act if statement else 'report'}"
            cues = tuple(list_cues(reading))
            first[event.id] = make_view(event.id, holder, reading.polarity, reading.status, cues=cues, maker=maker)
            yield first[event.id]
            yield from self.view_again(doc, event, holder)
        for echo in self.echoes.find(doc, doc.events):
            for event in echo.events:
                yield from self.make_second(echo, first[event.id])

    def view_again(self, doc: CodedDocument, event: Event, first: str) -> Iterator[Record]:
        """The views of those others who tell of an event again, where it is told in another sentence."""
        holders = {first}
        for span in event.retold:
            statement = find_statement(doc, span)
            holder = statement.id if statement else "report"
            if holder in holders:
                continue
            holders.add(holder)
            reading = self.read(doc, replace(event, trigger=span), statement)
            maker = f"{self.name}/{'statement.' + statement.act if statement else 'report'}"
            cues = tuple(list_cues(reading))
            yield make_view(event.id, holder, reading.polarity, reading.status, cues=cues, maker=maker)

    def make_second(self, echo: Echo, first: View) -> Iterator[Record]:
        """The view of one who confirms, denies or leaves open what another has told; a denial of a denial is none."""
        if first.polarity == "negated":
            return
        open_ = is_silence(echo.statement)
        cues = (echo.statement.cue,) if echo.statement.cue else ()
        status = "hypothetical" if open_ else "happened" if first.status == "hypothetical" else first.status
        maker = f"{self.name}/echo.{echo.statement.act}"
        yield make_view(first.event, echo.statement.id, echo.polarity, status, cues=cues, maker=maker)

    def read(self, doc: CodedDocument, event: Event, statement: Statement | None) -> Reading:
        """What the words say, turned by the act of the statement that holds the event."""
        token = find_carrier(doc, event)
        if token is None:
            return Reading()
        shifted = is_reported_past(doc, statement)
        stop = find_content(event.trigger, statement)
        reading = self.statuses.read(doc.parsed, token, stop, is_shifted=shifted)
        if statement is not None:
            self.turn(doc, statement, reading)
        if shifted and reading.doubted == "planned" and has_condition(doc.parsed, token):
            reading.doubted = "hypothetical"
        if is_turned(event):
            return Reading(cues=reading.cues)
        if reading.status == "happened" and is_background(doc, event):
            reading.doubted = "historical"
        return reading

    def turn(self, doc: CodedDocument, statement: Statement, reading: Reading) -> None:
        """A denial negates what it denies; a call makes it requested, unless the content has a finite verb.

        What is denied in words of one's own ("We never attacked," he denied) says by itself what is not so.
        """
        cue = statement.cue
        if cue is None:
            return
        if is_silence(statement) or is_question(doc, statement):
            reading.doubt("hypothetical", cue)
        elif statement.act == "deny" and not (statement.manner == "direct" and has_finite_verb(doc, statement)):
            reading.negate(cue)
        elif statement.act in STATUS_OF_ACT and not has_finite_verb(doc, statement):
            reading.doubt(STATUS_OF_ACT[statement.act], cue)
        elif is_guess(doc, statement) or (statement.act == "assert" and is_nobodys(statement)):
            reading.doubt("hypothetical", cue)


def find_holder(doc: CodedDocument, event: Event) -> Statement | None:
    """The statement that tells of an event; not that by which its own actor promises or threatens it.

    "The colonel warned that he would blow up the bridges" is a threat that the report tells of.
    """
    statement = find_statement(doc, event.trigger)
    if statement is None or statement.cue is None:
        return statement
    speaker = doc.actor_mentions.get(statement.speaker_span) if statement.speaker_span else None
    actor = doc.target_of(speaker, "actor") if speaker else None
    is_own = is_turned(event) and any(one.actor == actor for one in event.actors)
    return find_statement(doc, statement.cue) if is_own else statement


def is_guess(doc: CodedDocument, statement: Statement) -> bool:
    """Whether a statement is what somebody fears or suspects."""
    words = doc.parsed.tokens_in(statement.cue) if statement.cue else ()
    return statement.manner == "indirect" and any(token.lemma in GUESSES for token in words)


def is_question(doc: CodedDocument, statement: Statement) -> bool:
    """Whether a statement asks if something is so: “Did they attack?”, but not “Why did they attack?”."""
    if statement.act != "ask" or statement.manner != "direct" or not statement.content:
        return False
    first = doc.parsed.tokens_in(statement.content[0])[:2]
    asks = statement.content[-1].slice(doc.text).rstrip("”\"’'»").endswith("?")
    return asks and not any(token.tag.startswith("W") for token in first)


def is_nobodys(statement: Statement) -> bool:
    """Whether a claim is told without who makes it: "allegedly", "rumours that"."""
    return statement.speaker is None and statement.speaker_span is None and statement.manner == "indirect"


def find_carrier(doc: CodedDocument, event: Event) -> Token | None:
    """The word of a trigger that its event hangs on: the verb of "send police", else the head of its words."""
    inside = doc.parsed.tokens_in(event.trigger)
    spanned = {token.index for token in inside}
    verbs = [token for token in inside if token.tag.startswith("V") and token.head not in spanned - {token.index}]
    return verbs[0] if verbs else doc.parsed.root_in(event.trigger)


def is_turned(event: Event) -> bool:
    """Whether an event has another type than its rule, which already says that it is promised or refused."""
    return not event.maker.rpartition("plover.")[2].startswith(f"{event.type.lower()}.")


def has_finite_verb(doc: CodedDocument, statement: Statement) -> bool:
    """Whether what is said is a clause with a finite verb, not an infinitive or a noun."""
    parse = doc.parsed
    tokens = [token for span in statement.content for token in parse.tokens_in(span)]
    if tokens and tokens[0].tag == "TO":
        return False
    inside = {token.index for token in tokens}
    roots = [token for token in tokens if token.head not in inside or token.head == token.index]
    return any(
        one.tag in FINITE or any(child.tag in FINITE for child in parse.children_of(one, "aux", "auxpass"))
        for one in roots
        if one.tag.startswith(("V", "MD"))
    )


def is_background(doc: CodedDocument, event: Event) -> bool:
    """Whether an event's time lies more than about a year before the report.

    A report of unknown date tells of a year as over beside a later one, or in a sentence of the present.
    """
    time = next((one for one in doc.times if one.id == event.time), None)
    year = find_year(doc, event, time)
    if doc.document.published:
        end = date.fromisoformat(time.end[:10]) if time else date(year, 12, 31) if year else None
        return end is not None and end < doc.document.published - BACKGROUND
    if year is None:
        return False
    years = [int(one.end[:4]) for one in doc.times if one.start[:4] in doc.text]
    token = doc.parsed.root_in(event.trigger)
    sentence = doc.parsed.tokens_of(doc.parsed.sentence_of(token)) if token else ()
    is_present = any(one.tag in ("VBZ", "VBP") and one.label in ("ROOT", "conj") for one in sentence)
    return is_present or any(one > year + 1 for one in years)


def find_year(doc: CodedDocument, event: Event, time: Time | None) -> int | None:
    """The year that an event's time names; for an event without a time, the only one that its sentence names."""
    if time is not None:
        return int(time.end[:4]) if time.start[:4] in doc.text else None
    token = doc.parsed.root_in(event.trigger)
    if token is None:
        return None
    sentence = doc.parsed.sentence_of(token)
    told = {one.time for one in doc.mentions if one.kind == "time" and one.time and sentence.span.contains(one.span)}
    tokens = doc.parsed.tokens_of(sentence)
    named = [
        int(two.words)
        for one, two in pairwise(tokens)
        if one.lemma == "in" and len(two.words) == len("1961") and two.words.isdigit()
    ]
    return named[0] if len(named) == 1 and len(told) <= 1 else None
