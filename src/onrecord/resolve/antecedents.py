"""Candidates for a reference, and which of them agree with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.codebook.lexicon import Lexicon
from onrecord.model.actors import Actor
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Token

MASCULINE = {"he", "him", "his", "himself"}
FEMININE = {"she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
REFLEXIVE = {"himself", "herself", "itself", "themselves"}
SENTENCES_BACK = 3
PERSON_SENTENCES_BACK = 2
MOST_BEFORE = 500
"""How many mentions a definite noun may point back over; more than an ordinary report has."""
SUBJECTS = ("nsubj", "nsubjpass")
UNDER = {"vice", "deputy"}
PEOPLE = {
    "man", "woman", "minister", "president", "official", "spokesman", "spokeswoman", "leader", "officer", "soldier",
    "commander", "general", "ambassador", "diplomat", "journalist", "activist", "witness", "lawyer", "judge", "senator",
    "lawmaker", "head", "chief", "director", "candidate", "doctor", "resident", "king", "governor", "mayor", "envoy",
    "secretary", "politician", "gunman", "suspect", "victim", "prisoner", "source", "captain", "colonel",
}  # fmt: skip


BODIES = {
    "army", "government", "ministry", "militia", "party", "court", "union", "council", "parliament", "company",
    "junta", "navy", "agency", "commission", "committee", "group", "movement", "administration", "cabinet",
    "coalition", "force", "airline", "authority", "bank", "senate", "tribunal", "regime", "organisation",
    "organization", "church", "opposition", "university",
}  # fmt: skip
"""Nouns of what acts as one body, for which "it" may stand."""


@dataclass(frozen=True)
class Antecedent:
    """An actor as it was mentioned before."""

    actor: Actor
    mention: Mention
    head: Token


def find_fitting_noun(
    head: Token, words: Sequence[Token], before: Sequence[Antecedent], lexicon: Lexicon
) -> Actor | None:
    """The last actor that a definite noun fits: by its role, its kind, or a word of its name.

    A noun for a person that fits nobody's role is the only person near whose role is not told. None where nothing fits.
    """
    told = {token.words.casefold() for token in words}
    before = before[-MOST_BEFORE:]
    fitting = [one.actor for one in before if fits_noun(head, told, one.actor, lexicon)]
    if fitting:
        return choose_topic(fitting) if all(actor.type == "group" for actor in fitting) else fitting[-1]
    if head.tag == "NNS" or head.lemma not in PEOPLE:
        return None
    near = {
        one.actor.id: one.actor
        for one in before
        if one.mention.form == "name" and head.sentence - one.head.sentence <= PERSON_SENTENCES_BACK
    }
    bare = [actor for actor in near.values() if actor.type == "person" and not actor.role]
    return bare[0] if len(bare) == 1 else None


def choose_topic(fitting: Sequence[Actor]) -> Actor:
    """The armed group that a report is about, the one mentioned most; the last of those mentioned alike."""
    counts = Counter(actor.id for actor in fitting)
    most = max(counts.values())
    return next(actor for actor in reversed(fitting) if counts[actor.id] == most)


def fits_noun(head: Token, told: set[str], actor: Actor, lexicon: Lexicon) -> bool:
    """Whether an actor can be called by a noun: "the minister", "the group", "the court", "the country"."""
    if actor.type == "person":
        role = (actor.role or "").casefold().replace("-", " ").split()
        return head.tag != "NNS" and head.lemma in role and bool(UNDER & set(role)) == bool(UNDER & told)
    if actor.type == "unnamed":
        return False
    if actor.type != "state" and head.tag != "NNS" and spell(head.lemma) in map(spell, split_name(actor.name)):
        return True
    kind = lexicon.kind_nouns.get(head.lemma)
    if kind is None or actor.type not in kind.types or (head.tag == "NNS" and "REB" not in kind.codes):
        return False
    return not kind.codes or bool({actor.sector, actor.country, *actor.sectors} & set(kind.codes))


def split_name(name: str) -> list[str]:
    """The words of a name in lower case."""
    return name.casefold().replace("-", " ").split()


def spell(word: str) -> str:
    """A word in one of its two spellings."""
    return word.replace("isation", "ization")


def find_fitting_pronoun(head: Token, before: Sequence[Antecedent], lexicon: Lexicon) -> Actor | None:
    """The last actor that a pronoun agrees with, subjects of a sentence before others; None beyond a few sentences."""
    word = head.words.casefold()
    recent = takewhile(lambda one: head.sentence - one.head.sentence <= SENTENCES_BACK, reversed(before))
    near = [one for one in recent if one.head.index < head.index][::-1]
    own = set() if word in REFLEXIVE else {one.actor.id for one in near if is_own_clause(head, one.head)}
    fitting = [one for one in near if one.actor.id not in own and agrees(word, one, lexicon)]
    if not fitting:
        return None
    return max(fitting, key=lambda one: (one.head.sentence, is_subject(one.head), one.head.index)).actor


def find_following(parse: Parse, head: Token, names: Sequence[Antecedent], lexicon: Lexicon) -> Actor | None:
    """The subject that a pronoun before it stands for: "After *he* was freed, Okello left"."""
    for one in names:
        is_after = one.head.sentence == head.sentence and one.head.index > head.index
        if not is_after or not is_subject(one.head) or not agrees(head.words.casefold(), one, lexicon):
            continue
        verb = parse.head_of(one.head)
        if verb.head == verb.index and opens_clause(parse, head, verb):
            return one.actor
    return None


def opens_clause(parse: Parse, token: Token, verb: Token) -> bool:
    """Whether a word stands in a clause or a phrase that comes before the main clause and hangs on its verb."""
    top = token
    for above in parse.ancestors(token):
        if above.index == verb.index:
            return top.label in ("advcl", "prep") and top.index < verb.index
        top = above
    return False


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
        if actor.type == "unnamed":
            return one.mention.form == "nominal" and one.head.lemma in BODIES and one.head.tag == "NN"
        return actor.type in ("organization", "group", "state") and one.mention.form != "adjective"
    return one.head.tag in ("NNS", "NNPS") or actor.type in ("group",) or one.head.lemma in ("police", "people")


def is_subject(head: Token) -> bool:
    """Whether a mention is a subject."""
    return head.label in SUBJECTS


def is_own_clause(pronoun: Token, other: Token) -> bool:
    """Whether a pronoun and a name are subject and object of one verb, and so two different actors."""
    return pronoun.head == other.head and pronoun.label not in ("poss",) and other.label not in ("poss",)
