"""Whether what a trigger says happened, as the words around it have it.

    did not attack · no attack            negated
    refused to attack · failed to attack  negated
    no evidence that they attacked        negated
    will attack · are set to attack       planned
    ordered them to attack                requested
    threatened to attack                  threatened
    may attack · if they attack · alleged hypothetical
    is attacking · keeps attacking        ongoing
    the anniversary of the attack         historical

Reads upwards from the trigger and ends where a statement begins: what is above belongs to another holder.
Source of the categories: PLOVER's auxiliary modes; the scope rules follow ConText (Chapman, Chu and Dowling 2007).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.view_cues import FoundViewCue, ViewCueIndex
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import NOUN_TAGS
from onrecord.model.spans import Span
from onrecord.model.views import Polarity, Status

COMPLEMENTS = {"xcomp", "ccomp", "pcomp", "pobj", "dobj", "prep", "acl", "attr", "nsubjpass", "oprd", "dative", "agent",
               "acomp", "advcl"}  # fmt: skip
CARRIERS = {"be", "occur", "happen", "begin", "start", "resume", "continue", "follow", "come", "go", "take", "end",
            "remain", "proceed", "erupt", "break", "flare"}  # fmt: skip
MODALS = {"may": "hypothetical", "might": "hypothetical", "could": "hypothetical", "would": "hypothetical",
          "can": "hypothetical", "will": "planned", "shall": "planned", "should": "requested", "must": "requested",
          "ought": "requested"}  # fmt: skip
SIDES = ("nsubj", "nsubjpass", "dobj")
MODIFIERS = ("advmod", "amod", "compound", "nmod", "det")
NOBODY = {"nobody", "none", "nothing", "no-one"}
FEW = {"no", "neither", "little", "scant", "insufficient", "zero", "few"}
CONDITIONS = {"if", "unless", "whether", "lest"}
INVERTED = {"should", "were", "had"}
"""Words that open a condition where they stand before their subject: "Should the army attack, …"."""
ACHIEVED = {"be able to", "have to", "be allowed to", "have got to", "need to", "have been able to"}
"""What in the past was done as well: "were able to flee", "had to leave"."""
TRIED = {"able", "ability", "attempt", "bid", "effort", "try", "seek", "capable", "suggest", "indicate", "chance",
         "strive", "endeavour", "endeavor", "struggle", "opportunity"}  # fmt: skip
"""Governors whose doubt is gone where they are denied: what they "were not able to" do did not happen."""
SENDING = {"send", "dispatch", "deploy", "head", "travel", "march", "arrive", "gather", "mass", "plan", "recruit",
           "train", "assemble", "arm", "fly", "set", "prepare", "amass", "muster", "meet"}  # fmt: skip
"""Verbs after which "to" tells what for, which need not have come to pass."""
GIVING = {"provide", "supply", "give", "offer", "form", "join", "build", "create", "unite"}
FIGHTING = {"fight", "combat", "attack", "defeat", "battle", "strike", "repel", "counter", "crush", "destroy", "kill"}
"""What somebody is given arms or men *to* do."""
GROUNDS = {"foundation", "basis", "merit", "substance", "ground", "evidence", "truth"}
ORDINALS = {"first", "second", "third", "last", "latest", "next", "only", "one", "sole"}
BESIDE = {"after", "before", "since", "following", "despite", "amid", "because", "during", "until", "while", "as"}
"""Prepositions after which something is told that has its own status: "may resign *after* the attack"."""
YEARS = {"year", "decade", "century", "generation"}
STRENGTH = ("happened", "ongoing", "planned", "requested", "threatened", "hypothetical", "historical")


@dataclass
class Reading:
    """What the words say so far, and which words said it. `doubted` keeps the strongest doubt."""

    negations: int = 0
    doubted: Status = "happened"
    tried: bool = False
    """Whether there is only such doubt as a denial takes away: "were *not able* to"."""
    is_shifted: bool = False
    """Whether it is reported of the past, where "would" is what "will" was."""
    cues: list[Span] = field(default_factory=list)
    negating: list[Span] = field(default_factory=list)

    @property
    def polarity(self) -> Polarity:
        """Two negations cancel each other."""
        return "negated" if self.negations % 2 else "affirmed"

    @property
    def status(self) -> Status:
        """The strongest doubt; what was tried in vain did not happen, and that is sure."""
        if self.doubted in ("happened", "ongoing") and self.tried:
            return "happened" if self.polarity == "negated" else "hypothetical"
        return self.doubted

    def doubt(self, status: str, cue: Span, *, tried: bool = False) -> None:
        """Take over a status that is further from the fact than the one so far."""
        if tried:
            self.tried = True
        elif STRENGTH.index(status) > STRENGTH.index(self.doubted):
            self.doubted = status  # type: ignore[assignment]
        self.cues.append(cue)

    def negate(self, cue: Span) -> None:
        """One more negation; one that was read already is not another."""
        if not any(cue.overlaps(one) for one in self.negating):
            self.negations += 1
            self.negating.append(cue)
            self.cues.append(cue)


@dataclass(frozen=True, eq=False)
class StatusReader:
    """Reads polarity and status off a parse, by the view cues of the lexicon."""

    lexicon: Lexicon

    @cached_property
    def cues(self) -> ViewCueIndex:
        """Where view cues stand."""
        return ViewCueIndex(self.lexicon)

    def read(self, parse: Parse, token: Token, stop: Span | None, *, is_shifted: bool = False) -> Reading:
        """The reading of a trigger; `stop` is the content of the statement around it, beyond which nothing is read.

        `is_shifted`: "said it *would* attack" is what "will attack" was when it was said.
        """
        reading = Reading(is_shifted=is_shifted)
        self.read_own(parse, token, reading)
        below = token
        for above in parse.ancestors(token):
            if stop is not None and not stop.contains(above.span):
                break
            if not self.climb(parse, below, above, reading):
                break
            below = above
        return reading

    def climb(self, parse: Parse, below: Token, above: Token, reading: Reading) -> bool:
        """Read one step upwards; False where what is above no longer bears on the trigger."""
        if any(one.lemma == "whether" for one in parse.children_of(below, "mark")):
            return False
        if below.label == "conj":
            if not parse.children_of(below, "nsubj", "nsubjpass", "aux", "auxpass"):
                self.read_own(parse, above, reading)
            return True
        if below.label == "relcl":
            self.read_cleft(parse, above, reading)
            return False
        if below.label in ("nsubj", "nsubjpass") and above.tag.startswith(("V", "MD")):
            self.read_predicate(parse, above, reading)
            if self.carries(parse, above) or below.label == "nsubjpass":
                self.read_governor(parse, above, reading)
                self.read_own(parse, above, reading)
            return False
        if below.label in ("advmod", "prt") and parse.children_of(below, "prep"):
            if self.read_governor(parse, above, reading):
                self.read_own(parse, above, reading)
            return True
        if below.label not in COMPLEMENTS or (below.label == "prep" and below.lemma in BESIDE):
            return False
        if below.label == "advcl":
            return self.read_purpose(parse, below, above, reading)
        if above.tag in ("IN", "TO"):
            self.read_ending(("preposition",), parse, above, reading)
            return True
        governed = self.read_governor(parse, above, reading)
        if above.tag in NOUN_TAGS and below.label in ("acl", "prep", "ccomp", "pcomp", "relcl"):
            governed = self.read_scarcity(parse, above, reading) or governed
        is_claim = above.tag in NOUN_TAGS and any(one.lemma == "that" for one in parse.children_of(below, "mark"))
        if governed or is_claim or below.label in ("xcomp", "ccomp", "dobj", "attr", "prep", "acomp"):
            if (
                governed
                or is_claim
                or (below.label == "ccomp" and has_infinitive(parse, below))
                or self.carries(parse, above)
                or below.label in ("xcomp", "attr", "acomp")
                or is_light(above, self.lexicon)
            ):
                self.read_own(parse, above, reading)
            return True
        return False

    def carries(self, parse: Parse, verb: Token) -> bool:
        """Whether a verb only says of its subject that it takes place: "an attack will begin"."""
        return verb.lemma in CARRIERS or is_light(verb, self.lexicon) or bool(parse.children_of(verb, "auxpass"))

    def read_own(self, parse: Parse, token: Token, reading: Reading) -> None:
        """What hangs on a word itself: negations, modals, adverbs, adjectives, "if", the progressive."""
        children = parse.children_of(token)
        for child in children:
            word = child.lemma
            if child.label == "neg" or (
                child.label in ("det", "advmod", "preconj") and word in ("no", "never", "neither")
            ):
                reading.negate(child.span)
            elif child.label == "aux" and child.tag == "MD" and word in MODALS:
                self.read_modal(parse, token, child, reading)
            elif child.label == "aux" and child.tag == "TO":
                is_told = self.read_ending(("auxiliary",), parse, child, reading)
                if not is_told and self.is_purpose(parse, token, child):
                    reading.doubt("planned", child.span)
            elif child.label == "mark":
                self.read_mark(parse, child, reading)
            elif child.label in MODIFIERS and child.index != token.index:
                self.apply(self.cues.find_word("modifier", child), reading)
            elif child.label in SIDES:
                self.read_side(parse, child, reading)
            if child.label in ("advmod", "npadvmod", "prep", "neg"):
                self.read_phrase(parse, token, child, reading)
        self.read_preposition(parse, token, reading)
        self.read_question(parse, token, children, reading)
        if token.tag == "VBG" and any(
            one.label == "aux" and one.words.casefold() in ("is", "are", "'s", "’s", "'re", "’re") for one in children
        ):
            reading.doubt("ongoing", token.span)

    def is_purpose(self, parse: Parse, verb: Token, to: Token) -> bool:
        """Whether an infinitive says what a noun is for: "people to be shot"; not "the first to fall", "a plan to"."""
        subjects = parse.children_of(verb, "nsubjpass")
        subject = next((one for one in subjects if one.index == to.index - 1), None)
        noun = parse.head_of(verb) if verb.label in ("acl", "relcl") else subject
        if noun is None or noun.tag not in NOUN_TAGS or noun.lemma in ORDINALS or self.cues.find_governor(noun, []):
            return False
        return not any(one.lemma in ORDINALS for one in parse.children_of(noun, "amod"))

    def read_modal(self, parse: Parse, verb: Token, modal: Token, reading: Reading) -> None:
        """ "will", "may"; "could not" is an attempt in vain, and so is "before they could"."""
        before = next((one for one in parse.children_of(verb, "mark", "advmod") if one.lemma == "before"), None)
        if modal.lemma == "could" and before:
            reading.negate(before.span)
            return
        is_future = modal.lemma == "would" and reading.is_shifted
        is_denied = modal.lemma == "could" and bool(parse.children_of(verb, "neg"))
        reading.doubt("planned" if is_future else MODALS[modal.lemma], modal.span, tried=is_denied)

    def read_mark(self, parse: Parse, mark: Token, reading: Reading) -> None:
        """The conjunction before a clause: "if", "in case", "as if", "so that"."""
        if mark.lemma in CONDITIONS:
            reading.doubt("hypothetical", mark.span)
        else:
            self.read_ending(("subordinator",), parse, mark, reading)

    def read_phrase(self, parse: Parse, token: Token, child: Token, reading: Reading) -> None:
        """An adverb of several words: "at no point", "decades ago"; "next week" only of what is to come."""
        words = parse.subtree(child)
        if not 2 <= len(words) <= 5:
            return
        found = self.cues.find_phrase(("modifier", "history"), words)
        lemmas = {one.lemma for one in words}
        if found and not (found.row.status == "planned" and token.tag in ("VBD", "VBN")):
            self.apply(found, reading)
        elif words[-1].lemma == "ago" and lemmas & YEARS:
            reading.doubt("historical", Span(words[0].start, words[-1].end))

    def read_predicate(self, parse: Parse, verb: Token, reading: Reading) -> None:
        """What is said of a claim: "reports that they attacked *are baseless*", "are without foundation"."""
        for one in parse.children_of(verb, "acomp", "attr", "oprd"):
            if "untrue" in self.lexicon.echo_words.get(one.lemma, ()):
                reading.negate(one.span)
        for one in parse.children_of(verb, "prep"):
            if one.lemma == "without" and any(noun.lemma in GROUNDS for noun in parse.children_of(one, "pobj")):
                reading.negate(one.span)

    def read_side(self, parse: Parse, side: Token, reading: Reading) -> None:
        """ "No shot was fired", "nobody attacked", "not one of the soldiers"."""
        if side.lemma in NOBODY:
            reading.negate(side.span)
        for child in parse.children_of(side, "det", "preconj", "cc", "neg"):
            if child.lemma in ("no", "neither", "not") and child.index < side.index:
                reading.negate(child.span)
        first = parse.subtree(side)[0]
        if first.lemma == "not" and first.index < side.index and first.head != parse.head_of(side).index:
            reading.negate(first.span)

    def read_preposition(self, parse: Parse, token: Token, reading: Reading) -> None:
        """ "without attacking", "in case of an attack"."""
        head = parse.head_of(token)
        is_governed = token.label in ("pobj", "pcomp") and head.tag in ("IN", "TO", "VBG", "RB")
        if is_governed and not self.read_ending(("preposition",), parse, head, reading):
            self.read_years_after(parse, head, reading)

    def read_years_after(self, parse: Parse, preposition: Token, reading: Reading) -> None:
        """ "twenty years after the attack"."""
        spans = parse.children_of(preposition, "npadvmod", "advmod")
        if preposition.lemma in ("after", "since") and any(
            one.lemma in YEARS and (one.tag == "NNS" or one.lemma != "year") for one in spans
        ):
            reading.doubt("historical", preposition.span)

    def read_question(self, parse: Parse, verb: Token, children: list[Token], reading: Reading) -> None:
        """ "Did they attack?"; "Should they attack, …"."""
        subject = next((one for one in children if one.label in ("nsubj", "nsubjpass")), None)
        before = [one for one in children if one.label in ("aux", "auxpass") and subject and one.index < subject.index]
        if not before or any(one.tag.startswith("W") and one.index < before[0].index for one in children):
            return
        sentence = parse.tokens_of(parse.sentence_of(verb))
        is_asked = any(one.words.startswith("?") for one in sentence if one.index > verb.index)
        is_inverted = before[0].lemma in INVERTED and before[0].words[0].isupper()
        if is_asked or is_inverted:
            reading.doubt("hypothetical", before[0].span)

    def read_cleft(self, parse: Parse, noun: Token, reading: Reading) -> None:
        """ "it was *not* the army that attacked"; "*nothing* to show that they attacked"."""
        copula = parse.head_of(noun)
        if noun.lemma in NOBODY:
            reading.negate(noun.span)
        elif "report" in self.lexicon.echo_words.get(noun.lemma, ()):
            self.read_predicate(parse, copula, reading)
        elif noun.label == "attr" and any(one.lemma == "it" for one in parse.children_of(copula, "nsubj")):
            for one in parse.children_of(copula, "neg"):
                reading.negate(one.span)

    def read_purpose(self, parse: Parse, below: Token, above: Token, reading: Reading) -> bool:
        """A clause with "to" on a verb: what a plot or an order was for, or what one could not bring oneself to do."""
        if not has_infinitive(parse, below):
            return False
        for one in parse.children_of(above, "dobj", "nsubjpass"):
            if one.words.casefold().endswith(("self", "selves")):
                self.read_own(parse, above, reading)
            elif self.read_governor(parse, one, reading):
                self.read_own(parse, one, reading)
                self.read_governor(parse, above, reading)
                self.read_own(parse, above, reading)
                return False
        if above.lemma in SENDING or (above.lemma in GIVING and below.lemma in FIGHTING):
            reading.doubt("planned", above.span)
        elif above.tag in NOUN_TAGS:
            self.read_governor(parse, above, reading)
        return False

    def read_scarcity(self, parse: Parse, noun: Token, reading: Reading) -> bool:
        """ "*no* evidence that they attacked", "*little* sign of an attack"."""
        found = [one for one in parse.children_of(noun, "det", "amod") if one.lemma in FEW]
        for one in found:
            reading.negate(one.span)
        return bool(found)

    def read_governor(self, parse: Parse, word: Token, reading: Reading) -> bool:
        """A verb, noun or adjective whose complement the event is: "refused to", "a plan to", "likely to"."""
        particles = parse.children_of(word, "prt", "prep", "advmod")
        pairs = [[one, two] for one in particles for two in particles if one.index < two.index]
        pairs += [[one, two] for one in particles for two in parse.children_of(one, "prep")]
        for words in (*pairs, *([one] for one in particles), []):
            found = self.cues.find_governor(word, words)
            if found:
                self.apply(found, reading, tried=word.lemma in TRIED)
                return True
        return False

    def read_ending(self, kinds: tuple[str, ...], parse: Parse, token: Token, reading: Reading) -> bool:
        """The longest cue of some kinds that ends at a word: "are set *to*", "in case *of*"."""
        found = self.cues.find_ending(kinds, parse, token)
        if found is None:
            return False
        verbs = [one for one in parse.tokens_in(found.span) if one.tag == "VBD"]
        if not (found.row.cue in ACHIEVED and verbs):
            self.apply(found, reading, tried=found.row.cue in ACHIEVED)
        return True

    def apply(self, found: FoundViewCue | None, reading: Reading, *, tried: bool = False) -> None:
        """What a cue of the lexicon says."""
        if found is None:
            return
        if found.row.polarity == "negated":
            reading.negate(found.span)
        if found.row.status and found.row.status != "happened":
            reading.doubt(found.row.status, found.span, tried=tried and found.row.status == "hypothetical")


def has_condition(parse: Parse, verb: Token) -> bool:
    """Whether a clause with "if" or "unless" hangs on a verb."""
    clauses = parse.children_of(verb, "advcl")
    return any(one.lemma in CONDITIONS for clause in clauses for one in parse.children_of(clause, "mark"))


def has_infinitive(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands after "to"."""
    return any(one.tag == "TO" for one in parse.children_of(verb, "aux"))


def is_light(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is in the list of light verbs."""
    return verb.lemma in lexicon.light_verbs


def list_cues(reading: Reading) -> Iterator[Span]:
    """The words that decided, in the order of the text, each once."""
    yield from sorted(set(reading.cues))
