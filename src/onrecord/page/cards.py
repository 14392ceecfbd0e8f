"""A coded report in the pieces that the page is made of: paragraphs with their marks, and their records beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebook.load import Codebook
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Event
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.page import wording
from onrecord.page.reasons import Reason, describe_view_cues, explain_maker
from onrecord.page.segments import Segment, cut_segments, list_marks

Facts = tuple[tuple[str, str], ...]
"""(label, words) in the order to show them."""

MOST_CHARACTERS = 90
"""Of what is said, shown on a card that is closed."""


@dataclass(frozen=True)
class ViewLine:
    """One holder's view of an event, with the words and the maker that it rests on."""

    holder: str
    polarity: str
    status: str
    cues: Facts
    reason: Reason


@dataclass(frozen=True)
class Card:
    """A record beside its paragraph. `number` is the one at its mark in the text; `anchor` its place on the page."""

    id: str
    anchor: str
    number: int
    kind: str
    who: str
    what: str
    whom: str
    words: str
    facts: Facts
    views: tuple[ViewLine, ...]
    reason: Reason


@dataclass(frozen=True)
class Paragraph:
    """A zone of the text with its marks, and the records whose words begin in it."""

    kind: str
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Report:
    """One report on the page. `anchor` begins the anchors of all its records."""

    anchor: str
    title: str
    language: str
    about: Facts
    found: Facts
    paragraphs: tuple[Paragraph, ...]
    actors: tuple[tuple[str, ...], ...]
    places: tuple[tuple[str, ...], ...]
    failures: Facts


def make_report(doc: CodedDocument, number: int, codebook: Codebook) -> Report:
    """The report with everything that its section of the page shows; `number` counts reports from 1."""
    document = doc.document
    anchor = f"r{number}"
    return Report(
        anchor=anchor,
        title=wording.show_words(document.title or document.key),
        language=document.language or "en",
        about=tuple(_list_about(doc)),
        found=tuple(list_found(doc)),
        paragraphs=tuple(_make_paragraphs(doc, anchor, codebook)),
        actors=tuple(_list_actors(doc)),
        places=tuple(_list_places(doc)),
        failures=tuple((failure.stage, failure.error) for failure in doc.failures),
    )


def _list_about(doc: CodedDocument) -> Iterator[tuple[str, str]]:
    document = doc.document
    yield "read from", wording.show_words(document.key)
    yield "published", document.published.isoformat() if document.published else wording.UNKNOWN
    for label, value in (("publisher", document.publisher), ("byline", document.byline), ("address", document.url)):
        if value:
            yield label, wording.show_words(value)
    outcome = f"{document.outcome}: {document.reason}" if document.reason else document.outcome
    yield "outcome", wording.show_words(outcome)
    yield "record", doc.id


def list_found(doc: CodedDocument) -> Iterator[tuple[str, str]]:
    """How many records of each kind."""
    for name in ("events", "statements", "actors", "places", "times"):
        yield name, str(len(getattr(doc, name)))


def _make_paragraphs(doc: CodedDocument, anchor: str, codebook: Codebook) -> Iterator[Paragraph]:
    marks = list(list_marks(doc))
    cards = list(_make_cards(doc, anchor, codebook))
    spans = [zone.span for zone in doc.document.zones]
    for index, zone in enumerate(doc.document.zones):
        end = spans[index + 1].start if index + 1 < len(spans) else len(doc.text) + 1
        start = zone.span.start if index else 0
        here = tuple(card for begin, card in cards if start <= begin < end)
        yield Paragraph(zone.kind, tuple(cut_segments(doc.text, zone.span, marks)), here)


