"""Whether what a trigger says happened, as the words around it have it.

    did not attack · no attack            negated
    refused to attack · failed to attack  negated
    will attack · plans to attack         planned
    ordered them to attack                requested
    threatened to attack                  threatened
    may attack · if they attack · alleged hypothetical
    is attacking · keeps attacking        ongoing

Reads upwards from the trigger and ends where a statement begins: what is above belongs to another holder.
Source of the categories: PLOVER's auxiliary modes; the scope rules follow ConText (Chapman, Chu and Dowling 2007).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import ViewCue
from onrecord.model.parse import Parse, Token
from onrecord.model.spans import Span
from onrecord.model.views import Polarity, Status

COMPLEMENTS = {"xcomp", "ccomp", "pcomp", "pobj", "dobj", "prep", "acl", "attr", "nsubjpass", "oprd", "dative", "agent",
               "acomp", "advcl"}  # fmt: skip
CARRIERS = {"be", "occur", "happen", "begin", "start", "resume", "continue", "follow", "come", "go", "take", "end",
            "remain", "proceed", "erupt", "break"}  # fmt: skip
MODALS = {"may": "hypothetical", "might": "hypothetical", "could": "hypothetical", "would": "hypothetical",
          "can": "hypothetical", "will": "planned", "shall": "planned", "should": "requested", "must": "requested",
          "ought": "requested"}  # fmt: skip
SIDES = ("nsubj", "nsubjpass", "dobj")
NOBODY = {"nobody", "none", "nothing"}
CONDITIONS = {"if", "unless", "whether", "lest"}
STRENGTH = ("happened", "ongoing", "planned", "requested", "threatened", "hypothetical", "historical")


@dataclass
class Reading:
    """What the words say so far, and which words said it. `weight` keeps the strongest doubt."""

    negations: int = 0
    status: Status = "happened"
    is_shifted: bool = False
    """Whether it is reported of the past, where "would" is what "will" was."""
    cues: list[Span] = field(default_factory=list)

    @property
    def polarity(self) -> Polarity:
        """Two negations cancel each other."""
        return "negated" if self.negations % 2 else "affirmed"

    def doubt(self, status: str, cue: Span) -> None:
        """Take over a status that is further from the fact than the one so far."""
        if STRENGTH.index(status) > STRENGTH.index(self.status):
            self.status = status  # type: ignore[assignment]
        self.cues.append(cue)

    def negate(self, cue: Span) -> None:
        """One more negation; one that was read already is not another."""
        if cue not in self.cues:
            self.negations += 1
            self.cues.append(cue)


@dataclass(frozen=True, eq=False)
class StatusReader:
    """Reads polarity and status off a parse, by the view cues of the lexicon."""

    lexicon: Lexicon

    @cached_property
    def cues(self) -> dict[tuple[str, str], ViewCue]:
        """View cues by (kind, words)."""
        return {(one.kind, one.cue): one for one in self.lexicon.codebook.view_cues}

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
        if below.label == "conj":
            shares = not parse.children_of(below, "nsubj", "nsubjpass", "aux", "auxpass")
            if shares:
                self.read_own(parse, above, reading)
            return True
        if below.label in ("nsubj", "nsubjpass") and above.tag.startswith(("V", "MD")):
            if self.carries(parse, above) or below.label == "nsubjpass":
                self.read_governor(parse, above, reading)
                self.read_own(parse, above, reading)
            return False
        if below.label not in COMPLEMENTS:
            return below.label in ("relcl", "compound", "amod", "poss") and False
        if below.label == "advcl" or above.tag in ("IN", "TO"):
            return below.label != "advcl"
        governed = self.read_governor(parse, above, reading)
        if governed or below.label in ("xcomp", "ccomp", "dobj", "attr", "prep", "acomp"):
            if (
                governed
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
                is_future = word == "would" and reading.is_shifted
                reading.doubt("planned" if is_future else MODALS[word], child.span)
            elif child.label == "mark" and word in CONDITIONS:
                reading.doubt("hypothetical", child.span)
            elif child.label in ("advmod", "amod", "compound", "nmod", "det") and child.index != token.index:
                self.apply(
                    self.cues.get(("modifier", child.words.casefold())) or self.cues.get(("modifier", word)),
                    child,
                    reading,
                )
            elif child.label in SIDES:
                self.read_side(parse, child, reading)
        self.read_preposition(parse, token, reading)
        if token.tag == "VBG" and any(
            one.label == "aux" and one.words.casefold() in ("is", "are", "'s", "’s", "'re", "’re") for one in children
        ):
            reading.doubt("ongoing", token.span)

    def read_side(self, parse: Parse, side: Token, reading: Reading) -> None:
        """ "No shot was fired", "nobody attacked"."""
        if side.lemma in NOBODY:
            reading.negate(side.span)
        for child in parse.children_of(side, "det", "preconj", "cc"):
            if child.lemma in ("no", "neither") and child.index < side.index:
                reading.negate(child.span)

    def read_preposition(self, parse: Parse, token: Token, reading: Reading) -> None:
        """ "without attacking", "in case of an attack"."""
        head = parse.head_of(token)
        if token.label in ("pobj", "pcomp") and head.lemma == "without":
            reading.negate(head.span)

    def read_governor(self, parse: Parse, word: Token, reading: Reading) -> bool:
        """A verb, noun or adjective whose complement the event is: "refused to", "a plan to", "likely to"."""
        particles = parse.children_of(word, "prt", "prep", "advmod")
        for words in (*(f"{word.lemma} {one.lemma}" for one in particles), word.lemma):
            cue = self.cues.get(("governor", words))
            if cue:
                self.apply(cue, word, reading)
                return True
        return False

    def apply(self, cue: ViewCue | None, token: Token, reading: Reading) -> None:
        """What a cue of the lexicon says."""
        if cue is None:
            return
        if cue.polarity == "negated":
            reading.negate(token.span)
        if cue.status and cue.status != "happened":
            reading.doubt(cue.status, token.span)


def is_light(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is in the list of light verbs."""
    return verb.lemma in lexicon.light_verbs


def list_cues(reading: Reading) -> Iterator[Span]:
    """The words that decided, in the order of the text, each once."""
    yield from sorted(set(reading.cues))
