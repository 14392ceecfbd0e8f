"""Events: who did what to whom, by the codebook's rules over the parse.

For each word that can carry an event the most specific rule whose conditions hold makes one event. Nothing is an event
without a known actor on one side at least. What a rule `absorbs` (threatened *to strike*) is no event of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, cast

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import Turn
from onrecord.find.circumstances import CircumstanceReader
from onrecord.find.confidence import list_features, rate
from onrecord.find.counts import CountFinder
from onrecord.find.echoes import EchoFinder
from onrecord.find.event_places import EventPlaceFinder, Told, list_sides
from onrecord.find.folds import Candidate, fold, list_triggers
from onrecord.find.holders import find_content, find_statement, is_reported_past
from onrecord.find.participants import find_participants, list_place_actors
from onrecord.find.place_search import Found
from onrecord.find.readings import StatusReader
from onrecord.find.roles import find_roles, list_speaker
from onrecord.find.triggers import Trigger, TriggerIndex
from onrecord.find.unreal import UnrealFinder
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.events import Count, Event, EventType, Participant
from onrecord.model.identity import make_id
from onrecord.model.mentions import Mention, make_quantity
from onrecord.model.parse import Token, span_of
from onrecord.model.spans import Span, join_spans

EventSetting = tuple[Found, Found]
"""The place and the time of an event, each with the words that tell it."""
STATE_SECTORS = ("GOV", "MIL", "COP")
COMPLEMENTS = ("xcomp", "ccomp", "dobj", "prep", "acl", "advcl")


@dataclass(frozen=True, eq=False)
class EventFinder:
    """The stage that finds events."""

    lexicon: Lexicon
    least: float = 0.0
    """The least confidence of what is kept."""
    name: ClassVar[str] = "find.events"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "places", "times", "links", "statements")
    writes: ClassVar[tuple[str, ...]] = ("actors", "mentions", "events")

    @cached_property
    def triggers(self) -> TriggerIndex:
        """The triggers of all rules."""
        return TriggerIndex(self.lexicon)

    @cached_property
    def circumstances(self) -> CircumstanceReader:
        """Modes, contexts, place and time around a trigger."""
        return CircumstanceReader(self.lexicon)

    @cached_property
    def places(self) -> EventPlaceFinder:
        """Where events happened."""
        return EventPlaceFinder(self.lexicon)

    @cached_property
    def counts(self) -> CountFinder:
        """How many were killed, injured, arrested."""
        return CountFinder(self.lexicon)

    @cached_property
    def statuses(self) -> StatusReader:
        """Whether a trigger's event is still to come."""
        return StatusReader(self.lexicon)

    @cached_property
    def unreal(self) -> UnrealFinder:
        """What only seems to be told as an event."""
        return UnrealFinder(self.lexicon)

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
        """Events in the order of their triggers, each after those who are in a place that it was done to."""
        denials = find_denials(doc)
        chosen: list[Candidate] = []
        for token in doc.parsed.tokens:
            chosen.extend(self.choose(doc, token, denials, chosen))
        absorbing = [one.trigger for one in chosen if one.trigger.rule.absorbs and one.token.index not in denials]
        absorbed = {index for trigger in absorbing for index in list_absorbed(doc, trigger)}
        used: dict[int, int] = {}
        for one in chosen:
            for token in list_used(one.trigger):
                used[token.index] = max(used.get(token.index, 0), len(one.trigger.words))
        left = [one for one in chosen if one.token.index not in absorbed and not is_part_of_longer(one.trigger, used)]
        folded = fold(doc, left)
        company = Counter(one.token.sentence for one in folded)
        settings, counts = self.find_settings(doc, folded, chosen), self.counts.find(doc, folded)
        rated = (
            (self.make(doc, one, settings[index], counts[index]), self.rate(one, company[one.token.sentence] - 1))
            for index, one in enumerate(folded)
        )
        made = [replace(event, confidence=rating) for event, rating in rated if rating >= self.least]
        again = {echo.noun for echo in self.echoes.find(doc, made) if echo.noun}
        for event in made:
            if not any(event.trigger.contains(noun) for noun in again):
                yield from list_new_actors(doc, event)
                yield from self.list_quantities(doc, event)
                yield event

    def list_quantities(self, doc: CodedDocument, event: Event) -> Iterator[Mention]:
        """The mentions of an event's figures; "a man" is one man, but "a" is no mention."""
        for one in event.counts:
            if one.span.slice(doc.text).casefold() in ("a", "an"):
                continue
            value = one.low if one.low == one.high else None
            yield make_quantity(doc.id, one.span, value, one.unit, maker=f"{self.name}/count")

    def choose(
        self, doc: CodedDocument, token: Token, denials: frozenset[int], earlier: list[Candidate]
    ) -> Iterator[Candidate]:
        """The first trigger of a token whose needed roles are filled, with its participants; at most one."""
        for trigger in self.triggers.find(doc.parsed, token):
            if token.index in denials and any(one.tag.startswith("V") for one in trigger.words if one is not token):
                continue
            roles = find_roles(doc, trigger, self.lexicon, earlier)
            if roles and self.unreal.is_unreal(doc, trigger, [*roles[0], *roles[1]]):
                return
            if roles:
                yield Candidate(trigger, *roles, *self.settle_type(doc, trigger, roles[0]))
                return

    def find_settings(
        self, doc: CodedDocument, events: list[Candidate], all_told: list[Candidate]
    ) -> list[EventSetting]:
        """The place and the time of each event, with the words that tell them; or those of the event before."""
        heads = {one.token.index: one.type for one in all_told}
        told: list[Told] = []
        settings: list[EventSetting] = []
        for one in events:
            place = self.places.find(doc, one, heads, told)
            time = self.find_first(one, lambda token: self.circumstances.find_time(doc, token))
            if time[0] is None:
                time = (self.places.find_time(doc, one, told), None)
            settings.append((place, time))
            if place[0] or time[0]:
                told.append(Told(one, place[0], time[0], frozenset(list_sides(one))))
        return settings

    def make(
        self, doc: CodedDocument, one: Candidate, setting: tuple[Found, Found], counts: tuple[Count, ...]
    ) -> Event:
        """The record of an event that happened at a place and time, with its figures."""
        trigger, rule, actors, recipients = one.trigger, one.trigger.rule, one.actors, one.recipients
        type, cameo = one.type, one.cameo
        modes = self.find_modes(doc, one)
        words = span_of(trigger.words)
        (place, place_span), (time, time_span) = setting
        sides = [one.span for one in (*actors, *recipients)]
        inside = doc.parsed.sentence_of(trigger.token).span
        extent = join_spans(
            words, *(span for span in [*sides, place_span, time_span] if span and inside.contains(span))
        )
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
            confidence=0.0,
            maker=maker,
            replaces=None,
            retold=tuple(span_of(told.words) for told in one.also if told.token.sentence != trigger.token.sentence),
        )

    def rate(self, one: Candidate, others: int) -> float:
        """The confidence of an event beside others of its sentence."""
        counts = {"actors": len(one.actors), "recipients": len(one.recipients), "others": others}
        features = list_features(one.type, one.trigger.rule, len(one.trigger.words), **counts)
        return rate(features, self.weights)

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each feature adds to the confidence."""
        return {one.feature: one.weight for one in self.lexicon.codebook.confidence_weights}

    def find_first(
        self, one: Candidate, find: Callable[[Token], tuple[str | None, Span | None]]
    ) -> tuple[str | None, Span | None]:
        """What is found at the first of an event's triggers that has it."""
        found = (find(told.token) for told in list_triggers(one))
        return next((pair for pair in found if pair[0]), (None, None))

    def find_modes(self, doc: CodedDocument, one: Candidate) -> tuple[str, ...]:
        """The modes by the first trigger that tells one; where the type was turned, the one of its CAMEO code."""
        if one.type != one.trigger.rule.event_type:
            mode = self.cameo_modes.get((one.type, one.cameo))
            return (mode,) if mode else ()
        found = (self.circumstances.find_modes(doc.parsed, told, one.type) for told in list_triggers(one))
        return next((modes for modes in found if modes), ())

    @cached_property
    def cameo_modes(self) -> dict[tuple[str, str], str]:
        """The mode that a CAMEO code says, by (type, code)."""
        return {(one.event_type, one.id): one.mode for one in self.lexicon.codebook.cameo_codes}

    def settle_type(
        self, doc: CodedDocument, trigger: Trigger, actors: tuple[Participant, ...]
    ) -> tuple[EventType, str]:
        """The type and CAMEO code, turned where the event is only promised, refused, or announced by who will do it."""
        type = cast(EventType, trigger.rule.event_type)
        if type in self.turning_types:
            statement = find_statement(doc, trigger.token.span)
            stop = find_content(trigger.token.span, statement)
            shifted = is_reported_past(doc, statement)
            reading = self.statuses.read(doc.parsed, trigger.token, stop, is_shifted=shifted)
            turn = self.turns.get((type, reading.status, reading.polarity))
            if turn and (turn.teller != "actor" or is_told_by(doc, trigger.token, actors)):
                return cast(EventType, turn.becomes), turn.cameo
        return type, trigger.rule.cameo


