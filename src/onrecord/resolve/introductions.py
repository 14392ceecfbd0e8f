"""People whom a lead describes before the next paragraphs name them.

    … , a former head of the agency warned Wednesday.
    Jane Doe, a former director of the agency who …, said …

Only where one person is named there for the first time, and is described by the same office or by one of its kind.
"""

from collections.abc import Iterable, Sequence

from onrecord.model.actors import Actor
from onrecord.model.parse import Parse, Token
from onrecord.resolve.antecedents import Antecedent
from onrecord.resolve.descriptions import FORMER_WORDS

SENTENCES_AHEAD = 2
INDEFINITE = {"a", "an", "one"}
CHIEFS = {"head", "chief", "director", "boss", "leader", "chairman", "chairwoman", "chair", "president", "commander"}
"""Offices of one kind, which reports name in turn."""


def find_introduced(head: Token, words: Sequence[Token], names: Iterable[Antecedent], parse: Parse) -> Actor | None:
    """The only person named for the first time in the next sentences with the office that a noun phrase tells.

    `words` are those of the noun phrase, `names` all names of the report in order.
    """
    if head.tag != "NN" or words[0].words.casefold() not in INDEFINITE:
        return None
    seen: set[str] = set()
    found: dict[str, Actor] = {}
    for one in names:
        new = one.actor.id not in seen
        seen.add(one.actor.id)
        ahead = 0 < one.head.sentence - head.sentence <= SENTENCES_AHEAD
        if new and ahead and one.actor.type == "person" and is_described(one.head, head, words, parse):
            found[one.actor.id] = one.actor
    return next(iter(found.values())) if len(found) == 1 else None


def is_described(name: Token, head: Token, words: Sequence[Token], parse: Parse) -> bool:
    """Whether the apposition of a name tells the same office, and both or neither as a former one."""
    for one in parse.children_of(name, "appos"):
        same = one.lemma == head.lemma or {one.lemma, head.lemma} <= CHIEFS
        if same and is_former(parse.subtree(one)) == is_former(words):
            return True
    return False


def is_former(words: Iterable[Token]) -> bool:
    """Whether some words say that an office is over."""
    return any(one.words.casefold() in FORMER_WORDS for one in words)
