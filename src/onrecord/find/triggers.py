"""Triggers of the codebook's rules in a parse: the longest words first, only where a rule's conditions hold."""

from collections.abc import Iterable, Iterator
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
PERIODS = {"end", "start", "beginning", "time", "moment", "eve", "weekend", "day", "week", "month", "year"}
"""What only tells when, "at the end of August", is no condition."""
DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "weekend", "eve", "occasion"}  # fmt: skip
AMOUNTS = {
    "dozen", "score", "hundred", "thousand", "million", "ton", "tonne", "number", "series", "string", "batch",
    "wave", "spate", "lot", "couple", "handful", "pair", "act", "piece", "host", "range", "kind", "round", "group",
    "contingent", "element", "rest", "day", "week", "month", "hour", "result", "majority", "most", "some", "load",
    "amount",
}  # fmt: skip
"""Nouns that only measure what their "of" phrase names: "hundreds of *tents*", "a string of *attacks*"."""
CONDITION_LABELS = ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "xcomp", "ccomp", "acomp", "amod", "compound", "nmod",
                    "dative", "acl", "advcl", "poss", "npadvmod")  # fmt: skip


WHERE = {"water", "field", "camp", "town", "village", "country", "region", "area", "street", "zone"}
MANDATIVE = {"insist", "suggest", "propose", "stress"}
"""Verbs that demand something with a subjunctive, and else only say it."""


@dataclass(frozen=True)
class Trigger:
    """A rule's words in the text, and the slots around them."""

    rule: Rule
    token: Token
    words: tuple[Token, ...]
    slots: Slots


Alternatives = frozenset[str]
"""The lemmas of which one must stand where a trigger has a word: one, or those of a class."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """A rule and the words that must stand with a trigger's head word."""

    words: tuple[Alternatives, ...]
    rule: Rule
    is_open: bool
    """Whether a class stands in it, so that a trigger that names its words goes before it."""


class Patterns:
    """The patterns of a head word, the more exact ones first, each to be found by the rarest of its further words."""

    def __init__(self, rows: list[Pattern]) -> None:
        self.rows = rows
        self.bare = [number for number, pattern in enumerate(rows) if not pattern.words]
        self.by_word: dict[str, list[int]] = {}
        for number, pattern in enumerate(rows):
            for lemma in min(pattern.words, key=len, default=()):
                self.by_word.setdefault(lemma, []).append(number)

    def find(self, there: set[str]) -> Iterator[Pattern]:
        """The patterns of which no word, or at least the rarest one, is there."""
        numbers = {number for word in there for number in self.by_word.get(word, ())}
        yield from (self.rows[number] for number in sorted(numbers.union(self.bare)))


@dataclass(frozen=True, eq=False)
class Conditions:
    """What may not stand around a rule's trigger, and of what something must."""

    not_with: frozenset[str]
    only_with: frozenset[str]


