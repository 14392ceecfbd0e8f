"""Statements: who says, thinks, asks, orders or denies what.

    "We agreed," Fabius said.            a quotation with its cue, also over several sentences of the paragraph
    Fabius said that they had agreed.    a clause; with or without "that"
    She urged Iran to join.              an infinitive, with its addressee
    He denied sending weapons.           a gerund or a noun phrase
    …, according to police.              a phrase
    his claim that …                     a noun
    a paragraph in quotation marks       goes on with the speaker before it

    Duval: all sides must talk           a line, a turn of an interview, a letter (see turns)

Not handled: speech that no word, mark or layout tells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, cast

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.cued import CuedFinder
from onrecord.find.drafts import Draft
from onrecord.find.quotations import Quotation, find_quotations, is_title
from onrecord.find.quoted import find_uncued, widen
from onrecord.find.settings import SettingReader
from onrecord.find.turns import find_turns
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.spans import Span, SpanMask, list_touching
from onrecord.model.statements import Act, Manner, Statement, StatementIndex, make_statement

ASKING = ("ask", "tell", "remind", "signal", "wire", "text")
"""Verbs whose infinitive is what somebody is asked to do."""


@dataclass(frozen=True, eq=False)
class StatementFinder:
    """The stage that finds statements, with the words of their speakers."""

    lexicon: Lexicon
    name: ClassVar[str] = "find.statements"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "places", "times", "links")
    writes: ClassVar[tuple[str, ...]] = ("statements",)

    @cached_property
    def cued(self) -> CuedFinder:
        """Finds what a cue introduces."""
        return CuedFinder(self.lexicon)

    @cached_property
    def settings(self) -> SettingReader:
        """Reads when, where and in what something was said."""
        return SettingReader(self.lexicon)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Statements in the order of the text; one that lies in another's content names it."""
        by_zone = {
            number: list(find_quotations(doc.text, zone.span))
            for number, zone in enumerate(doc.document.zones)
            if zone.kind != "furniture"
        }
        quotations = [quotation for found in by_zone.values() for quotation in found]
        widened = (widen(draft, by_zone, doc) for draft in self.cued.find(doc))
        titles = SpanMask(len(doc.text), (one.span for one in quotations if is_title(one, doc.text)))
        drafts = [draft for draft in widened if draft.content and not (draft.cue and titles.touches(draft.cue.span))]
        drafts += find_turns(quotations, doc, self.lexicon.turn_words)
        drafts += find_uncued(drafts, quotations, doc)
        drafts.sort(key=lambda draft: (draft.content[0], -draft.content[-1].end, draft.rule))
        yield from nest([self.make(draft, quotations, doc) for draft in drop_repeated(drafts)])

    def make(self, draft: Draft, quotations: Sequence[Quotation], doc: CodedDocument) -> Statement:
        """The record of a draft, not nested yet."""
        return make_statement(
            doc.id,
            manner=draft.manner or name_manner(draft.content, quotations),
            act=name_act(draft, doc),
            cue=draft.cue.span if draft.cue else None,
            content=draft.content,
            sides=(draft.speaker, draft.addressee),
            setting=self.settings.read(draft.cue, draft.addressee, doc),
            maker=f"{self.name}/{draft.rule}" + (f".{draft.cue.row.cue.replace(' ', '_')}" if draft.cue else ""),
        )


def nest(statements: list[Statement]) -> Iterator[Statement]:
    """The statements, each naming the smallest other one that its cue and content lie in."""
    index = StatementIndex(statements)
    for statement in statements:
        words = statement.cue or statement.content[0]
        outer = [
            other
            for other in index.find_around(words)
            if other.id != statement.id
            and other.content != statement.content
            and all(other.covers(span) for span in statement.content)
        ]
        smallest = min(outer, key=lambda other: sum(end - start for start, end in other.content), default=None)
        yield replace(statement, inside=smallest.id if smallest else None)


def drop_repeated(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, one for each content and each cue; one with a speaker before one without."""
    seen: set[tuple[Span, ...]] = set()
    for draft in sorted(drafts, key=lambda one: one.speaker is None):
        if draft.content and draft.content not in seen:
            seen.add(draft.content)
            yield draft


def name_act(draft: Draft, doc: CodedDocument) -> Act:
    """The act of the cue, as far as the content does not tell another.

    Who asks or tells somebody *to do* something calls for it; who says a question asks it.
    """
    first, last = draft.content[0], draft.content[-1]
    is_question = last.slice(doc.text).rstrip().endswith("?") and first.slice(doc.text).count(".") == 0
    if draft.cue is None:
        return "ask" if is_question else "assert"
    if draft.cue.row.cue in ASKING and first.slice(doc.text).startswith(("to ", "not to ")):
        return "call"
    return "ask" if is_question and draft.cue.row.act == "assert" else cast(Act, draft.cue.row.act)


def name_manner(content: tuple[Span, ...], quotations: Sequence[Quotation]) -> Manner:
    """Direct where all words are quoted, indirect where none are, mixed otherwise; `quotations` are in order."""
    touching = [one.span for span in content for one in list_touching(span, quotations)]
    if not touching:
        return "indirect"
    return "direct" if all(any(quoted.contains(span) for quoted in touching) for span in content) else "mixed"
