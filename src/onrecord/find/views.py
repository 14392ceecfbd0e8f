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
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.echoes import Echo, EchoFinder, is_silence
from onrecord.find.events import find_content, find_statement, is_reported_past
from onrecord.find.readings import Reading, StatusReader, list_cues
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.events import Event
from onrecord.model.parse import Token
from onrecord.model.statements import Statement
from onrecord.model.views import View, make_view

STATUS_OF_ACT = {"call": "requested", "promise": "planned", "threaten": "threatened", "ask": "hypothetical"}
"""What an act makes of the infinitive that is its content; a clause with a finite verb speaks for itself."""
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
            statement = find_statement(doc, event.trigger)
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
        reading = self.statuses.read(doc.parsed, token, find_content(doc, event.trigger), is_shifted=shifted)
        if statement is not None:
            self.turn(doc, statement, reading)
        if is_turned(event):
            return Reading(cues=reading.cues)
        if reading.status == "happened" and is_background(doc, event):
            reading.status = "historical"
        return reading

    def turn(self, doc: CodedDocument, statement: Statement, reading: Reading) -> None:
        """A denial negates what it denies; a call makes it requested, unless the content has a finite verb.

        What is denied in words of one's own ("We never attacked," he denied) says by itself what is not so.
        """
        cue = statement.cue
        if cue is None:
            return
        if is_silence(statement):
            reading.doubt("hypothetical", cue)
        elif statement.act == "deny" and not (statement.manner == "direct" and has_finite_verb(doc, statement)):
            reading.negate(cue)
        elif statement.act in STATUS_OF_ACT and not has_finite_verb(doc, statement):
            reading.doubt(STATUS_OF_ACT[statement.act], cue)


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
    inside = {token.index for token in tokens}
    roots = [token for token in tokens if token.head not in inside or token.head == token.index]
    return any(
        one.tag in FINITE or any(child.tag in FINITE for child in parse.children_of(one, "aux", "auxpass"))
        for one in roots
        if one.tag.startswith(("V", "MD"))
    )


def is_background(doc: CodedDocument, event: Event) -> bool:
    """Whether an event's time lies more than about a year before the report."""
    time = next((one for one in doc.times if one.id == event.time), None)
    if time is None or doc.document.published is None:
        return False
    return date.fromisoformat(time.end[:10]) < doc.document.published - BACKGROUND