def is_told_by(doc: CodedDocument, token: Token, actors: tuple[Participant, ...]) -> bool:
    """Whether the speaker of the innermost statement around a word is one of some actors, or speaks for their state."""
    ours = [doc.actors_by_id[one.actor] for one in actors if one.actor in doc.actors_by_id]
    tellers = [doc.actors_by_id[one.actor] for one in find_participants(doc, list_speaker(doc, token))]
    return any(
        teller.id == one.id or (teller.country == one.country is not None and one.sector in STATE_SECTORS)
        for teller in tellers
        for one in ours
    )


def list_new_actors(doc: CodedDocument, event: Event) -> Iterator[Actor]:
    """Those in places that an event was done to, who are no actors of the document yet."""
    for one in event.recipients:
        if one.actor not in doc.actors_by_id:
            heads = [head for head in [doc.parsed.root_in(one.span)] if head]
            yield from (actor for _, actor in list_place_actors(doc, heads))


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
    is_charge = trigger.rule.event_type == "ACCUSE" and trigger.token.tag.startswith("V")
    for token in trigger.words:
        if trigger.rule.absorbs or token is trigger.token or not (is_charge or token.tag.startswith("V")):
            yield token


def is_part_of_longer(trigger: Trigger, used: dict[int, int]) -> bool:
    """Whether the trigger's own word stands in another, longer trigger."""
    return used.get(trigger.token.index, 0) > len(trigger.words)


def settle_count(counts: tuple[Count, ...], unit: str) -> float | None:
    """A figure, where there is one only and it is exact."""
    found = [one for one in counts if one.unit == unit]
    return found[0].low if len(found) == 1 and found[0].low == found[0].high else None
