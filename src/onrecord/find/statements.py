"""Statements: who says, thinks, asks, orders or denies what.

    "We agreed," Fabius said.            a quotation with its cue, also over several sentences of the paragraph
    Fabius said that they had agreed.    a clause; with or without "that"
    She urged Iran to join.              an infinitive, with its addressee
    He denied sending weapons.           a gerund or a noun phrase
    …, according to police.              a phrase
    his claim that …                     a noun
    a paragraph in quotation marks       goes on with the speaker before it

Not handled yet: letters, tweets, interviews, headlines with a colon.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, cast

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.contents import find_contents, group_spans, trim_edges
from onrecord.find.cues import CueIndex, FoundCue
from onrecord.find.quotations import Quotation, find_quotations
from onrecord.find.quoted import Draft, find_uncued, is_beside_quotation, widen
from onrecord.find.readings import NOBODY
from onrecord.find.speakers import find_actor_span, find_subject
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase
from onrecord.model.spans import Span
from onrecord.model.statements import Act, Manner, Statement, StatementIndex, make_statement

ACTS_OF_ACTORS = ("threaten", "promise", "praise", "accuse")
"""Acts that storms and markets are only said to perform by a figure of speech: their speaker must be an actor."""


@dataclass(frozen=True, eq=False)
class StatementFinder:
    """The stage that finds statements, with the words of their speakers."""

    lexicon: Lexicon
    name: ClassVar[str] = "find.statements"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("statements",)

    @cached_property
    def cues(self) -> CueIndex:
        """The reporting cues."""
        return CueIndex(self.lexicon)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Statements in the order of the text; one that lies in another's content names it."""
        by_zone = {
            number: list(find_quotations(doc.text, zone.span))
            for number, zone in enumerate(doc.document.zones)
            if zone.kind != "furniture"
        }
        quotations = [quotation for found in by_zone.values() for quotation in found]
        widened = (widen(draft, by_zone, doc) for draft in self.find_cued(doc))
        drafts = [draft for draft in widened if draft.content]
        drafts += find_uncued(drafts, quotations, doc)
        drafts.sort(key=lambda draft: (draft.content[0], -draft.content[-1].end, draft.rule))
        yield from nest([self.make(draft, quotations, doc) for draft in drop_repeated(drafts)])

    def find_cued(self, doc: CodedDocument) -> Iterator[Draft]:
        """Statements that a cue introduces."""
        for token in doc.parsed.tokens:
            if token.tag.startswith("V"):
                yield from self.find_verbal(token, doc)
            elif token.tag in ("NN", "NNS"):
                yield from self.find_noun(token, doc)
            yield from self.find_phrasal(token, doc)

    def find_verbal(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a verb: "said", "pointed out", "accused … of". Not of "did not say"."""
        parse = doc.parsed
        cue = self.cues.find_verb(parse, token)
        if cue is None or (cue.row.act == "assert" and self.is_denied(parse, token)):
            return
        speaker = find_relative(parse, token) or find_subject(parse, token)
        if cue.row.act in ACTS_OF_ACTORS and speaker and ("actor", speaker.index) not in doc.mentions_by_head:
            return
        addressee = find_addressee(cue, doc, speaker)
        for tokens in find_contents(parse, cue):
            spans = tuple(group_spans(tokens))
            if spans:
                yield Draft(cue, spans, find_actor_span(doc, speaker), addressee, "verb")
                return
        if "quote" in cue.row.frames and is_beside_quotation(token, doc):
            yield Draft(cue, (), find_actor_span(doc, speaker), addressee, "verb")

    def is_denied(self, parse: Parse, token: Token) -> bool:
        """Whether nothing was said: "did not say", "declined to say", "no group claimed", "nobody said"."""
        if parse.children_of(token, "neg"):
            return True
        for subject in parse.children_of(token, "nsubj"):
            if subject.lemma in NOBODY or any(one.lemma == "no" for one in parse.children_of(subject, "det")):
                return True
        above = parse.head_of(token)
        return token.label == "xcomp" and above.lemma in self.refusals

    @cached_property
    def refusals(self) -> frozenset[str]:
        """Verbs that negate their complement."""
        cues = self.lexicon.codebook.view_cues
        return frozenset(one.cue for one in cues if one.kind == "governor" and one.polarity == "negated")

    def find_noun(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a noun with a clause or an infinitive: "the claim that", "his promise to"."""
        parse = doc.parsed
        clauses = [one for one in parse.children_of(token, "acl", "ccomp", "relcl") if is_noun_content(parse, one)]
        cue = self.cues.find_noun(token) if clauses else None
        if cue is None:
            return
        owner = next(iter(parse.children_of(token, "poss")), None)
        if owner is None:
            of = [one for one in parse.children_of(token, "prep") if one.lemma in ("of", "by", "from")]
            owner = next((child for one in of for child in parse.children_of(one, "pobj")), None)
        if owner is None:
            owner = next((one for one in parse.children_of(token, "amod", "compound")
                          if ("actor", one.index) in doc.mentions_by_head), None)  # fmt: skip
        spans = tuple(group_spans(trim_edges(parse.subtree(clauses[0]))))
        if spans:
            yield Draft(cue, spans, find_actor_span(doc, owner), None, "noun")

    def find_phrasal(self, token: Token, doc: CodedDocument) -> Iterator[Draft]:
        """Statements of a phrase: "according to police, …"; "allegedly", which has no speaker."""
        parse = doc.parsed
        cue = self.cues.find_phrase(parse, token)
        if cue is None:
            return
        source = next(iter(parse.children_of(cue.words[-1], "pobj", "pcomp")), None)
        head = next((one for one in parse.ancestors(token) if one.index not in {t.index for t in cue.words}), None)
        if head is None or (source is None and token.label != "advmod"):
            return
        left_out = {one.index for one in parse.subtree(token)} | {one.index for one in parse.subtree(cue.words[-1])}
        tokens = [one for one in parse.subtree(head) if one.index not in left_out]
        spans = tuple(group_spans(trim_edges(tokens)))
        if spans:
            speaker = find_actor_span(doc, source) or find_phrase(parse, source) if source else None
            yield Draft(cue, spans, speaker, None, "phrase")

    def make(self, draft: Draft, quotations: list[Quotation], doc: CodedDocument) -> Statement:
        """The record of a draft, not nested yet."""
        act: Act = cast(Act, draft.cue.row.act) if draft.cue else "assert"
        return make_statement(
            doc.id,
            manner=name_manner(draft.content, quotations),
            act=act,
            cue=draft.cue.span if draft.cue else None,
            content=draft.content,
            speaker_span=draft.speaker,
            addressee_span=draft.addressee,
            time=find_time(draft.cue, doc) if draft.cue else None,
            inside=None,
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


def is_noun_content(parse: Parse, token: Token) -> bool:
    """Whether what hangs on a noun is what it says: a clause with "that", or an infinitive; not a participle."""
    if token.label == "relcl":
        return False
    first = next(iter(parse.children_of(token, "mark", "aux")), None)
    return first is not None and first.lemma in ("that", "to", "whether")


def find_relative(parse: Parse, verb: Token) -> Token | None:
    """The "who" that is the subject of a cue: the words that name the speaker there."""
    return next((one for one in parse.children_of(verb, "nsubj") if one.tag == "WP"), None)


def find_addressee(cue: FoundCue, doc: CodedDocument, speaker: Token | None) -> Span | None:
    """The one spoken to, in the slot that the cue has for it."""
    parse = doc.parsed
    if cue.row.addressee == "object":
        found = parse.children_of(cue.token, "dobj", "dative", "nsubjpass")
        found += [child for one in cue.words[1:] for child in parse.children_of(one, "pobj")]
        found = [child for one in found for child in (parse.children_of(one, "pobj") or [one])]
    else:
        prepositions = parse.children_of(cue.token, "prep", "dative")
        named = [one for one in prepositions if one.lemma == cue.row.addressee]
        found = [child for one in named for child in parse.children_of(one, "pobj")]
    kept = [one for one in found if speaker is None or one.index != speaker.index]
    mentions = [doc.mentions_by_head.get(("actor", one.index)) for one in kept]
    return next((mention.span for mention in mentions if mention), None)


def find_time(cue: FoundCue, doc: CodedDocument) -> str | None:
    """The time that hangs on the cue: "said on Wednesday"."""
    parse = doc.parsed
    heads = [cue.token]
    heads += parse.children_of(cue.token, "npadvmod", "prep", "advmod")
    heads += [child for one in heads[1:] for child in parse.children_of(one, "pobj")]
    for head in heads[1:]:
        mention = doc.mentions_by_head.get(("time", head.index))
        if mention:
            return doc.target_of(mention, "time")
    return None


def name_manner(content: tuple[Span, ...], quotations: list[Quotation]) -> Manner:
    """Direct where all words are quoted, indirect where none are, mixed otherwise."""
    touching = [quotation.span for quotation in quotations if any(quotation.span.overlaps(span) for span in content)]
    if not touching:
        return "indirect"
    return "direct" if all(any(quoted.contains(span) for quoted in touching) for span in content) else "mixed"