@dataclass(frozen=True, eq=False)
class TriggerIndex:
    """The triggers of all rules, by the lemma of the word that they hang on."""

    lexicon: Lexicon

    @cached_property
    def verbs(self) -> dict[str, Patterns]:
        """Lemma of the verb -> the patterns of what comes after it."""
        return self.index((words, rule, 0) for rule in self.rules for words in rule.verbs)

    @cached_property
    def nouns(self) -> dict[str, Patterns]:
        """Lemma of the head noun -> the patterns of what comes before it."""
        return self.index((words, rule, -1) for rule in self.rules for words in rule.nouns)

    @cached_property
    def modals(self) -> dict[str, list[Rule]]:
        """Lemma of a modal, or of a verb that is used as one -> the rules of what must be done."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for modal in rule.modals:
                found.setdefault(modal, []).append(rule)
        return found

    @cached_property
    def conditions(self) -> dict[str, Conditions]:
        """The conditions of each rule that has any, by its id, with the words of their classes."""
        return {
            rule.id: Conditions(self.spell_out(rule.not_with), self.spell_out(rule.only_with))
            for rule in self.rules
            if rule.not_with or rule.only_with
        }

    def spell_out(self, words: Iterable[str]) -> frozenset[str]:
        """All lemmas that some words stand for, those of classes among them."""
        return frozenset(lemma for word in words for lemma in self.list_alternatives(word))

    def list_alternatives(self, word: str) -> Alternatives:
        """The lemmas that a word of a trigger stands for: itself, or those of its class."""
        if word.startswith("{"):
            return self.lexicon.codebook.classes_by_id[word.strip("{}")]
        return frozenset((word,))

    def index(self, triggers: Iterable[tuple[str, Rule, int]]) -> dict[str, Patterns]:
        """Patterns by their head word, which stands at a position of theirs."""
        found: dict[str, list[Pattern]] = {}
        for words, rule, position in triggers:
            parts = words.split() if "{" in words else split_words(words)
            head = parts.pop(position)
            rest = tuple(self.list_alternatives(part) for part in parts)
            pattern = Pattern(rest, rule, is_open="{" in words)
            for lemma in self.list_alternatives(head):
                found.setdefault(lemma, []).append(pattern)
        return {head: Patterns(sorted(rows, key=rank_pattern)) for head, rows in found.items()}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The codebook's rules."""
        return self.lexicon.codebook.rules

    def find(self, parse: Parse, token: Token) -> list[Trigger]:
        """The triggers that hang on a token, the most specific first. Most tokens have none, for a look-up's cost."""
        if token.tag.startswith("V"):
            rows = self.verbs.get(token.lemma)
            if token.tag == "VB":
                needed = list(self.match_modal(parse, token))
                if needed:
                    return [*needed, *self.match(parse, token, rows)] if rows else needed
        elif is_surname(parse, token):
            return []
        elif token.tag in ("NN", "NNS") or is_used_as_noun(token) or is_in_headline(parse, token):
            rows = self.nouns.get(token.lemma)
        else:
            return []
        return list(self.match(parse, token, rows)) if rows else []

    def match_modal(self, parse: Parse, token: Token) -> Iterator[Trigger]:
        """Triggers of what must be done, "Libya *must hand* over the men", which only a speaker's rule can use."""
        above = parse.head_of(token)
        modal = next(
            (one for one in parse.children_of(token, "aux") if one.tag == "MD" and one.lemma in self.modals), None
        )
        if modal is None and token.label == "xcomp" and above.tag in ("VBP", "VBZ") and above.lemma in self.modals:
            modal = above
        if (
            modal is None
            or parse.children_of(token, "neg")
            or any(one.lemma == "have" for one in parse.children_of(token, "aux"))
        ):
            return
        slots = fill_verb_slots(parse, token)
        for rule in self.modals[modal.lemma]:
            conditions = self.conditions.get(rule.id)
            if conditions is None or (token.lemma not in conditions.not_with and holds(parse, token, conditions, [])):
                yield Trigger(rule, token, (modal, token), slots)

    def match(self, parse: Parse, token: Token, rows: Patterns) -> Iterator[Trigger]:
        """Triggers whose words are all there and whose conditions hold."""
        is_verb = token.tag.startswith("V")
        below = [one for one in list_below(parse, token) if not is_where(parse, one)]
        there = {one.lemma for one in below} | {one.words.casefold() for one in below}
        slots: Slots | None = None
        for pattern in rows.find(there):
            if any(there.isdisjoint(words) for words in pattern.words):
                continue
            rule = pattern.rule
            if token.lemma == "order" and rule.event_type == "MOBILIZE" and orders_not_to(parse, token):
                continue
            if token.lemma in MANDATIVE and rule.event_type == "REQUEST" and asserts(parse, token):
                continue
            found = find_words(pattern.words, below)
            conditions = self.conditions.get(rule.id)
            if conditions and not holds(parse, token, conditions, found):
                continue
            if is_verb:
                slots = slots if slots is not None else fill_verb_slots(parse, token)
                filled = slots
            else:
                filled = fill_noun_slots(parse, token, rule.possessor, self.lexicon)
            words_of_trigger = tuple(sorted([token, *found], key=lambda one: one.index))
            yield Trigger(rule, token, words_of_trigger, add_own_prepositions(parse, filled, found))


def is_where(parse: Parse, token: Token) -> bool:
    """Whether a noun only says into what something is moved: "sent gunboats into the *waters*" sends no water."""
    is_ground = token.label == "pobj" and token.lemma in WHERE
    return is_ground and parse.head_of(token).lemma in ("into", "in", "through", "across")


def asserts(parse: Parse, verb: Token) -> bool:
    """Whether a verb that can demand only says something: "insisted that it *was* so", not "that it *be* so"."""
    for clause in parse.children_of(verb, "ccomp"):
        words = [clause, *parse.children_of(clause, "aux", "auxpass")]
        if any(one.tag in ("VBD", "VBZ") or one.lemma in ("will", "would", "can", "could") for one in words):
            return True
    return False


