"""Mentions of actors: names, common nouns, nationalities and pronouns.

    names        Laurent Fabius · the CIA · Iraq · Washington (said) · the Kremlin
    nominals     the two rebels · Kurdish and Iraqi forces · France's foreign minister
    adjectives   French (call) · Iranian (weapons)
    pronouns     he, she, they, we, I, who; "it" only as the subject of what only an actor does

Not handled: actors named by what they did ("those who fled").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.names import ADJECTIVES, Name, NameReader, name_thing
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.mentions import MentionForm, make_mention
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import NAME_TAGS, find_phrase, find_preposition
from onrecord.model.spans import Span, SpanMask

PRONOUNS = {"he", "she", "they", "we", "i", "him", "them", "us", "me", "his", "her", "their", "our", "my",
            "himself", "herself", "themselves", "ourselves", "theirs", "ours", "hers"}  # fmt: skip
WILLING = {
    "able", "aware", "committed", "concerned", "confident", "determined", "eager", "guilty", "innocent", "keen",
    "opposed", "prepared", "ready", "reluctant", "responsible", "unable", "unwilling", "willing",
}  # fmt: skip
"""What only an actor is: "it is *ready* to talk"."""
NEUTER = {"it", "its", "itself"}
ACTING_LABELS = {"nsubj", "nsubjpass", "poss", "dobj", "agent", "appos"}
ACTING_PREPOSITIONS = {"by", "with", "between", "against"}
PLACING = {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "through", "within"}
IMPERSONAL = {"be", "seem", "appear", "remain", "become", "take", "rain", "snow", "freeze", "hail", "last", "happen"}
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6


@dataclass(frozen=True)
class ActorFinder:
    """The stage that finds mentions of actors. Reads times so that "May" and "Monday" are not people, and
    leaves out what are names of places."""

    lexicon: Lexicon
    names: NameReader
    name: ClassVar[str] = "find.actors"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("mentions",)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Mentions in the order of the text, one for each span."""
        parse = doc.parsed
        times = [mention.span for mention in doc.mentions if mention.kind == "time"]
        timed = SpanMask(len(doc.text), times)
        names = self.names.read(doc)
        places = [one.span for one in doc.mentions if one.kind == "place"]
        surnames = self.names.read_surnames(doc)
        found: dict[Span, MentionForm] = {}
        taken = {token.index for name in names for token in name.tokens}
        inside = {name.span for name in names for place in places if place.contains(name.span)}
        for name in names:
            if name.span in inside:
                continue
            form = self.judge(name, parse, surnames)
            head = parse.root_in(name.span)
            if form == "name" and head and self.is_title_alone(name):
                found[find_phrase(parse, head)] = "nominal"
            elif form:
                found[name.span] = form
        for token in parse.tokens:
            if token.index not in taken and token.words in surnames and token.words[0].isupper():
                found[token.span] = "name"
                taken.add(token.index)
            if token.index not in taken and not timed.touches(token.span):
                found.update(self.judge_common(token, parse, taken))
        for span in sorted(found):
            yield make_mention(doc.id, span, "actor", found[span], maker=f"{self.name}/{found[span]}")

    def judge(self, name: Name, parse: Parse, surnames: frozenset[str]) -> MentionForm | None:
        """The form in which a name is an actor here; None where it is a place or nothing we know."""
        head = parse.root_in(name.span)
        if head is None or self.is_namesake(name, parse):
            return None
        if name.has(*ADJECTIVES) and not name.has("country") and is_modifier(head):
            return "adjective"
        if name.has("person", "actor", "building", *ADJECTIVES):
            return "name"
        if name.has("country"):
            return "name"
        if name.has("capital"):
            return "name" if is_acting(parse, head) else None
        return "name" if self.is_actor_name(name, head, parse, surnames) else None

    def is_namesake(self, name: Name, parse: Parse) -> bool:
        """Whether a name only stands in that of a thing: "a Panama hat", "Lassa fever"."""
        after = parse.tokens[name.tokens[-1].index + 1 : name.tokens[-1].index + 2]
        is_inside = bool(after) and name.tokens[-1].head == after[0].index
        return (
            is_inside and name.tokens[-1].tag in NAME_TAGS and after[0].lemma in self.lexicon.toponym_words["namesake"]
        )

    def is_actor_name(self, name: Name, head: Token, parse: Parse, surnames: frozenset[str]) -> bool:
        """Whether an unknown name is somebody's, and not a place's, a thing's or a capitalised word's."""
        words = name.tokens
        if name_thing(name, self.lexicon):
            return False
        if words[-1].words in surnames:
            return True
        if any(token.words.casefold() in self.lexicon.organization_words for token in words):
            return True
        if has_title_before(parse, words[0], self.lexicon):
            return True
        if is_placed(parse, head):
            return False
        if len(words) > 1:
            return words[0].words in self.lexicon.given_names or is_acting(parse, head) or head.label == "conj"
        if head.words.isupper() and SHORTEST_ACRONYM <= len(head.words) <= LONGEST_ACRONYM:
            return is_acting(parse, head)
        return head.label != "dobj" and is_acting(parse, head)

    def is_title_alone(self, name: Name) -> bool:
        """Whether an unknown name is a title and nothing else: "the Foreign Secretary"."""
        words = " ".join(token.words for token in name.tokens).casefold().replace(" - ", "-")
        return not name.senses and (words in self.lexicon.titles or words in self.lexicon.agents)

    def judge_common(self, token: Token, parse: Parse, taken: set[int]) -> dict[Span, MentionForm]:
        """The mention that a common noun or a pronoun makes, if any."""
        word = token.words.casefold()
        if token.tag in ("WP", "WDT"):
            return {token.span: "pronoun"} if is_relative_subject(parse, token) else {}
        if token.tag in ("PRP", "PRP$"):
            is_actor = word in PRONOUNS or (word in NEUTER and acts(parse, token))
            return {token.span: "pronoun"} if is_actor else {}
        is_noun = token.tag in ("NN", "NNS") or (token.tag == "NNP" and token.words.islower())
        if not is_noun or not self.is_agent(token, parse):
            return {}
        if is_title_of_name(token, taken) or token.label in ("compound", "nmod"):
            return {}
        return {find_phrase(parse, token): "nominal"}

    def is_agent(self, token: Token, parse: Parse) -> bool:
        """Whether a noun, alone or with the word before it, is in the list of agents."""
        if token.lemma in self.lexicon.agents:
            return True
        before = [child for child in parse.children_of(token, "compound", "amod") if child.index < token.index]
        return any(f"{child.lemma} {token.lemma}" in self.lexicon.agents for child in before)


