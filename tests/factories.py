"""Small records made by hand, and a hypothesis strategy of whole finished documents.

Each factory fills what a test does not care about; a test names what it does.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Literal, TypeVar

from hypothesis import strategies as st

from onrecord.model.actors import Actor, make_actor
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Document, Zone, make_document
from onrecord.model.events import EVENT_TYPES, Count, Event, Participant
from onrecord.model.identity import make_id
from onrecord.model.links import Link, make_link
from onrecord.model.mentions import Mention
from onrecord.model.places import Place, make_place
from onrecord.model.provenance import Failure, Run
from onrecord.model.relations import Relation
from onrecord.model.shapes import Shape, fields_of
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.times import Time, make_time
from onrecord.model.views import View, make_view

REPORT = "Police said rebels shelled Aleppo on Tuesday. The rebels denied it."
T = TypeVar("T")


def find_span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def build_document(key: str = "report-1", text: str = REPORT, *, title: str | None = None) -> Document:
    """A document with one body zone."""
    zones = (Zone("body", Span(0, len(text))),) if text else ()
    about = {"title": title, "publisher": "The Example", "language": "en"}
    return make_document(key, text, zones=zones, published=date(2014, 8, 20), about=about)


def build_run(id: str = "run-1") -> Run:
    """A run with two codebook files and one override."""
    return Run(id, "0.1.0", "model-3.8", "abc", (("modes.toml", "aa"), ("types.toml", "bb")), ("actors.tsv: XYZ",))


def build_mention(document: str, span: Span, *, actor: str | None = None, place: str | None = None) -> Mention:
    """A name that stands for an actor or a place."""
    kind: Literal["actor", "place"] = "place" if place else "actor"
    id = make_id("mention", document, span, kind)
    return Mention(id, span, kind, "name", actor, place, None, None, None, "find.test/rule")


def build_statement(document: str, span: Span, *, speaker: str | None, content: tuple[Span, ...]) -> Statement:
    """An assertion whose speaker and cue are the same words."""
    id = make_id("statement", document, span, content)
    return Statement(
        id,
        "indirect",
        "assert",
        speaker,
        span,
        span,
        content,
        None,
        None,
        None,
        None,
        "find.test/said",
        "neutral",
        None,
        None,
    )


def build_event(document: str, trigger: Span, *, type: str = "ASSAULT", extent: Span | None = None) -> Event:
    """An event without participants or views."""
    chosen = next(name for name in EVENT_TYPES if name == type)
    return Event(
        make_id("event", document, trigger, type), chosen, (), (), "190", 4, -9.0, trigger, extent or trigger,
        (), (), None, None, None, None, None, (), (), 0.8, "find.events/test", None,
    )  # fmt: skip


def build_report(key: str = "report-1", text: str = REPORT) -> CodedDocument:
    """REPORT coded by hand: one event that the police affirm and the rebels deny; needs the words of REPORT."""
    document = build_document(key, text)
    police = make_actor(document.id, "Police", "organization", code=("SYR", "COP"), sectors=("COP", "GOV"))
    rebels = make_actor(document.id, "rebels", "group", code=("SYR", "REB"))
    aleppo = make_place(document.id, "Aleppo", point=(36.2, 37.16), country="SYR", precision="city")
    tuesday = make_time(document.id, "2014-08-19", "2014-08-19", "day")
    spans = {word: find_span(text, word) for word in ("Police", "rebels", "Aleppo", "shelled", "denied")}
    content = find_span(text, "rebels shelled Aleppo on Tuesday")
    said = build_statement(document.id, spans["Police"], speaker=police.id, content=(content,))
    denied = replace(build_statement(document.id, spans["denied"], speaker=rebels.id, content=(content,)), act="deny")
    event = build_event(document.id, spans["shelled"], extent=content)
    affirmed = make_view(event.id, said.id, "affirmed", "happened", cues=(), maker="find.views/test")
    negated = make_view(event.id, denied.id, "negated", "happened", cues=(spans["denied"],), maker="find.views/test")
    mentions = (
        build_mention(document.id, spans["Police"], actor=police.id),
        build_mention(document.id, spans["rebels"], actor=rebels.id),
        build_mention(document.id, spans["Aleppo"], place=aleppo.id),
    )
    return CodedDocument(
        document,
        actors=(police, rebels),
        places=(aleppo,),
        times=(tuesday,),
        mentions=mentions,
        statements=(said, denied),
        events=(
            replace(
                event, modes=("artillery", "ground"), contexts=("military",), place=aleppo.id, time=tuesday.id,
                actors=(Participant(rebels.id, spans["rebels"]),), killed=3,
                counts=(Count("killed", 3, None, spans["rebels"], said.id),), views=(affirmed, negated),
            ),
        ),
        failures=(Failure("find.relations", "ValueError: a test"),),
        links=tuple(_link(mention) for mention in mentions),
    )  # fmt: skip


def _link(mention: Mention) -> Link:
    kind: Literal["actor", "place"] = "place" if mention.place else "actor"
    target = mention.place or mention.actor or ""
    return make_link(mention.id, kind, target, score=1.5, rank=0, maker="resolve.test/rule")


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
words = st.text(st.characters(exclude_categories=()), max_size=12).filter(lambda text: not PAIR.search(text))
"""Any text that a report may hold: also line breaks, NUL and lone surrogates."""
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 1000).map(float)


class Filler:
    """Fills records of any class with values drawn from a few words and numbers; references are given by hand."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.random = Random(draw(st.integers(0, 2**32)))
        self.text = draw(words.filter(bool))
        self.words = [*draw(st.lists(words, max_size=4)), "=1+1", "", "plain"]
        self.numbers = [*draw(st.lists(numbers, max_size=3)), -0.0, 3.0, 0.1]
        self.count = 0

    def some(self, kind: type[T], **given: Callable[[], object]) -> tuple[T, ...]:
        """None to three records; what is given is called once a record."""
        return tuple(self.one(kind, **given) for _ in range(self.random.randint(0, 3)))

    def one(self, kind: type[T], **given: Callable[[], object]) -> T:
        """A record with an id of its own."""
        self.count += 1
        given.setdefault("id", lambda: f"{kind.__name__.lower()}-{self.text!r}-{self.count}")
        values = {
            field.name: given[field.name]() if field.name in given else self.value(field.shape)
            for field in fields_of(kind)
        }
        return kind(**values)

    def value(self, shape: Shape) -> object:
        """Any value of a shape."""
        if shape.nullable and self.random.random() < 0.3:
            return None
        if shape.item:
            return tuple(self.value(shape.item) for _ in range(self.random.randint(0, 3)))
        if shape.kind == "record":
            return self.one(shape.record)
        start = self.random.randrange(len(self.text))
        choose = self.random.choice
        return {
            "text": lambda: choose(self.words), "choice": lambda: choose(shape.choices),
            "integer": lambda: self.random.randint(0, 4), "number": lambda: choose(self.numbers),
            "span": lambda: Span(start, self.random.randint(start + 1, len(self.text))),
            "date": lambda: date(self.random.randint(1, 9999), 2, 28),
        }[shape.kind]()  # fmt: skip

    def id_of(self, records: tuple[object, ...]) -> Callable[[], str | None]:
        """Chooses one of the records, or none."""
        return lambda: self.random.choice([None, *(record.id for record in records)])


