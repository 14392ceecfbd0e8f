"""Our own frozen view of a parse: sentences and tokens with heads and labels. No parsing library is known here."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.model.documents import ZoneKind
from onrecord.model.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `index` and `head` count tokens of the document; a root is its own head.

    `words` is what the report says, also where the parser saw a stand-in. `tag` is a Penn Treebank tag, `label` a
    dependency label of the ClearNLP scheme.
    """

    index: int
    start: int
    end: int
    words: str
    lemma: str
    tag: str
    label: str
    head: int
    sentence: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: tokens `first` to `last`, half-open; `zone` counts the document's zones."""

    index: int
    span: Span
    first: int
    last: int
    zone: int
    zone_kind: ZoneKind


@dataclass(frozen=True)
class Parse:
    """All sentences and tokens of a document, in the order of the text; furniture is left out."""

    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of those whose head it is, in the order of the text."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token.index)
        return tuple(map(tuple, found))

    @cached_property
    def below(self) -> tuple[tuple[Token, ...], ...]:
        """For each token those whose head it is, in the order of the text."""
        return tuple(tuple(self.tokens[index] for index in indices) for indices in self.children)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token starts."""
        return tuple(token.start for token in self.tokens)

    def children_of(self, token: Token, *labels: str) -> list[Token]:
        """The token's dependents, of the given labels if any are given."""
        below = self.below[token.index]
        return [child for child in below if child.label in labels] if labels else list(below)

    def head_of(self, token: Token) -> Token:
        """The token's head; a root's is itself."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads upwards, from the nearest; ends at the root, and at a cycle that no parser should make."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a character with the span."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        if first < len(self.tokens) and self.tokens[first].end <= span.start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return self.tokens[first:last]

    def find_token(self, position: int) -> Token:
        """The last token that starts at a position or before it; the first one where none does."""
        return self.tokens[max(bisect_right(self.starts, position) - 1, 0)]

    def subtree(self, token: Token) -> list[Token]:
        """The token and everything below it, in the order of the text."""
        found, waiting = [], [token.index]
        seen: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index in seen:
                continue
            seen.add(index)
            found.append(index)
            waiting.extend(self.children[index])
        return [self.tokens[index] for index in sorted(found)]

    def root_in(self, span: Span) -> Token | None:
        """The token of a span whose head lies outside it (the last such, as English noun phrases end in heads)."""
        inside = self.tokens_in(span)
        if not inside:
            return None
        first, last = inside[0].index, inside[-1].index
        outward = [t for t in inside if not first <= t.head <= last or t.head == t.index]
        return outward[-1] if outward else inside[-1]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[token.sentence]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]


def span_of(tokens: list[Token] | tuple[Token, ...]) -> Span:
    """From the first to the last of some tokens, which need not be neighbours; at least one must be there."""
    return Span(min(token.start for token in tokens), max(token.end for token in tokens))
