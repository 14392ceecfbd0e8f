"""What only seems to be told as an event: scenes of films and drills, matches, and deals on markets.

    In the novel a sniper kills the president       a film, a novel, a play
    trainees playing hostages were seized           a drill, a mock trial
    Rangers ambushed the leaders with two late tries    sport
    raiders bought a tenth of both firms            markets

A sentence about sport or a market with police, soldiers or gunmen in it is about them, not about the match.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.participants import list_sides
from onrecord.find.triggers import Trigger
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Participant
from onrecord.model.parse import Token
from onrecord.model.phrases import NOUN_TAGS, find_conjuncts

FORCES = {"COP", "MIL", "REB", "PRM", "SPY", "UAF", "CRM"}
CONTESTED = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AGREE", "CONCEDE", "REJECT", "SUPPORT", "THREATEN")
"""Types whose words matches and markets use as well."""
PLAYING = {"play", "cast", "act", "portray", "impersonate", "get"}
PRACTISING = ("practise", "practice", "rehearse", "simulate", "enact", "re-enact")
DRILLED = ("MOBILIZE", "COOPERATE")
"""Types that a drill is itself."""
SCENES = {
    "act",
    "scene",
    "chapter",
    "episode",
    "season",
    "series",
    "instalment",
    "installment",
    "finale",
    "sequel",
    "show",
}
"""Parts of works, which are of one only where another word says so: "the second act"."""
ORDINALS = {"first", "second", "third", "fourth", "fifth", "opening", "closing", "final", "last", "pilot"}
USUAL = ("match", "market")
ENOUGH = {"ASSAULT": 2, "COERCE": 2, "MOBILIZE": 2, "RETREAT": 2}
ENOUGH_ELSE = 3
"""So many words of a match or a market make a sentence one about it, by type; of the surest words one is enough."""


@dataclass(frozen=True, eq=False)
class UnrealFinder:
    """Tells by the word classes of the codebook whether a trigger is in a scene, a drill, a match or a deal."""

    lexicon: Lexicon

    def is_unreal(self, doc: CodedDocument, trigger: Trigger, sides: list[Participant]) -> bool:
        """Whether nobody did what a trigger says, or not in earnest."""
        sentence = doc.parsed.tokens_of(doc.parsed.sentence_of(trigger.token))
        lemmas = {token.lemma for token in sentence}
        classes = self.lexicon.codebook.classes_by_id
        if lemmas & (classes["fiction"] | SCENES) and self.is_scene(doc, trigger):
            return True
        if lemmas & (classes["drill"] | classes["staged"] | set(PRACTISING)) and self.is_drill(doc, trigger, sides):
            return True
        if trigger.rule.event_type not in CONTESTED or self.is_armed(doc, trigger, sides):
            return False
        lemmas = {token.lemma for token in sentence if token.tag in NOUN_TAGS or token.tag == "JJ"}
        enough = ENOUGH.get(trigger.rule.event_type, ENOUGH_ELSE)
        return any(len(lemmas & classes[one]) >= enough or lemmas & classes[f"{one}_only"] for one in USUAL)

    def is_scene(self, doc: CodedDocument, trigger: Trigger) -> bool:
        """Whether a trigger stands in a clause of which a work of fiction is the subject or the place."""
        fiction = self.lexicon.codebook.classes_by_id["fiction"]
        for word in list_clauses(doc, trigger):
            for noun in list_settings(doc, word, ("in",)):
                if noun.lemma in fiction or (noun.lemma in SCENES and is_numbered(doc, noun)):
                    return True
            for subject in doc.parsed.children_of(word, "nsubj") if word.index != trigger.token.index else ():
                nouns = {one.lemma for one in doc.parsed.subtree(subject) if one.tag in NOUN_TAGS}
                if subject.lemma in fiction or (subject.lemma in SCENES and nouns & fiction):
                    return True
        return False

    def is_drill(self, doc: CodedDocument, trigger: Trigger, sides: list[Participant]) -> bool:
        """Whether a trigger is in a drill, or somebody in it is played by another."""
        classes = self.lexicon.codebook.classes_by_id
        own = {one.index for one in trigger.words}
        slots = [token for tokens in trigger.slots.values() for token in tokens]
        heads = [head for one in sides for head in [doc.parsed.root_in(one.span)] if head]
        for noun in {one.index: one for head in (*slots, *heads) for one in (head, *below(doc, head))}.values():
            if noun.lemma in classes["staged"] and noun.index not in own:
                return True
            if noun.tag in ("VBG", "VBN", "VBD") and noun.label in ("acl", "relcl") and self.is_played(doc, noun):
                return True
        is_itself = trigger.rule.event_type in DRILLED
        countries = {one.country for one in (doc.actors_by_id.get(side.actor) for side in sides[:1]) if one}
        for word in list_clauses(doc, trigger):
            if (
                word.lemma in ("practise", "practice", "rehearse", "simulate", "enact", "re-enact")
                and word.index not in own
            ):
                return True
            for noun in () if is_itself else list_settings(doc, word, ("in", "at", "during", "for")):
                inside = {one.lemma for one in doc.parsed.subtree(noun)}
                owners = {actor.country for one in list_sides(doc, noun) for actor in [doc.actor_of(one)] if actor}
                is_drill = noun.lemma in classes["drill"] or inside & classes["staged"]
                if is_drill and noun.index not in own and not (owners and countries - owners - {None}):
                    return True
        return False

    def is_played(self, doc: CodedDocument, verb: Token) -> bool:
        """Whether somebody is "playing gunmen", "cast as lawyers", "got up as squatters"."""
        if verb.lemma not in PLAYING:
            return False
        return verb.lemma in ("play", "portray", "impersonate") or any(
            one.lemma == "as" for one in doc.parsed.children_of(verb, "prep")
        )

    def is_armed(self, doc: CodedDocument, trigger: Trigger, sides: list[Participant]) -> bool:
        """Whether police, soldiers or gunmen take part, or a weapon is named."""
        actors = [doc.actors_by_id[one.actor] for one in sides if one.actor in doc.actors_by_id]
        if any(one.sector in FORCES for one in actors):
            return True
        words = self.lexicon.codebook.classes_by_id["conflict"]
        sentence = doc.parsed.tokens_of(doc.parsed.sentence_of(trigger.token))
        own = {one.index for one in trigger.words}
        return any(one.lemma in words and one.index not in own for one in sentence)


def below(doc: CodedDocument, head: Token) -> list[Token]:
    """What describes a noun: its adjectives and the participles on it."""
    return doc.parsed.children_of(head, "amod", "acl", "relcl", "compound", "nmod")


def list_clauses(doc: CodedDocument, trigger: Trigger) -> Iterator[Token]:
    """A trigger's word and all above it."""
    for word in (trigger.token, *doc.parsed.ancestors(trigger.token)):
        yield word
        yield from (one for one in doc.parsed.children_of(word, "conj") if one.tag.startswith("V"))


def list_settings(doc: CodedDocument, word: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns of the phrases that say in what something is: "in *the novel*", "during *the exercise*"."""
    for preposition in doc.parsed.children_of(word, "prep"):
        if preposition.lemma in prepositions:
            for noun in doc.parsed.children_of(preposition, "pobj"):
                yield from find_conjuncts(doc.parsed, noun)


def is_numbered(doc: CodedDocument, noun: Token) -> bool:
    """Whether a part of a work has its number: "the second act"."""
    return any(one.lemma in ORDINALS for one in doc.parsed.children_of(noun, "amod", "nummod", "compound"))
