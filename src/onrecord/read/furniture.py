"""Paragraphs that belong to the page and not to the report. An ordinary sentence is never one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebook.schema import FurniturePattern
from onrecord.read.dates import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.read.markers import RELATED_HEADINGS, RELATED_LABELS, SHARING_HEADS, SHARING_WORDS

LONGEST_PATTERN_MATCH = 60
LONGEST_TITLE = 18

_DAY_WORDS = re.compile(
    rf"(?:(?:first|last|published|updated|posted|modified|created|date):?|{WEEKDAY_NAMES}"
    rf"|{MONTH_NAMES}|[0-9]{{1,4}}(?:st|nd|rd|th)?|[0-9:.]+(?:am|pm)?|[ap]\.?m\.?|[a-z]{{1,3}}t|gmt|utc|at|on|ago|hours?|minutes?"
    r"|mins?|days?|[-–—|/,.:·•]+)[,.]?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w+|#\w+", re.IGNORECASE)
_INNER_END = re.compile(r"[.!?][\"'”’)]*\s")
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\s+(?:©\s*)?(?:\(c\)\s*)?[0-9]{4})", re.IGNORECASE)


@dataclass(frozen=True)
class FurnitureIndex:
    """The patterns of a lexicon, ready to be looked up."""

    whole: frozenset[str]
    start: re.Pattern[str] | None
    inside: re.Pattern[str] | None


@lru_cache(maxsize=8)
def make_index(patterns: tuple[FurniturePattern, ...]) -> FurnitureIndex:
    """The patterns by how they match. "start" and "contains" match whole words."""
    by_match: dict[str, list[str]] = {"whole": [], "start": [], "contains": []}
    for pattern in patterns:
        by_match[pattern.match].append(fold(pattern.pattern))
    return FurnitureIndex(
        frozenset(by_match["whole"]), _join_patterns(by_match["start"]), _join_patterns(by_match["contains"])
    )


def fold(words: str) -> str:
    """Case-folded, with single spaces, straight apostrophes and no punctuation at the ends."""
    line = " ".join(words.split()).casefold().replace("’", "'")
    first = next((index for index, character in enumerate(line) if character.isalnum()), len(line))
    last = next((index for index in range(len(line), first, -1) if line[index - 1].isalnum()), first)
    return line[first:last]


def is_listed(line: str, index: FurnitureIndex) -> bool:
    """Whether a pattern of the lexicon matches the paragraph. Paragraphs of more than 60 words are none."""
    if line.count(" ") + 1 > LONGEST_PATTERN_MATCH:
        return False
    words = fold(line)
    if words in index.whole:
        return bool(words)
    return bool((index.start and index.start.match(words)) or (index.inside and index.inside.search(words)))


def is_page_part(line: str) -> bool:
    """Whether the paragraph is no language at all, or a part that any page has.

    "* * *", "https://…", "Facebook Twitter Email", "20 August 2014, 10:00 GMT", "© 2014 Example News",
    "Read more: Rebels flee".
    Not: "Read more than one page", "Twitter said on Monday that it would appeal."
    """
    words = line.split()
    if len(words) > LONGEST_PATTERN_MATCH:
        return False
    if not any(character.isalpha() for character in line):
        return not line.strip("$€£%").endswith(("!", "?")) and len(words) <= 12
    if all(_ADDRESS.fullmatch(word) for word in words):
        return True
    if _RIGHTS.match(line) and len(words) <= 40:
        return True
    return is_sharing(words) or _is_day_line(words) or _is_related_line(line)


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


def _is_related_line(line: str) -> bool:
    label, mark, rest = line.partition(":")
    if not mark:
        label, mark, rest = line.partition("|")
    if not mark or fold(label) not in RELATED_LABELS:
        return False
    return len(rest.split()) <= LONGEST_TITLE and not rest.rstrip("\"'”’ ").endswith(".")


def _join_patterns(patterns: list[str]) -> re.Pattern[str] | None:
    listed = sorted({pattern for pattern in patterns if pattern}, key=lambda pattern: (-len(pattern), pattern))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)") if listed else None
