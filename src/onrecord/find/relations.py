"""Relations that a sentence states between two actors.

IS and its allies · the US, an ally of Iraq        ally
the leader of Hamas · Hamas leader Ismail Haniyeh   leader
a member of the Security Council                    member
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from onrecord.find.events import get_holder
from onrecord.find.participants import find_mentions
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.parse import Token
from onrecord.model.relations import RelationType, make_relation
from onrecord.model.spans import join_spans

NOUNS: dict[str, RelationType] = {
    "ally": "ally", "partner": "ally", "enemy": "adversary", "foe": "adversary", "rival": "adversary",
    "adversary": "adversary", "opponent": "adversary", "member": "member", "leader": "leader", "head": "leader",
    "chief": "leader", "president": "leader", "commander": "leader", "chairman": "leader", "founder": "leader",
}  # fmt: skip


@dataclass(frozen=True)
class RelationFinder:
    """The stage that finds stated relations: "A, the leader of B", "B leader A", "A is an ally of B"."""

    name: ClassVar[str] = "find.relations"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions", "actors", "links", "statements")
    writes: ClassVar[tuple[str, ...]] = ("relations",)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Relations in the order of the text."""
        for token in doc.parsed.tokens:
            type = NOUNS.get(token.lemma)
            if type and token.tag.startswith("N"):
                yield from self.relate(doc, token, type)

    def relate(self, doc: CodedDocument, noun: Token, type: RelationType) -> Iterator[Record]:
        """The relation between the one that a noun describes and the one that it belongs to."""
        holders = [mention for one in list_described(doc, noun) for mention in find_mentions(doc, one)]
        owners = [mention for one in list_owners(doc, noun) for mention in find_mentions(doc, one)]
        for one in holders[:1]:
            for other in owners[:1]:
                source, target = doc.target_of(one, "actor"), doc.target_of(other, "actor")
                if source and target and source != target:
                    span = join_spans(one.span, other.span, noun.span)
                    holder = get_holder(doc.statements, span)
                    maker = f"{self.name}/{noun.lemma}"
                    yield make_relation(doc.id, type, source, target, span=span, holder=holder, maker=maker)


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
    yield from parse.children_of(noun, "poss")
    yield from parse.children_of(noun, "compound", "amod", "nmod")
    for preposition in parse.children_of(noun, "prep"):
        if preposition.lemma == "of":
            yield from parse.children_of(preposition, "pobj")
    head = parse.head_of(noun)
    if noun.label in ("compound", "nmod"):
        yield from (one for one in parse.children_of(head, "compound", "amod", "nmod") if one.index < noun.index)
