"""Where the view cues of the lexicon stand: words, governors with their particles, and phrases by their last word.

A word of a cue is a lemma or the form in the text; adverbs may stand between the words of a phrase: "are *now* set to".
"""

from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.schema import ViewCue
from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.spans import Span

GOVERNING = ("governor", "history")


@dataclass(frozen=True)
class FoundViewCue:
    """A row of the lexicon, and where it stands."""

    row: ViewCue
    span: Span


@dataclass(frozen=True, eq=False)
class ViewCueIndex:
    """Finds view cues in a parse."""

    lexicon: Lexicon

    @cached_property
    def rows(self) -> dict[tuple[str, str], ViewCue]:
        """View cues by (kind, words)."""
        return {(one.kind, one.cue): one for one in self.lexicon.codebook.view_cues}

    @cached_property
    def phrases(self) -> dict[tuple[str, str], list[tuple[tuple[str, ...], ViewCue]]]:
        """The words of cues by (kind, last word), the longest first."""
        found: dict[tuple[str, str], list[tuple[tuple[str, ...], ViewCue]]] = {}
        for row in self.lexicon.codebook.view_cues:
            words = tuple(row.cue.split())
            found.setdefault((row.kind, words[-1]), []).append((words, row))
        for rows in found.values():
            rows.sort(key=lambda one: -len(one[0]))
        return found

    def find_word(self, kind: str, token: Token) -> FoundViewCue | None:
        """The cue that a word is, by its form, else by its lemma."""
        row = self.rows.get((kind, token.words.casefold())) or self.rows.get((kind, token.lemma))
        return FoundViewCue(row, token.span) if row else None

    def find_governor(self, word: Token, particles: list[Token]) -> FoundViewCue | None:
        """The governor that a word is, with some particles or with none."""
        words = " ".join(one.lemma for one in (word, *particles))
        row = next((row for kind in GOVERNING for row in [self.rows.get((kind, words))] if row), None)
        return FoundViewCue(row, span_of([word, *particles])) if row else None

    def find_phrase(self, kinds: tuple[str, ...], tokens: list[Token]) -> FoundViewCue | None:
        """The cue that some words are, all of them."""
        forms = " ".join(one.words.casefold() for one in tokens), " ".join(one.lemma for one in tokens)
        row = next((row for kind in kinds for words in forms for row in [self.rows.get((kind, words))] if row), None)
        return FoundViewCue(row, span_of(tokens)) if row else None

    def find_ending(self, kinds: tuple[str, ...], parse: Parse, last: Token) -> FoundViewCue | None:
        """The longest cue of some kinds whose last word is a token of a parse."""
        for kind in kinds:
            for key in dict.fromkeys((last.words.casefold(), last.lemma)):
                for words, row in self.phrases.get((kind, key), ()):
                    found = match_backwards(parse, words, last)
                    if found:
                        return FoundViewCue(row, span_of(found))
        return None


def match_backwards(parse: Parse, words: tuple[str, ...], last: Token) -> list[Token]:
    """The tokens of some words that end at a token, adverbs between them left out; none if they are not there."""
    found = [last]
    index = last.index - 1
    first = parse.sentence_of(last).first
    for word in reversed(words[:-1]):
        while index >= first and parse.tokens[index].tag == "RB" and not is_word(parse.tokens[index], word):
            index -= 1
        if index < first or not is_word(parse.tokens[index], word):
            return []
        found.append(parse.tokens[index])
        index -= 1
    return found


def is_word(token: Token, word: str) -> bool:
    """Whether a token is a word of a cue, by its form or by its lemma."""
    return word in (token.lemma, token.words.casefold())