def has_title_before(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether a title or a common noun for a person stands right before a name: "spokesman Marzieh Afkham"."""
    if token.index == 0:
        return False
    before = parse.tokens[token.index - 1]
    if before.sentence != token.sentence:
        return False
    return before.lemma.rstrip(".") in lexicon.titles or before.words.casefold().rstrip(".") in lexicon.titles


def is_modifier(head: Token) -> bool:
    """Whether a nationality stands before a noun: "French" of "French call"."""
    return head.tag in ("JJ", "JJR", "NNP") and head.label in ("amod", "nmod", "compound")


def is_placed(parse: Parse, head: Token) -> bool:
    """Whether a preposition such as "in" says that a name is where something is."""
    preposition = find_preposition(parse, head)
    return preposition is not None and preposition.lemma in PLACING


def is_acting(parse: Parse, head: Token) -> bool:
    """Whether a name stands where an actor stands: subject, object, possessor, or after "by", "with", "between"."""
    first = head
    while first.label == "conj" and first.head != first.index:
        first = parse.head_of(first)
    if first.label in ACTING_LABELS:
        return True
    preposition = find_preposition(parse, head)
    return preposition is not None and preposition.lemma in ACTING_PREPOSITIONS


def acts(parse: Parse, token: Token) -> bool:
    """Whether "it" or "its" can be an actor: the subject of a full verb that is not about the weather or a clause."""
    if token.label == "poss":
        return True
    verb = parse.head_of(token)
    if token.label not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma in IMPERSONAL:
        return any(one.lemma in WILLING for one in parse.children_of(verb, "acomp"))
    return verb.tag.startswith("V")


def is_relative_subject(parse: Parse, token: Token) -> bool:
    """Whether a relative pronoun is a subject: "who" of "the man who fled"."""
    return token.label in ("nsubj", "nsubjpass") and parse.head_of(token).label == "relcl" and token.lemma == "who"


def is_title_of_name(token: Token, taken: set[int]) -> bool:
    """Whether a common noun is the title of the name that follows: "minister" of "foreign minister Zarif"."""
    following = token.index + 1
    return following in taken and token.head in taken and token.label in ("compound", "nmod", "amod", "appos")
