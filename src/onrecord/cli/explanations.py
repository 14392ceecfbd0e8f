"""What `onrecord explain` prints of each kind of record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.consoles import print_hanging
from onrecord.cli.reports import EVENT_STYLE, QUIET_STYLE, make_sentence, print_events, print_pairs, print_statements
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.documents import Document
from onrecord.model.events import Event, Participant
from onrecord.model.links import Link
from onrecord.model.mentions import Mention
from onrecord.model.places import Place
from onrecord.model.relations import Relation
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.times import Time
from onrecord.model.views import View
from onrecord.page import wording
from onrecord.page.cards import list_event_facts, list_found, list_statement_facts
from onrecord.page.reasons import describe_view_cues, explain_maker

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.codebook.load import Codebook

MOST_MENTIONS = 10


class Explanation:
    """Prints the evidence of one record of a document."""

    def __init__(self, doc: CodedDocument, codebook: "Codebook", output: "Console") -> None:
        self.doc, self.codebook, self.output = doc, codebook, output
        self.mentions = {mention.id: mention for mention in doc.mentions}

    def show(self, record: Record | Document) -> None:
        """The record by its kind, then the report that it is from."""
        show: dict[type, Callable[..., None]] = {
            Document: self.show_document, Event: self.show_event, Statement: self.show_statement,
            Mention: self.show_mention, View: self.show_view, Relation: self.show_relation, Link: self.show_link,
            Actor: self.show_target, Place: self.show_target, Time: self.show_target,
        }  # fmt: skip
        self.head(record.id)
        show[type(record)](record)
        if not isinstance(record, Document):
            document = self.doc.document
            day = document.published.isoformat() if document.published else "date not known"
            title = f" · {wording.show_words(document.title)}" if document.title else ""
            self.head("report")
            self.line(f"{wording.show_words(document.key)}{title} · published {day} · {self.doc.id}")

    def show_document(self, document: Document) -> None:
        """What is known about a report, and how much was found."""
        day = document.published.isoformat() if document.published else wording.UNKNOWN
        about = {"key": document.key, "title": document.title, "published": day, "publisher": document.publisher}
        about |= {"outcome": document.outcome, "reason": document.reason}
        self.facts((label, wording.show_words(value)) for label, value in about.items() if value)
        self.facts(list_found(self.doc))

    def show_event(self, event: Event) -> None:
        """Roles, evidence, views, and the rule."""
        sides = (wording.describe_side(self.doc, event.actors), wording.describe_side(self.doc, event.recipients))
        self.line(f"{sides[0]} → {wording.describe_type(event)} → {sides[1]}", style=EVENT_STYLE)
        named = [one.span for one in (*event.actors, *event.recipients)]
        self.sentence([event.trigger, *named])
        self.facts(list_event_facts(self.doc, event))
        for name, side in (("actors", event.actors), ("recipients", event.recipients)):
            if side:
                self.head(name)
                self.show_side(side)
        for view in event.views:
            self.head(f"view: {wording.describe_holder(self.doc, view.holder)}")
            self.show_vouching(view)
        self.why(event.maker, event.trigger)

    def show_side(self, side: Iterable[Participant]) -> None:
        """The words of participants, and whom they stand for."""
        for one in side:
            mention = self.find_mention(one.span)
            self.line(f"“{wording.show_span(self.doc, one.span)}”")
            if mention:
                self.show_candidates(mention)
            elif one.actor in self.doc.actors_by_id:
                self.line(f"{wording.describe_actor(self.doc.actors_by_id[one.actor])} · {one.actor}", start="  ")

    def show_vouching(self, view: View) -> None:
        """What a holder says of an event, in which words."""
        self.line(f"{view.polarity}, {view.status} · {view.id}")
        self.facts(describe_view_cues(self.doc, view.cues, self.codebook))
        statement = wording.find_statement(self.doc, view.holder)
        if statement:
            self.sentence([statement.cue] if statement.cue else list(statement.content[:1]))
            self.line(f"{statement.id}", style=QUIET_STYLE)
        self.line(f"made by {view.maker}: {explain_maker(view.maker, self.codebook).says}", style=QUIET_STYLE)

    def show_statement(self, statement: Statement) -> None:
        """Speaker, cue and content, and what rests on the statement."""
        self.line(f"{wording.describe_speaker(self.doc, statement)} → {statement.act}", style=EVENT_STYLE)
        spans = (statement.speaker_span, statement.cue, statement.addressee_span)
        named = [span for span in spans if span]
        self.sentence([*named, *statement.content][:1] + named)
        self.facts(list_statement_facts(self.doc, statement))
        for name, span in (("speaker", statement.speaker_span), ("addressee", statement.addressee_span)):
            mention = self.find_mention(span) if span else None
            if mention:
                self.head(name)
                self.show_candidates(mention)
        resting = [event for event in self.doc.events if any(view.holder == statement.id for view in event.views)]
        self.blocks("events that it vouches for", resting)
        self.why(statement.maker)

    def show_mention(self, mention: Mention) -> None:
        """The words, and every candidate for what they stand for."""
        self.line(f"“{wording.show_span(self.doc, mention.span)}” · {mention.kind}, {mention.form}", style=EVENT_STYLE)
        self.sentence([mention.span])
        if mention.unit:
            self.line(f"{mention.value:g} {mention.unit}" if mention.value is not None else mention.unit)
        self.head("stands for")
        self.show_candidates(mention)
        self.why(mention.maker)

    def show_candidates(self, mention: Mention) -> None:
        """The links of a mention, the chosen ones first, with their scores."""
        links = sorted(
            (link for link in self.doc.links if link.mention == mention.id), key=lambda one: (one.kind, one.rank)
        )
        for link in links:
            mark = "chosen" if link.rank == 0 else f"rank {link.rank}"
            words = f"{link.kind} {self.describe_target(link.target)} · score {link.score:g}"
            self.line(f"{mark}: {words} · {link.maker} · {link.target}", start="  ")
        if not links:
            self.line("nothing: no link was made", start="  ")

    def show_view(self, view: View) -> None:
        """The view, and its event."""
        self.line(wording.describe_view(self.doc, view), style=EVENT_STYLE)
        self.show_vouching(view)
        self.blocks("event", [event for event in self.doc.events if event.id == view.event])

    def show_relation(self, relation: Relation) -> None:
        """Both sides, the sentence, and the holder."""
        sides = (self.describe_target(relation.source), self.describe_target(relation.target))
        self.line(f"{sides[0]} → {relation.type} → {sides[1]}", style=EVENT_STYLE)
        self.sentence([relation.span])
        self.line(wording.describe_holder(self.doc, relation.holder))
        self.why(relation.maker)

    def show_link(self, link: Link) -> None:
        """The mention with all its candidates."""
        mention = self.mentions[link.mention]
        self.line(f"“{wording.show_span(self.doc, mention.span)}” → {self.describe_target(link.target)}")
        self.sentence([mention.span])
        self.head("all candidates")
        self.show_candidates(mention)
        self.why(link.maker)

    def show_target(self, target: Actor | Place | Time) -> None:
        """What is known of an actor, place or time; where it is mentioned; which events it is part of."""
        self.line(self.describe_target(target.id), style=EVENT_STYLE)
        fields = {name: value for name, value in vars(target).items() if name != "id" and value not in (None, ())}
        self.facts((name, wording.show_words(str(value))) for name, value in fields.items())
        if isinstance(target, Actor):
            self.facts(self.find_members(target))
        mentions = [one for one in self.doc.mentions if target.id in (one.actor, one.place, one.time)]
        self.head(f"mentions ({len(mentions)})")
        for mention in islice(mentions, MOST_MENTIONS):
            makers = [one.maker for one in self.doc.links if one.mention == mention.id and one.target == target.id]
            self.sentence([mention.span])
            self.line(f"{mention.id} · {mention.maker} · {' · '.join(makers)}", style=QUIET_STYLE)
        self.blocks("events", [event for event in self.doc.events if target.id in list_parts(event)])
        spoken = [one for one in self.doc.statements if target.id in (one.speaker, one.addressee, one.time)]
        if spoken:
            self.head("statements")
        print_statements(self.doc, spoken, self.output)

    def find_members(self, actor: Actor) -> Iterator[tuple[str, str]]:
        """The members of a bloc on the report's date, where it has a date."""
        from onrecord.codebook.lexicon import make_lexicon

        published, lexicon = self.doc.document.published, make_lexicon(self.codebook)
        ids = [sense.key for sense in lexicon.names.look_up(actor.name) if sense.kind == "actor"]
        members = lexicon.list_members(ids[0], published.isoformat()) if published and ids else []
        if members:
            names = (lexicon.countries[one].name if one in lexicon.countries else one for one in members)
            yield f"members on {published}", ", ".join(names)

    def describe_target(self, id: str) -> str:
        """An actor, place or time in a line."""
        actor, place = self.doc.actors_by_id.get(id), wording.find_place(self.doc, id)
        if actor:
            return wording.describe_actor(actor)
        if place:
            return wording.describe_place(place)
        return wording.describe_time(wording.find_time(self.doc, id))

    def find_mention(self, span: Span) -> Mention | None:
        """The mention of an actor at a span."""
        return next((one for one in self.doc.mentions if one.span == span and one.actor), None)

    def why(self, maker: str, words: Span | None = None) -> None:
        """The stage and the rule, and of its triggers first what is most like the words."""
        reason = explain_maker(maker, self.codebook, words.slice(self.doc.text) if words else "")
        self.head("why")
        self.line(f"made by {maker}: {reason.says}")
        self.facts(reason.details)

    def blocks(self, heading: str, events: Sequence[Event]) -> None:
        """Events as in a report."""
        if events:
            self.head(heading)
        print_events(self.doc, events, self.output)

    def head(self, words: str) -> None:
        """A heading."""
        self.output.print()
        self.output.print(words, style="bold")

    def line(self, words: str, *, style: str = "", start: str = "") -> None:
        """A line of text, or more below its start."""
        print_hanging(self.output, start, Text(words, style=style))

    def sentence(self, spans: Sequence[Span]) -> None:
        """The sentence around the first span, with all of them bracketed."""
        print_hanging(self.output, "", make_sentence(self.doc, spans, style=EVENT_STYLE))

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Labels and words in two columns."""
        print_pairs(list(pairs), self.output)


def list_parts(event: Event) -> list[str | None]:
    """The actors, the place and the time of an event."""
    return [*(one.actor for one in (*event.actors, *event.recipients)), event.place, event.time]
