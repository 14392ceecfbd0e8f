"""Names looked up in running text: the longest one wins.

Names are compared word by word, without regard to case, but what is a capital in the lexicon must be one in the text
("US", never "us"; "May", never "may"), while a text in capitals throughout may name anybody but an acronym.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model.spans import Span

WORD = re.compile(r"\w+")
PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})
SUFFIXES = ("Jr", "Sr", "II", "III", "IV")
ARTICLES = ("al-", "el-", "Al-", "El-")
SHORTEST_FIRST_NAME = 3
SHORT = 3
"""A capitalised name up to this length is an acronym, or near enough, and is matched to the letter."""


class Sense(NamedTuple):
    """What a name can stand for: a kind such as "country" or "person", and the key of the entry."""

    kind: str
    key: str


class Match(NamedTuple):
    """A name in a text with all that it can stand for."""

    span: Span
    senses: tuple[Sense, ...]


class NameIndex:
    """Names and their senses, by their words."""

    def __init__(self, entries: Iterable[tuple[str, Sense]]) -> None:
        found: dict[str, dict[Sense, None]] = {}
        for name, sense in entries:
            found.setdefault(name, {})[sense] = None
        self.by_words: dict[tuple[str, ...], list[tuple[str, tuple[Sense, ...]]]] = {}
        self.longest: dict[str, int] = {}
        for name, senses in sorted(found.items(), key=lambda item: -len(item[0])):
            words = tuple(WORD.findall(fold(name)))
            if words:
                self.by_words.setdefault(words, []).append((name, tuple(senses)))
                self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))

    def find(self, text: str) -> Iterator[Match]:
        """Names in a text, from left to right, none overlapping; at each place the longest."""
        found = [(fold(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]
        position = 0
        for number, (word, _, _) in enumerate(found):
            if number < position or word not in self.longest:
                continue
            match, length = self.match_at(text, found, number)
            if match:
                yield match
            position = number + max(length, 1)

    def match_at(self, text: str, found: list[tuple[str, int, int]], position: int) -> tuple[Match | None, int]:
        """The longest name that starts at a word, and its length in words."""
        most = self.longest.get(found[position][0], 0)
        for length in range(min(most, len(found) - position), 0, -1):
            words = tuple(word for word, _, _ in found[position : position + length])
            start, end = found[position][1], found[position + length - 1][2]
            for name, senses in self.by_words.get(words, ()):
                stop = end + (name.endswith(".") and text[end : end + 1] == ".")
                if is_same_name(text[start:stop], name):
                    return Match(Span(start, stop), senses), length
        return None, 0

    def look_up(self, name: str) -> tuple[Sense, ...]:
        """The senses of a name that stands alone."""
        words = tuple(WORD.findall(fold(name)))
        pairs = self.by_words.get(words, ())
        return next((senses for known, senses in pairs if is_same_name(name, known)), ())


def fold(words: str) -> str:
    """Words without case and accents."""
    return strip_accents(words).casefold()


def strip_accents(words: str) -> str:
    """Words without accents: "Bogotá" is "Bogota"."""
    if words.isascii():
        return words
    return "".join(one for one in unicodedata.normalize("NFKD", words) if not unicodedata.combining(one))


def is_same_name(words: str, name: str) -> bool:
    """Whether words of a text are the name, as far as its capitals and its punctuation tell."""
    plain = " ".join(strip_accents(words.translate(PLAIN)).split())
    known = strip_accents(name.translate(PLAIN))
    if plain == known:
        return True
    if len(known) <= SHORT or plain.casefold() != known.casefold():
        return False
    if plain.isupper() and len(plain) > SHORT:
        return not known.isupper()
    return all(mine.isupper() or not theirs.isupper() for mine, theirs in zip(plain, known, strict=False))


def list_surnames(words: str) -> Iterator[str]:
    """What a person of that full name may be called by surname: every end of the name, and "Assad" for "al-Assad"."""
    parts = [part for part in words.split() if part.rstrip(".") not in SUFFIXES]
    for number in range(1, len(parts)):
        yield " ".join(parts[number:])
    if parts and parts[-1].startswith(ARTICLES):
        yield parts[-1].partition("-")[2]


def list_first_names(words: str) -> Iterator[str]:
    """The first word of a full name, which some peoples use as others use the surname."""
    first = words.split()[0]
    if len(first) >= SHORTEST_FIRST_NAME:
        yield first
