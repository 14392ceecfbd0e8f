"""Relations that a sentence states between two actors.

    IS fought the Kurds · the coalition's campaign against IS     adversary
    Iran supports the militia · the US, an ally of Iraq           ally
    the leader of Hamas · Hamas leader Ismail Haniyeh             leader
    a member of the Security Council · the SDF includes the YPG   member
    French President Jacques Chirac                               office

Negated and merely possible ones are left out: "did not support", "may attack".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import RelationCue
from onrecord.find.holders import find_content, find_statement, get_holder
from onrecord.find.participants import find_mentions
from onrecord.find.readings import StatusReader
from onrecord.find.slots import Slots, fill_noun_slots, fill_verb_slots
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token
from onrecord.model.phrases import find_conjuncts
from onrecord.model.relations import RelationType, make_relation
from onrecord.model.spans import join_spans

NOUNS: dict[str, RelationType] = {
    "ally": "ally", "partner": "ally", "enemy": "adversary", "foe": "adversary", "rival": "adversary",
    "adversary": "adversary", "opponent": "adversary", "member": "member", "part": "member", "leader": "leader",
    "head": "leader", "chief": "leader", "commander": "leader", "chairman": "leader", "founder": "leader",
    "president": "office", "minister": "office", "ambassador": "office", "spokesman": "office",
    "spokeswoman": "office", "secretary": "office", "envoy": "office", "king": "office", "governor": "office",
}  # fmt: skip
"""Nouns that say what one actor is to another."""
MOST_ENDS = 3
DOUBTFUL = ("hypothetical", "requested", "threatened")


@dataclass(frozen=True, eq=False)
class RelationFinder:
    """The stage that finds stated relations."""

    lexicon: Lexicon
    name: ClassVar[str] = "find.relations"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "links", "statements")
    writes: ClassVar[tuple[str, ...]] = ("relations",)

    @cached_property
    def cues(self) -> dict[tuple[str, str], RelationCue]:
        """Relation cues by (lemma, pos)."""
        return {(one.lemma, one.pos): one for one in self.lexicon.codebook.relation_cues}

    @cached_property
    def statuses(self) -> StatusReader:
        """Whether a relation is denied or only possible."""
        return StatusReader(self.lexicon)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Relations in the order of the text."""
        for token in doc.parsed.tokens:
            type = NOUNS.get(token.lemma)
            if type and token.tag.startswith("N") and not self.is_doubtful(doc, token):
                yield from self.relate_by_name(doc, token, type)
            cue = self.cues.get((token.lemma, "verb" if token.tag.startswith("V") else "noun"))
            if cue and token.tag[:2] in ("VB", "NN") and not self.is_doubtful(doc, token):
                yield from self.relate_by_cue(doc, token, cue)

    def is_doubtful(self, doc: CodedDocument, token: Token) -> bool:
        """Whether the words around a cue deny what it says, or make it a mere possibility."""
        statement = find_statement(doc, token.span)
        if statement and statement.act == "deny":
            return True
        reading = self.statuses.read(doc.parsed, token, find_content(token.span, find_statement(doc, token.span)))
        return reading.polarity == "negated" or reading.status in DOUBTFUL

    def relate_by_cue(self, doc: CodedDocument, token: Token, cue: RelationCue) -> Iterator[Record]:
        """The relations between the fillers of a cue's slots."""
        if cue.pos == "verb":
            slots = fill_verb_slots(doc.parsed, token)
        else:
            slots = fill_noun_slots(doc.parsed, token, "agent", self.lexicon)
        starts, ends = take_mentions(doc, slots, cue.start), take_mentions(doc, slots, cue.end)
        for start in starts[:MOST_ENDS]:
            for end in ends[:MOST_ENDS]:
                yield from self.make(doc, token, cue.type, (start, end))

    def relate_by_name(self, doc: CodedDocument, noun: Token, type: RelationType) -> Iterator[Record]:
        """The relation between the one that a noun describes and the one that it belongs to."""
        holders = [mention for one in list_described(doc, noun) for mention in find_mentions(doc, one)]
        owners = [mention for one in list_owners(doc, noun) for mention in find_mentions(doc, one)]
        for holder in holders[:1]:
            for owner in owners[:MOST_ENDS]:
                yield from self.make(doc, noun, type, (holder, owner))

    def make(
        self, doc: CodedDocument, token: Token, type: RelationType, ends: tuple[Mention, Mention]
    ) -> Iterator[Record]:
        """The relation of two mentions, unless they are one actor or one of them is nobody."""
        source, target = (doc.target_of(end, "actor") for end in ends)
        if source and target and source != target:
            span = join_spans(ends[0].span, ends[1].span, token.span)
            holder = get_holder(doc, span)
            maker = f"{self.name}/{token.lemma}"
            yield make_relation(doc.id, type, source, target, span=span, holder=holder, maker=maker)


def take_mentions(doc: CodedDocument, slots: Slots, names: tuple[str, ...]) -> list[Mention]:
    """The actors in the first of some slots that has any."""
    for name in names:
        found = [mention for token in slots.get(name, []) for mention in find_mentions(doc, token)]
        if found:
            return found
    return []


def list_described(doc: CodedDocument, noun: Token) -> Iterator[Token]:
    """Whom a noun describes: the name that it stands before or beside, or the subject of "is"."""
    parse = doc.parsed
    head = parse.head_of(noun)
    if noun.label in ("compound", "nmod", "appos") and head.index != noun.index:
        yield head
    yield from parse.children_of(noun, "appos")
    if noun.label == "attr":
        yield from parse.children_of(head, "nsubj")


def list_owners(doc: CodedDocument, noun: Token) -> Iterator[Token]:
    """To whom what a noun describes belongs: possessor, nationality or name before it, "of" phrase."""
    parse = doc.parsed
    owners = parse.children_of(noun, "poss", "compound", "amod", "nmod")
    for preposition in parse.children_of(noun, "prep"):
        if preposition.lemma in ("of", "in", "for"):
            owners += parse.children_of(preposition, "pobj")
    if noun.label in ("compound", "nmod"):
        head = parse.head_of(noun)
        owners += [one for one in parse.children_of(head, "compound", "amod", "nmod") if one.index < noun.index]
    for owner in owners:
        yield from find_conjuncts(parse, owner)
