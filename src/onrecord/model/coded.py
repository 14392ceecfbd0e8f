"""A document with all records made of it so far.

Invariant: records are only added; a list is in the order of the text as far as the stages yield it so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.model.actors import Actor
from onrecord.model.documents import Document
from onrecord.model.events import Event
from onrecord.model.links import Link, LinkKind
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse
from onrecord.model.places import Place
from onrecord.model.provenance import Failure
from onrecord.model.relations import Relation
from onrecord.model.spans import Span
from onrecord.model.statements import Statement, StatementIndex
from onrecord.model.times import Time
from onrecord.model.views import View

Record = Actor | Place | Time | Mention | Statement | Event | View | Relation | Link
KINDS: dict[type, str] = {
    Actor: "actors", Place: "places", Time: "times", Mention: "mentions", Statement: "statements",
    Event: "events", View: "views", Relation: "relations", Link: "links",
}  # fmt: skip
"""Each record's class and the list of a coded document that holds it."""


@dataclass(frozen=True)
class CodedDocument:
    """What stages read, and what comes out. `parse` is dropped and `views` move into their events at the end."""

    document: Document
    parse: Parse | None = None
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    views: tuple[View, ...] = ()
    relations: tuple[Relation, ...] = ()
    failures: tuple[Failure, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def parsed(self) -> Parse:
        """The parse; empty for a document that was not parsed."""
        return self.parse or Parse((), ())

    @cached_property
    def actors_by_id(self) -> dict[str, Actor]:
        """Actors by their id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def places_by_id(self) -> dict[str, Place]:
        """Places by their id."""
        return {place.id: place for place in self.places}

    @cached_property
    def mentions_by_head(self) -> dict[tuple[str, int], Mention]:
        """Mentions by (kind, index of the token that heads their words); the longer one where two share a head."""
        found: dict[tuple[str, int], Mention] = {}
        for mention in self.mentions:
            head = self.parsed.root_in(mention.span)
            if head is None:
                continue
            key = (mention.kind, head.index)
            if key not in found or len(range(*found[key].span)) < len(range(*mention.span)):
                found[key] = mention
        return found

    @cached_property
    def actor_mentions(self) -> dict[Span, Mention]:
        """The actor mentions by their words' place, in the order of the text."""
        return {one.span: one for one in sorted(self.mentions, key=lambda one: one.span) if one.kind == "actor"}

    @cached_property
    def choices(self) -> dict[tuple[str, LinkKind], str]:
        """The chosen target by (mention id, kind)."""
        return {(link.mention, link.kind): link.target for link in self.links if link.rank == 0}

    @cached_property
    def statement_index(self) -> StatementIndex:
        """The statements, to be asked which of them a span lies in."""
        return StatementIndex(self.statements)

    def target_of(self, mention: Mention, kind: LinkKind) -> str | None:
        """The id of what a mention stands for, as far as it is resolved."""
        return self.choices.get((mention.id, kind))

    def actor_of(self, mention: Mention) -> Actor | None:
        """The actor that a mention stands for, as far as it is resolved."""
        target = self.target_of(mention, "actor")
        return self.actors_by_id.get(target) if target else None

    def add(self, records: Iterable[Record]) -> "CodedDocument":
        """The document with more records, each in its list; one whose id is there already is not added again."""
        lists: dict[str, dict[str, Record]] = {}
        for record in records:
            name = KINDS[type(record)]
            if name not in lists:
                lists[name] = {old.id: old for old in getattr(self, name)}
            lists[name].setdefault(record.id, record)
        changes = {name: tuple(found.values()) for name, found in lists.items()}
        return replace(self, **changes) if changes else self  # type: ignore[arg-type]


def finish(doc: CodedDocument) -> CodedDocument:
    """The document as others get it: mentions, statements and events filled from links and views, without parse."""
    mentions = tuple(
        replace(
            mention,
            actor=doc.target_of(mention, "actor"),
            place=doc.target_of(mention, "place"),
            time=doc.target_of(mention, "time"),
        )
        for mention in doc.mentions
    )
    by_span = {mention.span: mention.actor for mention in mentions if mention.actor}
    statements = tuple(
        replace(
            statement,
            speaker=by_span.get(statement.speaker_span) if statement.speaker_span else None,
            addressee=by_span.get(statement.addressee_span) if statement.addressee_span else None,
        )
        for statement in doc.statements
    )
    views: dict[str, list[View]] = {}
    for view in doc.views:
        views.setdefault(view.event, []).append(view)
    events = tuple(replace(event, views=tuple(views.get(event.id, ()))) for event in doc.events)
    return replace(doc, parse=None, mentions=mentions, statements=statements, events=events, views=())
