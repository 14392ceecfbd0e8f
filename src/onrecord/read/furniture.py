"""Paragraphs that belong to the page and not to the report. An ordinary sentence is never one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebook.schema import FurniturePattern
from onrecord.read.dates import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.read.markers import RELATED_HEADINGS, RELATED_LABELS, SHARING_HEADS, SHARING_WORDS

LONGEST_START_MATCH = 60
LONGEST_INSIDE_MATCH = 40
LONGEST_NOTE = 120
LONGEST_TITLE = 18
SHORTEST_MENU, LONGEST_MENU_ITEM = 3, 3

_DAY_WORDS = re.compile(
    rf"(?:(?:first|last|published|updated|posted|modified|created|date):?|{WEEKDAY_NAMES}"
    rf"|{MONTH_NAMES}|[0-9]{{1,4}}(?:st|nd|rd|th)?|[0-9:.]+(?:am|pm)?|[ap]\.?m\.?|[a-z]{{1,3}}t|gmt|utc|at|on|ago|hours?|minutes?"
    r"|mins?|days?|[-–—|/,.:·•]+)[,.]?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w+|#\w+", re.IGNORECASE)
_INNER_END = re.compile(r"[.!?][\"'”’)]*\s")
_BAR = re.compile(r"\s[|•·»>›]\s")
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\s+(?:©\s*)?(?:\(c\)\s*)?[0-9]{4})", re.IGNORECASE)


@dataclass(frozen=True)
class FurnitureIndex:
    """The patterns of a lexicon, ready to be looked up."""

    whole: frozenset[str]
    start: tuple[str, ...]
    inside: tuple[str, ...]


@lru_cache(maxsize=8)
def make_index(patterns: tuple[FurniturePattern, ...]) -> FurnitureIndex:
    """The patterns by how they match: a whole paragraph, its start, or words inside it; never a part of a word."""
    by_match: dict[str, set[str]] = {"whole": set(), "start": set(), "contains": set()}
    for pattern in patterns:
        by_match[pattern.match].add(_flatten(pattern.pattern))
    whole = frozenset(fold(pattern) for pattern in by_match["whole"])
    start, inside = (tuple(sorted(by_match[match] - {""})) for match in ("start", "contains"))
    return FurnitureIndex(whole, start, inside)


def fold(words: str) -> str:
    """Case-folded, with single spaces, straight apostrophes and no punctuation at the ends."""
    line = _flatten(words)
    first = next((index for index, character in enumerate(line) if character.isalnum()), len(line))
    last = next((index for index in range(len(line), first, -1) if line[index - 1].isalnum()), first)
    return line[first:last]


def _flatten(words: str) -> str:
    return " ".join(words.split()).casefold().replace("’", "'")


def is_listed(line: str, index: FurnitureIndex) -> bool:
    """Whether a pattern of the lexicon matches the paragraph.

    A pattern at its start counts in up to 60 words, one inside it in up to 40, two different ones in up to 120.
    """
    count = line.count(" ") + 1
    if count > LONGEST_NOTE:
        return False
    folded, flat = fold(line), _flatten(line)
    if folded in index.whole:
        return bool(folded)
    if count <= LONGEST_START_MATCH and any(_starts_with_any(words, index.start) for words in (flat, folded)):
        return True
    inside = [pattern for pattern in index.inside if pattern in flat and _has_words(flat, pattern)]
    return len(inside) >= (1 if count <= LONGEST_INSIDE_MATCH else 2)


def _starts_with_any(words: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns begins the words, and does not end inside a word."""
    if not words.startswith(patterns):
        return False
    return any(words.startswith(pattern) and not _cuts_word(words, len(pattern)) for pattern in patterns)


def _has_words(words: str, pattern: str) -> bool:
    """Whether the pattern is in the words, and does not begin or end inside a word, where it is first found."""
    start = words.index(pattern)
    return not _cuts_word(words, start) and not _cuts_word(words, start + len(pattern))


def _cuts_word(words: str, position: int) -> bool:
    """Whether letters stand on both sides of the position."""
    return 0 < position < len(words) and words[position - 1].isalnum() and words[position].isalnum()


def is_page_part(line: str) -> bool:
    """Whether the paragraph is no language at all, or a part that any page has.

    "* * *", "https://…", "Facebook Twitter Email", "20 August 2014, 10:00 GMT", "© 2014 Example News",
    "Read more: Rebels flee", "Home | World | Sport".
    Not: "Read more than one page", "Twitter said on Monday that it would appeal."
    """
    words = line.split()
    if len(words) > LONGEST_START_MATCH:
        return False
    if not any(character.isalpha() for character in line):
        return not line.strip("$€£%").endswith(("!", "?")) and len(words) <= 12
    if all(_ADDRESS.fullmatch(word) for word in words):
        return True
    if _RIGHTS.match(line) and len(words) <= 40:
        return True
    return is_sharing(words) or _is_day_line(words) or _is_related_line(line) or _is_menu(line)


def is_sharing(words: list[str]) -> bool:
    """Whether the words are the buttons for sharing a page, with their counts."""
    bare = [word.strip("()[]|•·,:").lower() for word in words]
    named = [word for word in bare if word and not re.fullmatch(r"[0-9.,]+[km]?", word)]
    return len(words) <= 14 and set(named) <= SHARING_WORDS and bool(set(named) & SHARING_HEADS)


def is_related_heading(line: str) -> bool:
    """Whether the line heads a list of other reports."""
    return len(line) < 40 and fold(line) in RELATED_HEADINGS


def is_other_title(line: str) -> bool:
    """Whether a line below such a heading is one of the list: short, and no sentence."""
    is_short = line.count(" ") < LONGEST_TITLE and not _INNER_END.search(line)
    return is_short and not line.rstrip("\"'”’)").endswith((".", ":", "…"))


def _is_day_line(words: list[str]) -> bool:
    """Whether there is nothing but a day and an hour, and at least one figure."""
    return len(words) <= 14 and any(word[0].isdigit() for word in words) and all(map(_DAY_WORDS.fullmatch, words))


def _is_menu(line: str) -> bool:
    """Whether short words between bars are all there is: "Home | World | Sport"."""
    items = [item.split() for item in _BAR.split(line)]
    return len(items) >= SHORTEST_MENU and all(0 < len(item) <= LONGEST_MENU_ITEM for item in items)


def _is_related_line(line: str) -> bool:
    label, mark, rest = line.partition(":")
    if not mark:
        label, mark, rest = line.partition("|")
    if not mark or fold(label) not in RELATED_LABELS:
        return False
    return len(rest.split()) <= LONGEST_TITLE and not rest.rstrip("\"'”’ ").endswith(".")
