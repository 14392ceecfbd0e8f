"""Words that report: which reporting cue of the lexicon a token is, with its particle or preposition."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import ReportingCue
from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.spans import Span

GAP = "…"
DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed",
    "Thu", "Thurs", "Fri", "Sat", "Sun", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
    "Oct", "Nov", "Dec",
}  # fmt: skip


@dataclass(frozen=True)
class FoundCue:
    """A cue in the text: the lexicon's row, the token that carries it, and all its words."""

    row: ReportingCue
    token: Token
    words: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """The words of the cue; of one whose words are apart, those of the verb."""
        first, last = self.words[0], self.words[-1]
        return span_of(self.words) if last.index - first.index < len(self.words) else self.token.span


@dataclass(frozen=True, eq=False)
class CueIndex:
    """The reporting cues of a lexicon, by part of speech and first word."""

    lexicon: Lexicon

    @cached_property
    def by_word(self) -> dict[tuple[str, str], list[tuple[tuple[str, ...], ReportingCue]]]:
        """(pos, first word) -> cues with that first word, the longest first."""
        found: dict[tuple[str, str], list[tuple[tuple[str, ...], ReportingCue]]] = {}
        for row in self.lexicon.codebook.reporting_cues:
            words = tuple(row.cue.split())
            found.setdefault((row.pos, words[0]), []).append((words, row))
        return {key: sorted(rows, key=lambda pair: (-len(pair[0]), pair[0])) for key, rows in found.items()}

    def find_verb(self, parse: Parse, token: Token) -> FoundCue | None:
        """The verbal cue that a verb carries, the longest; none where a particle makes another verb: "call off"."""
        particles = parse.children_of(token, "prt")
        for words, row in self.by_word.get(("verb", token.lemma), ()):
            if any(one.lemma not in words for one in particles):
                continue
            kept = find_companions(parse, token, words[1:])
            if kept is not None:
                return FoundCue(row, token, tuple(sorted([token, *kept], key=lambda one: one.index)))
        return None

    def find_silence(self, token: Token) -> FoundCue | None:
        """The cue that a verb of not saying is: "decline"; "comment" and "confirm", where they are denied."""
        for words, row in self.by_word.get(("silence", token.lemma), ()) if token.tag.startswith("V") else ():
            if len(words) == 1:
                return FoundCue(row, token, (token,))
        return None

    def has_adjective(self, token: Token) -> bool:
        """Whether some adjectival cue that is said of its subject begins with a word; not "alleged", "so-called"."""
        rows = self.by_word.get(("adjective", token.words.casefold()), ())
        return any(row.frames != ("noun",) for _, row in rows)

    def find_adjective(self, parse: Parse, token: Token) -> FoundCue | None:
        """The adjectival cue that a word is, the longest one; its preposition is left to the content."""
        for words, row in self.by_word.get(("adjective", token.words.casefold()), ()):
            prepositions = {one.lemma for one in parse.children_of(token, "prep")}
            if row.frames != ("noun",) and all(word in prepositions for word in words[1:]):
                return FoundCue(row, token, (token,))
        return None

    def find_noun(self, token: Token) -> FoundCue | None:
        """The nominal cue that a noun is by itself."""
        for words, row in self.by_word.get(("noun", token.lemma), ()):
            if len(words) == 1:
                return FoundCue(row, token, (token,))
        return None

    def find_noun_with(self, parse: Parse, token: Token) -> FoundCue | None:
        """The nominal cue that a noun is with its preposition: "fears of", "support for"."""
        rows = [(words, row) for words, row in self.by_word.get(("noun", token.lemma), ()) if len(words) == 2]
        for preposition in parse.children_of(token, "prep") if rows else []:
            for words, row in rows:
                if words[1] == preposition.lemma:
                    return FoundCue(row, token, (token, preposition))
        return None

    def find_phrase(self, parse: Parse, token: Token) -> FoundCue | None:
        """The fixed phrase that starts at a token: "according to", "in the view of"."""
        for words, row in self.by_word.get(("phrase", token.words.casefold()), ()):
            if GAP in words:
                found = find_gapped(parse, token, words)
                if found:
                    return FoundCue(row, found, (found,))
                continue
            following = parse.tokens[token.index : token.index + len(words)]
            if tuple(one.words.casefold() for one in following) == words and following[-1].sentence == token.sentence:
                return FoundCue(row, token, following)
        return None


def find_gapped(parse: Parse, token: Token, words: tuple[str, ...]) -> Token | None:
    """The noun of a phrase around its source: "view" of "in *the bank's* view", where the lexicon has "in … view"."""
    nouns = [one for one in parse.children_of(token, "pobj") if one.lemma == words[-1]]
    return next((one for one in nouns if parse.children_of(one, "poss")), None)


def find_companions(parse: Parse, verb: Token, words: tuple[str, ...]) -> list[Token] | None:
    """The tokens of a cue's further words, each hanging on the verb or another of them; None where one is missing.

    "deny involvement in" has its "in" on "involvement"; "approve of" has no "of" in "approved the first stage of it".
    """
    found: list[Token] = []
    left = list(words)
    while left:
        hanging = [child for holder in (verb, *found) for child in parse.children_of(holder)]
        taken = next(
            ((word, child) for word in left for child in hanging
             if word in (child.lemma, child.words.casefold()) and child.index > verb.index and child not in found
             and not is_dated(parse, child)),
            None,
        )  # fmt: skip
        if taken is None:
            return None
        left.remove(taken[0])
        found.append(taken[1])
    return found


def is_dated(parse: Parse, preposition: Token) -> bool:
    """Whether a preposition governs a day: "called on Monday" is not "called on the minister"."""
    return any(one.words.rstrip(".") in DAYS for one in parse.children_of(preposition, "pobj"))
