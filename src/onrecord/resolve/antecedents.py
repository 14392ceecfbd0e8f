"""Candidates for a reference, and which of them agree with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebook.lexicon import Lexicon
from onrecord.model.actors import Actor
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token

MASCULINE = {"he", "him", "his", "himself"}
FEMININE = {"she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
GROUP_NOUNS = {"group", "organization", "organisation", "gang", "movement", "militia", "network", "faction"}
STATE_NOUNS = {"country", "nation", "state", "kingdom", "republic"}
PEOPLE = {
    "man", "woman", "minister", "president", "official", "spokesman", "spokeswoman", "leader", "officer", "soldier",
    "commander", "general", "ambassador", "diplomat", "journalist", "activist", "witness", "lawyer", "judge", "senator",
    "lawmaker", "head", "chief", "director", "candidate", "doctor", "resident", "king", "governor", "mayor", "envoy",
    "secretary", "politician", "gunman", "suspect", "victim", "prisoner", "source",
}  # fmt: skip
SENTENCES_BACK = 3
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True)
class Antecedent:
    """An actor as it was mentioned before."""

    actor: Actor
    mention: Mention
    head: Token


def find_fitting_noun(head: Token, before: Sequence[Antecedent]) -> Actor | None:
    """The last actor that a definite noun fits: by its role, or by its kind. None where nothing fits."""
    for one in reversed(before):
        if fits_noun(head, one.actor):
            return one.actor
    return None


def fits_noun(head: Token, actor: Actor) -> bool:
    """Whether an actor can be called by a noun: "the minister", "the group", "the country"."""
    if head.tag == "NNS":
        return False
    if head.lemma in GROUP_NOUNS:
        return actor.type == "group"
    if head.lemma in STATE_NOUNS:
        return actor.type == "state"
    if actor.type != "person" or not actor.role:
        return False
    return head.lemma in actor.role.casefold().replace("-", " ").split()


def find_fitting_pronoun(head: Token, before: Sequence[Antecedent], lexicon: Lexicon) -> Actor | None:
    """The last actor that a pronoun agrees with, subjects of a sentence before others; None beyond a few sentences."""
    word = head.lemma if head.lemma in MASCULINE | FEMININE | NEUTER else head.words.casefold()
    near = [
        one for one in before if head.sentence - one.head.sentence <= SENTENCES_BACK and one.head.index < head.index
    ]
    fitting = [one for one in near if agrees(word, one, lexicon) and not is_own_clause(head, one.head)]
    if not fitting:
        return None
    return max(fitting, key=lambda one: (one.head.sentence, is_subject(one.head), one.head.index)).actor


def agrees(word: str, one: Antecedent, lexicon: Lexicon) -> bool:
    """Whether an actor agrees with a pronoun in kind, gender and number."""
    actor = one.actor
    if word in MASCULINE | FEMININE:
        if actor.type not in ("person", "unnamed") or one.head.tag in ("NNS", "NNPS"):
            return False
        if actor.type == "unnamed":
            return one.mention.form == "nominal" and one.head.tag == "NN" and one.head.lemma in PEOPLE
        gender = lexicon.given_names.get(actor.name.split()[0], "u")
        return gender == "u" or (gender == "m") == (word in MASCULINE)
    if word in NEUTER:
        return actor.type in ("organization", "group", "state") and one.mention.form != "adjective"
    return one.head.tag in ("NNS", "NNPS") or actor.type in ("group",) or one.head.lemma in ("police", "people")


def is_subject(head: Token) -> bool:
    """Whether a mention is a subject."""
    return head.label in SUBJECTS


def is_own_clause(pronoun: Token, other: Token) -> bool:
    """Whether a pronoun and a name are subject and object of one verb, and so two different actors."""
    return pronoun.head == other.head and pronoun.label not in ("poss",) and other.label not in ("poss",)