def orders_not_to(parse: Parse, verb: Token) -> bool:
    """Whether something is forbidden by an order: "ordered troops *not* to fire"."""
    return any(parse.children_of(clause, "neg") for clause in parse.children_of(verb, "xcomp", "ccomp"))


def is_surname(parse: Parse, token: Token) -> bool:
    """Whether a capitalised noun ends a name in running text: "Geoffrey *Boycott*"."""
    if token.tag != "NN" or not token.words[0].isupper() or parse.sentence_of(token).zone_kind == "headline":
        return False
    return any(one.tag in NAME_TAGS and one.words[0].isupper() for one in parse.children_of(token, "compound"))


def is_used_as_noun(token: Token) -> bool:
    """Whether an adjective stands where a noun would: "may expand its *offensive*"."""
    return token.tag == "JJ" and token.label in ("dobj", "pobj", "nsubj", "nsubjpass")


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


def rank_pattern(pattern: Pattern) -> tuple[int, bool, bool, bool, str]:
    """Longer and more conditional patterns first, and those that name their words before classes."""
    rule = pattern.rule
    return (-len(pattern.words), pattern.is_open, not rule.only_with, not rule.needs, rule.id)


def list_below(parse: Parse, token: Token, depth: int = DEPTH) -> list[Token]:
    """The words that may belong to a trigger: particles, objects, prepositions and their objects, modifiers."""
    if depth == 0:
        return []
    found = []
    for child in parse.children_of(token, *BELOW):
        if (child.label == "advcl" and child.tag == "VBG") or tells_when(parse, child):
            continue
        found.append(child)
        below = depth if child.lemma in AMOUNTS else depth - 1
        found.extend(list_below(parse, child, below if child.label not in FINAL else 0))
    return found


def tells_when(parse: Parse, preposition: Token) -> bool:
    """Whether a phrase only tells a day, or what was before: "called the king *on Sunday*" is no call on him."""
    if preposition.label != "prep":
        return False
    if preposition.lemma in ("before", "after", "since") and parse.children_of(preposition, "pcomp"):
        return True
    return any(one.lemma in DAYS for one in parse.children_of(preposition, "pobj"))


def find_words(words: Iterable[Alternatives], below: list[Token]) -> list[Token]:
    """The tokens that are a trigger's further words, all of which must be there."""
    return [next(one for one in below if one.lemma in some or one.words.casefold() in some) for some in words]


def holds(parse: Parse, token: Token, conditions: Conditions, found: list[Token]) -> bool:
    """Whether a rule's `not_with` and `only_with` allow the words around its trigger."""
    own = {one.index for one in found}
    near = [one for one in list_around(parse, token) if one.index not in own]
    for one in found:
        near += [other for other in list_around(parse, one) if other.index not in own | {token.index}]
    if any(one.lemma in conditions.not_with for one in near if not is_name(one)):
        return False
    return not conditions.only_with or any(one.lemma in conditions.only_with for one in [*near, *found])


def is_name(token: Token) -> bool:
    """Whether a word is a name, or written as a part of one."""
    return token.tag in NAME_TAGS and not token.words.islower()


def list_measured(parse: Parse, token: Token) -> Iterator[Token]:
    """What the "of" phrase of a measuring noun names."""
    for preposition in parse.children_of(token, "prep"):
        for one in parse.children_of(preposition, "pobj") if preposition.lemma == "of" else []:
            yield one
            yield from parse.children_of(one, "amod", "compound")


def list_around(parse: Parse, token: Token) -> Iterator[Token]:
    """The heads of what hangs on a token: objects, subjects, complements, modifiers, and objects of prepositions."""
    if token.label == "acl" and token.tag == "VBG":
        yield parse.head_of(token)
    if token.label == "xcomp":
        yield from parse.children_of(parse.head_of(token), "nsubj")
    for child in parse.children_of(token):
        if child.label in CONDITION_LABELS:
            yield child
            if child.lemma in AMOUNTS:
                yield from list_measured(parse, child)
            if child.label == "nsubj":
                yield from parse.children_of(child, "amod", "compound")
            if child.label in ("dobj", "nsubjpass", "attr"):
                yield from parse.children_of(child, "amod", "compound", "conj", "acl")
        if child.label in ("prep", "agent", "dative", "prt"):
            yield child
            for below in parse.children_of(child, "pobj", "pcomp"):
                if below.lemma in PERIODS:
                    continue
                yield below
                if below.lemma in AMOUNTS:
                    yield from list_measured(parse, below)
                yield from parse.children_of(below, "amod", "compound")