def _make_cards(doc: CodedDocument, anchor: str, codebook: Codebook) -> Iterator[tuple[int, Card]]:
    """The cards of all events and statements, each with the position in the text that it belongs to."""
    explain = lru_cache(maxsize=None)(lambda maker, words="": explain_maker(maker, codebook, words))
    for number, event in enumerate(doc.events, 1):
        views = tuple(
            ViewLine(
                wording.describe_holder(doc, view.holder),
                view.polarity,
                view.status,
                tuple(describe_view_cues(doc, view.cues, codebook)),
                explain(view.maker),
            )
            for view in event.views
        )
        facts = tuple(list_event_facts(doc, event))
        sides = (wording.describe_side(doc, event.actors), wording.describe_side(doc, event.recipients))
        card = Card(
            event.id, f"{anchor}-e{number}", number, "event", sides[0], wording.describe_type(event), sides[1],
            "", facts, views, explain(event.maker, event.trigger.slice(doc.text)),
        )  # fmt: skip
        yield event.trigger.start, card
    for number, statement in enumerate(doc.statements, 1):
        yield _begin(statement).start, _make_statement_card(doc, statement, number, anchor, explain(statement.maker))


def _begin(statement: Statement) -> Span:
    return statement.cue or min(statement.content)


def _make_statement_card(doc: CodedDocument, one: Statement, number: int, anchor: str, reason: Reason) -> Card:
    addressee = doc.actors_by_id.get(one.addressee or "")
    whom = wording.describe_actor(addressee) if addressee else ""
    facts = tuple(list_statement_facts(doc, one))
    who = wording.describe_speaker(doc, one)
    content = wording.describe_content(doc, one)
    words = content if len(content) <= MOST_CHARACTERS else content[:MOST_CHARACTERS].rstrip() + "…"
    return Card(one.id, f"{anchor}-s{number}", number, "statement", who, one.act, whom, words, facts, (), reason)


def list_event_facts(doc: CodedDocument, event: Event) -> Iterator[tuple[str, str]]:
    """What an event's record says besides who, what and whom."""
    yield "words", f"“{wording.show_span(doc, event.trigger)}”"
    yield "when", wording.describe_time(wording.find_time(doc, event.time))
    yield "where", wording.describe_place(wording.find_place(doc, event.place))
    if event.counts:
        yield "counts", "; ".join(wording.describe_count(doc, count) for count in event.counts)
    if event.contexts:
        yield "contexts", ", ".join(event.contexts)
    yield "cameo", f"{event.cameo} · quad {event.quad} · score {event.score:g}"
    yield "confidence", f"{event.confidence:.2f}"


def list_statement_facts(doc: CodedDocument, statement: Statement) -> Iterator[tuple[str, str]]:
    """What a statement's record says besides who, which act and to whom."""
    yield "content", f"“{wording.describe_content(doc, statement)}”"
    yield "manner", statement.manner
    if statement.cue:
        yield "cue", f"“{wording.show_span(doc, statement.cue)}”"
    if statement.time:
        yield "when", wording.describe_time(wording.find_time(doc, statement.time))
    if statement.place:
        yield "where", wording.describe_place(wording.find_place(doc, statement.place))
    if statement.medium_span:
        yield "medium", f"“{wording.show_span(doc, statement.medium_span)}”"
    if statement.commitment and statement.commitment != "neutral":
        yield "commitment", f"{statement.commitment}, by the cue"
    outer = wording.find_statement(doc, statement.inside)
    if outer:
        yield "as told by", wording.describe_speaker(doc, outer)


def _list_actors(doc: CodedDocument) -> Iterator[tuple[str, ...]]:
    mentions = Counter(mention.actor for mention in doc.mentions)
    for actor in doc.actors:
        code = wording.name_code(actor) or wording.UNKNOWN
        name, role = wording.show_words(actor.name), wording.show_words(actor.role or "")
        yield name, actor.type, code, role, actor.identifier or "", str(mentions[actor.id])


def _list_places(doc: CodedDocument) -> Iterator[tuple[str, ...]]:
    chosen = Counter(mention.place for mention in doc.mentions if mention.place)
    for place in doc.places:
        if chosen[place.id]:
            point = "" if place.latitude is None else f"{place.latitude:.2f}, {place.longitude:.2f}"
            yield wording.describe_place(place), point, place.geonames_id or "", str(chosen[place.id])
