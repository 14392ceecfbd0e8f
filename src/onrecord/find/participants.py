"""Who fills a slot: the actor mention at a word, or the one that the word belongs to.

rebels            the mention itself
IS targets        IS, since targets are nobody
US warplanes      the United States: instruments and troops act for their country
dozens of men     men
"""

from collections.abc import Iterator

from onrecord.model.coded import CodedDocument
from onrecord.model.events import Participant
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token

OWNERS = ("poss", "nmod", "compound", "amod")


def find_participants(doc: CodedDocument, tokens: list[Token]) -> Iterator[Participant]:
    """The participants that some words name, each actor once."""
    seen: set[str] = set()
    for token in tokens:
        for mention in find_mentions(doc, token):
            actor = doc.target_of(mention, "actor")
            if actor and actor not in seen:
                seen.add(actor)
                yield Participant(actor, mention.span)


def find_mentions(doc: CodedDocument, token: Token) -> Iterator[Mention]:
    """The actor mentions that a word stands for."""
    mention = doc.mentions_by_head.get(("actor", token.index))
    if mention:
        yield mention
        return
    if token.tag not in ("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "VBG"):
        return
    parse = doc.parsed
    owners = [
        doc.mentions_by_head.get(("actor", child.index))
        for child in parse.children_of(token, *OWNERS)
        if not is_opposed(doc, child)
    ]
    if any(owners):
        yield from (owner for owner in owners if owner)
        return
    for preposition in parse.children_of(token, "prep"):
        for child in parse.children_of(preposition, "pobj") if preposition.lemma == "of" else []:
            yield from find_mentions(doc, child)


def is_opposed(doc: CodedDocument, token: Token) -> bool:
    """Whether a name is what something is against: "anti-IS operations"."""
    before = doc.parsed.tokens[max(token.index - 2, 0) : token.index]
    return len(before) == 2 and before[1].words in ("-", "–") and before[0].lemma in ("anti", "counter")
