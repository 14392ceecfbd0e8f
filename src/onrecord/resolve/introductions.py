"""People whom a lead describes before the next paragraphs name them.

    … , a former head of the agency warned Wednesday.
    Jane Doe, a former director of the agency who …, said …

Only where one person is named there for the first time, and is described by the same office or by one of its kind.
"""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.actors import Actor
from onrecord.model.parse import Parse, Token
from onrecord.resolve.antecedents import Antecedent
from onrecord.resolve.descriptions import FORMER_WORDS

SENTENCES_AHEAD = 2
INDEFINITE = {"a", "an", "one"}
CHIEFS = {"head", "chief", "director", "boss", "leader", "chairman", "chairwoman", "chair", "president", "commander"}
"""Offices of one kind, which reports name in turn."""


def find_introduced(
    head: Token, words: Sequence[Token], new_names: Mapping[int, Sequence[Antecedent]], parse: Parse
) -> Actor | None:
    """The only person named for the first time in the next sentences with the office that a noun phrase tells.

    `words` are those of the noun phrase; `new_names` are each sentence's names of actors not named before.
    """
    if head.tag != "NN" or words[0].words.casefold() not in INDEFINITE:
        return None
    ahead = [one for number in range(1, SENTENCES_AHEAD + 1) for one in new_names.get(head.sentence + number, ())]
    found = {one.actor.id: one.actor for one in ahead
             if one.actor.type == "person" and is_described(one.head, head, words, parse)}  # fmt: skip
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
