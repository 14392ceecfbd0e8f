"""Triggers of the codebook's rules in a parse: the longest words first, only where a rule's conditions hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import Rule
from onrecord.find.slots import Slots, add_prepositions, fill_noun_slots, fill_verb_slots
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import NAME_TAGS

BELOW = ("dobj", "nsubjpass", "prep", "prt", "pobj", "advmod", "dative", "attr", "oprd", "acomp", "compound", "amod",
         "xcomp", "npadvmod", "nmod", "pcomp", "dep", "ccomp", "advcl", "acl")  # fmt: skip
FINAL = ("ccomp", "advcl", "acl")
"""Clauses of which only the head may belong to a trigger."""
DEPTH = 3
CONDITION_LABELS = ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "xcomp", "ccomp", "acomp", "amod", "compound", "nmod",
                    "dative", "acl", "poss", "npadvmod")  # fmt: skip


@dataclass(frozen=True)
class Trigger:
    """A rule's words in the text, and the slots around them."""

    rule: Rule
    token: Token
    words: tuple[Token, ...]
    slots: Slots


@dataclass(frozen=True, eq=False)
class TriggerIndex:
    """The triggers of all rules, by the lemma of the word that they hang on."""

    lexicon: Lexicon

    @cached_property
    def verbs(self) -> dict[str, list[tuple[tuple[str, ...], Rule]]]:
        """Lemma of the verb -> (words after it, rule), the longest first."""
        return index_triggers((split_words(words), rule, 0) for rule in self.rules for words in rule.verbs)

    @cached_property
    def nouns(self) -> dict[str, list[tuple[tuple[str, ...], Rule]]]:
        """Lemma of the head noun -> (words before it, rule), the longest first."""
        return index_triggers((split_words(words), rule, -1) for rule in self.rules for words in rule.nouns)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The codebook's rules."""
        return self.lexicon.codebook.rules

    def find(self, parse: Parse, token: Token) -> list[Trigger]:
        """The triggers that hang on a token, the most specific first. Most tokens have none, for a look-up's cost."""
        if token.tag.startswith("V"):
            rows = self.verbs.get(token.lemma, ())
        elif token.tag in ("NN", "NNS") or is_in_headline(parse, token):
            rows = self.nouns.get(token.lemma, ())
        else:
            return []
        return list(self.match(parse, token, rows)) if rows else []

    def match(
        self, parse: Parse, token: Token, rows: list[tuple[tuple[str, ...], Rule]] | tuple[()]
    ) -> Iterator[Trigger]:
        """Triggers whose words are all there and whose conditions hold."""
        is_verb = token.tag.startswith("V")
        below = list_below(parse, token)
        there = {one.lemma for one in below} | {one.words.casefold() for one in below}
        slots: Slots | None = None
        for words, rule in rows:
            if not there.issuperset(words):
                continue
            found = find_words(words, below)
            if not holds(parse, token, rule, found):
                continue
            if is_verb:
                slots = slots if slots is not None else fill_verb_slots(parse, token)
                filled = slots
            else:
                filled = fill_noun_slots(parse, token, rule.possessor, self.lexicon)
            words_of_trigger = tuple(sorted([token, *found], key=lambda one: one.index))
            yield Trigger(rule, token, words_of_trigger, add_own_prepositions(parse, filled, found))


def is_in_headline(parse: Parse, token: Token) -> bool:
    """Whether a capitalised noun may be a common one: "Peace Talks Resume"; elsewhere it is a part of a name."""
    is_name = token.tag in NAME_TAGS and token.label not in ("compound", "poss")
    return is_name and parse.sentence_of(token).zone_kind == "headline"


def add_own_prepositions(parse: Parse, slots: Slots, found: list[Token]) -> Slots:
    """The slots with those of the prepositions that hang on a trigger's own nouns: "called for *talks* with Iran"."""
    own: Slots = {}
    for one in found:
        if one.tag.startswith("NN"):
            add_prepositions(parse, own, one)
    return {**slots, **{slot: tokens for slot, tokens in own.items() if not slots.get(slot)}}


def split_words(words: str) -> list[str]:
    """The words of a trigger as the parser has them: a hyphen parts them too."""
    return words.replace("-", " ").split()


def index_triggers(
    triggers: Iterator[tuple[list[str], Rule, int]],
) -> dict[str, list[tuple[tuple[str, ...], Rule]]]:
    """Triggers by their head word, which stands at a position of theirs; longer and more conditional ones first."""
    found: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for words, rule, position in triggers:
        head = words.pop(position)
        found.setdefault(head, []).append((tuple(words), rule))
    return {
        head: sorted(rows, key=lambda row: (-len(row[0]), not row[1].only_with, not row[1].needs, row[1].id))
        for head, rows in found.items()
    }


def list_below(parse: Parse, token: Token, depth: int = DEPTH) -> list[Token]:
    """The words that may belong to a trigger: particles, objects, prepositions and their objects, modifiers."""
    if depth == 0:
        return []
    found = []
    for child in parse.children_of(token, *BELOW):
        found.append(child)
        found.extend(list_below(parse, child, depth - 1 if child.label not in FINAL else 0))
    return found


def find_words(words: tuple[str, ...], below: list[Token]) -> list[Token]:
    """The tokens that are a trigger's further words, all of which must be there."""
    return [next(one for one in below if word in (one.lemma, one.words.casefold())) for word in words]


def holds(parse: Parse, token: Token, rule: Rule, found: list[Token]) -> bool:
    """Whether a rule's `not_with` and `only_with` allow the words around its trigger."""
    if not rule.not_with and not rule.only_with:
        return True
    own = {one.index for one in found}
    near = [one for one in list_around(parse, token) if one.index not in own]
    for one in found:
        near += [other for other in list_around(parse, one) if other.index not in own | {token.index}]
    if {one.lemma for one in near if one.tag not in NAME_TAGS} & set(rule.not_with):
        return False
    return not rule.only_with or bool({one.lemma for one in [*near, *found]} & set(rule.only_with))


def list_around(parse: Parse, token: Token) -> Iterator[Token]:
    """The heads of what hangs on a token: objects, subjects, complements, modifiers, and objects of prepositions."""
    for child in parse.children_of(token):
        if child.label in CONDITION_LABELS:
            yield child
            if child.label in ("dobj", "nsubjpass", "attr"):
                yield from parse.children_of(child, "amod", "compound", "conj")
        if child.label in ("prep", "agent", "dative", "prt"):
            yield child
            for below in parse.children_of(child, "pobj", "pcomp"):
                yield below
                yield from parse.children_of(below, "amod", "compound")