@st.composite
def finished_documents(draw: st.DrawFn, key: str = "key") -> CodedDocument:
    """Finished documents of a few records whose references all hold; the records need not make sense."""
    fill = Filler(draw)
    document = fill.one(
        Document, id=lambda: make_id("document", key, fill.text), key=lambda: key, text=lambda: fill.text,
        same_as=lambda: None,
    )  # fmt: skip
    actors, places, times = fill.some(Actor), fill.some(Place), fill.some(Time)
    actor, place, time = fill.id_of(actors), fill.id_of(places), fill.id_of(times)
    mentions = fill.some(Mention, actor=actor, place=place, time=time)
    statements = fill.some(Statement, speaker=actor, addressee=actor, place=place, time=time, inside=lambda: None)
    statements = tuple(replace(each, inside=fill.id_of(statements)()) for each in statements)

    def holder() -> str:
        return fill.id_of(statements)() or "report"

    def participants() -> tuple[Participant, ...]:
        return fill.some(Participant, actor=lambda: fill.random.choice(actors).id) if actors else ()

    events = fill.some(
        Event, actors=participants, recipients=participants, place=place, time=time,
        counts=lambda: fill.some(Count, holder=holder), views=lambda: fill.some(View, holder=holder),
    )  # fmt: skip
    events = tuple(
        replace(event, views=tuple(replace(view, event=event.id) for view in event.views)) for event in events
    )
    relations = ()
    if actors:
        relations = fill.some(Relation, source=lambda: actors[0].id, target=lambda: actors[-1].id, holder=holder)
    links = fill.some(Link, mention=lambda: fill.random.choice(mentions).id) if mentions else ()
    return CodedDocument(
        document, None, actors, places, times, mentions, statements, events, (), relations,
        fill.some(Failure), links,
    )  # fmt: skip
