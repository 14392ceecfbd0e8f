"""Events: who did what to whom, by the codebook's rules over the parse.

For each word that can carry an event the most specific rule whose conditions hold makes one event. Nothing is an event
without a known actor on one side at least. What a rule `absorbs` (threatened *to strike*) is no event of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, cast

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import Rule, Turn
from onrecord.find.circumstances import CircumstanceReader
from onrecord.find.counts import find_counts
from onrecord.find.echoes import EchoFinder
from onrecord.find.participants import find_participants
from onrecord.find.readings import StatusReader
from onrecord.find.triggers import Trigger, TriggerIndex
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.events import Count, Event, EventType, Participant
from onrecord.model.identity import make_id
from onrecord.model.parse import Token, span_of
from onrecord.model.spans import Span, join_spans
from onrecord.model.statements import Statement

SURE, BARE = 0.55, 0.1
CIVIL_TYPES = {"PROTEST", "ASSAULT", "COERCE", "SANCTION"}
CIVIL_SECTORS = {"CVL", "EDU", "LAB", "BUS", "MED", "AGR", "JRN", "SOC", "REL", "UNK", None}
"""Among themselves, these make no political event of the other types: a college that offers training."""
COMPLEMENTS = ("xcomp", "ccomp", "dobj", "prep", "acl", "advcl")


@dataclass(frozen=True, eq=False)
class EventFinder:
    """The stage that finds events."""

    lexicon: Lexicon
    name: ClassVar[str] = "find.events"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "places", "times", "links", "statements")
    writes: ClassVar[tuple[str, ...]] = ("events",)

    @cached_property
    def triggers(self) -> TriggerIndex:
        """The triggers of all rules."""
        return TriggerIndex(self.lexicon)

    @cached_property
    def circumstances(self) -> CircumstanceReader:
        """Modes, contexts, place and time around a trigger."""
        return CircumstanceReader(self.lexicon)

    @cached_property
    def statuses(self) -> StatusReader:
        """Whether a trigger's event is still to come."""
        return StatusReader(self.lexicon)

    @cached_property
    def echoes(self) -> EchoFinder:
        """Which nouns only name an earlier event again."""
        return EchoFinder(self.lexicon)

    @cached_property
    def turns(self) -> dict[tuple[str, str, str], Turn]:
        """What a type becomes, by (type, status, polarity)."""
        return {(one.event_type, one.status, one.polarity): one for one in self.lexicon.codebook.turns}

    @cached_property
    def turning_types(self) -> frozenset[str]:
        """The types that can become another one."""
        return frozenset(one.event_type for one in self.lexicon.codebook.turns)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Events in the order of their triggers."""
        denials = find_denials(doc)
        chosen = [found for token in doc.parsed.tokens for found in self.choose(doc, token, denials)]
        absorbing = [trigger for trigger, *_ in chosen if trigger.rule.absorbs and trigger.token.index not in denials]
        absorbed = {index for trigger in absorbing for index in list_absorbed(doc, trigger)}
        used: dict[int, int] = {}
        for trigger, *_ in chosen:
            for token in list_used(trigger):
                used[token.index] = max(used.get(token.index, 0), len(trigger.words))
        made = [
            self.make(doc, trigger, actors, recipients)
            for trigger, actors, recipients in chosen
            if trigger.token.index not in absorbed and not is_part_of_longer(trigger, used)
        ]
        again = {echo.noun for echo in self.echoes.find(doc, made) if echo.noun}
        yield from (event for event in made if not any(event.trigger.contains(noun) for noun in again))

    def choose(
        self, doc: CodedDocument, token: Token, denials: frozenset[int]
    ) -> Iterator[tuple[Trigger, tuple[Participant, ...], tuple[Participant, ...]]]:
        """The first trigger of a token whose needed roles are filled, with its participants; at most one."""
        for trigger in self.triggers.find(doc.parsed, token):
            if token.index in denials and any(one.tag.startswith("V") for one in trigger.words if one is not token):
                continue
            actors = find_role(doc, trigger, trigger.rule.actor, ())
            recipients = find_role(doc, trigger, list_recipient_slots(trigger.rule), actors)
            if trigger.rule.reciprocal:
                actors, recipients = (*actors, *recipients), ()
            filled = {
                "actor": bool(actors),
                "recipient": bool(recipients) or (trigger.rule.reciprocal and len(actors) > 1),
            }
            if not all(filled[need] for need in trigger.rule.needs):
                continue
            if is_political(doc, trigger.rule.event_type, [*actors, *recipients]):
                yield trigger, actors, recipients
                return

    def make(
        self,
        doc: CodedDocument,
        trigger: Trigger,
        actors: tuple[Participant, ...],
        recipients: tuple[Participant, ...],
    ) -> Event:
        """The record of an event."""
        rule = trigger.rule
        type, cameo = self.settle_type(doc, trigger)
        modes = self.circumstances.find_modes(doc.parsed, trigger, type)
        words = span_of(trigger.words)
        place, place_span = self.circumstances.find_place(doc, trigger.token)
        time, time_span = self.circumstances.find_time(doc, trigger.token)
        sides = [one.span for one in (*actors, *recipients)]
        inside = doc.parsed.sentence_of(trigger.token).span
        extent = join_spans(
            words, *(span for span in [*sides, place_span, time_span] if span and inside.contains(span))
        )
        counts = tuple(find_counts(doc, trigger, get_holder(doc, words)))
        killed, injured, arrested = (settle_count(counts, unit) for unit in ("killed", "injured", "arrested"))
        maker = f"{self.name}/plover.{rule.id}"
        return Event(
            id=make_id("event", doc.id, type, words, tuple(sides), maker),
            type=type,
            modes=modes,
            contexts=self.circumstances.find_contexts(doc.parsed, trigger),
            cameo=cameo,
            quad=self.lexicon.codebook.types_by_id[type].quad,
            score=self.circumstances.score(type, modes),
            trigger=trigger.token.span if words.end - words.start > 60 else words,
            extent=extent,
            actors=actors,
            recipients=recipients,
            place=place,
            time=time,
            killed=killed,
            injured=injured,
            arrested=arrested,
            counts=counts,
            views=(),
            confidence=rate_confidence(trigger, actors, recipients),
            maker=maker,
            replaces=None,
        )

    def settle_type(self, doc: CodedDocument, trigger: Trigger) -> tuple[EventType, str]:
        """The type and CAMEO code, turned where the event is only promised or refused."""
        type = cast(EventType, trigger.rule.event_type)
        if type in self.turning_types:
            stop = find_content(doc, trigger.token.span)
            reading = self.statuses.read(doc.parsed, trigger.token, stop)
            turn = self.turns.get((type, reading.status, reading.polarity))
            if turn:
                return cast(EventType, turn.becomes), turn.cameo
        return type, trigger.rule.cameo


def list_recipient_slots(rule: Rule) -> tuple[str, ...]:
    """Where the recipient is looked for: the rule's slots, then the owner of the object, then the complement."""
    if rule.reciprocal:
        return rule.recipient
    return (*rule.recipient, "owner", "complement") if rule.absorbs else (*rule.recipient, "owner")


def is_political(doc: CodedDocument, type: str, sides: list[Participant]) -> bool:
    """Whether anybody takes part, and, unless it is violence or protest, somebody who is not an ordinary citizen."""
    if type in CIVIL_TYPES:
        return bool(sides)
    actors = [doc.actors_by_id[one.actor] for one in sides]
    return any(one.type != "unnamed" or one.country or one.sector not in CIVIL_SECTORS for one in actors)


def find_role(
    doc: CodedDocument, trigger: Trigger, slots: tuple[str, ...], others: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """The participants in the first of some slots that has any but the others; a reciprocal rule takes all slots.

    A trigger's own word is nobody ("took *hostages*"), but may belong to somebody ("held *talks* with Iran").
    """
    taken = {one.actor for one in others}
    own = {token.span for token in trigger.words}
    found: list[Participant] = []
    for slot in slots:
        for one in find_participants(doc, trigger.slots.get(slot, [])):
            if one.actor not in taken and not (is_one_word(doc, one) and one.span in own):
                taken.add(one.actor)
                found.append(one)
        if found and not trigger.rule.reciprocal:
            break
    return tuple(found)


def is_one_word(doc: CodedDocument, one: Participant) -> bool:
    """Whether a participant is named by a single word."""
    return " " not in one.span.slice(doc.text)


def list_absorbed(doc: CodedDocument, trigger: Trigger) -> Iterator[int]:
    """The tokens of a trigger's complement."""
    for child in doc.parsed.children_of(trigger.token, *COMPLEMENTS):
        yield from (one.index for one in doc.parsed.subtree(child))


def find_denials(doc: CodedDocument) -> frozenset[int]:
    """The words by which statements say that something did not happen: "denied that they had attacked".

    What is denied is an event of its own then, not a part of the refusal that "denied them entry" is.
    """
    cues = (one.cue for one in doc.statements if one.act == "deny" and one.cue is not None)
    return frozenset(token.index for cue in cues for token in doc.parsed.tokens_in(cue))


def list_used(trigger: Trigger) -> Iterator[Token]:
    """The words that carry no other event: all of a trigger's, but not what somebody is accused of or asked for."""
    for token in trigger.words:
        if trigger.rule.absorbs or token is trigger.token or not token.tag.startswith("V"):
            yield token


def is_part_of_longer(trigger: Trigger, used: dict[int, int]) -> bool:
    """Whether the trigger's own word stands in another, longer trigger."""
    return used.get(trigger.token.index, 0) > len(trigger.words)


def get_holder(doc: CodedDocument, span: Span) -> str:
    """The innermost statement whose content holds a span, else "report"."""
    around = find_statement(doc, span)
    return around.id if around else "report"


def find_statement(doc: CodedDocument, span: Span) -> Statement | None:
    """The innermost statement whose content holds a span."""
    return doc.statement_index.find_innermost(span)


def find_content(doc: CodedDocument, span: Span) -> Span | None:
    """The part of the innermost statement's content that holds a span."""
    statement = find_statement(doc, span)
    return next((part for part in statement.content if part.contains(span)), None) if statement else None


def settle_count(counts: tuple[Count, ...], unit: str) -> float | None:
    """A figure, where there is one only and it is exact."""
    found = [one for one in counts if one.unit == unit]
    return found[0].low if len(found) == 1 and found[0].low == found[0].high else None


def rate_confidence(trigger: Trigger, actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> float:
    """How sure a rule's event is, before calibration: both sides filled, several words, conditions that held."""
    rule = trigger.rule
    points = SURE
    points += BARE * bool(actors) + BARE * bool(recipients or len(actors) > 1)
    points += BARE * (len(trigger.words) > 1 or bool(rule.only_with)) + BARE / 2 * trigger.token.tag.startswith("V")
    return round(min(points, 0.95), 2)
