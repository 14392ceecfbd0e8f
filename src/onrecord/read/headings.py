"""Headlines, standfirsts and sub-headings: told by the given title, or by their form and place."""

import re

from onrecord.read.paragraphs import CLOSING_MARKS, Paragraph

LONGEST_HEADLINE = 20
LONGEST_KICKER = 3
LONGEST_STANDFIRST = 45
LONGEST_SUBHEADING = 10

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "«": '"', "»": '"'})
_BULLET = re.compile(r"[-–—•*·▪►>]\s|[0-9]{1,2}[.)]\s")
_INNER_END = re.compile(r"[.!?][\"'”’)]{0,2}\s+[\"'“‘(]{0,2}[A-Z0-9]")
_SEPARATOR = re.compile(r"\s*[-–—|:]+\s")
_SITE = re.compile(r"\s+[-–—|:]+\s+|\s*\|\s*")


def find_title_end(text: str, start: int, title: str) -> int | None:
    """Where the title ends when the text has it at `start`, whatever its spaces, quotation marks and case."""
    position, length = start, len(text)
    for wanted in title.translate(_ALIKE):
        if wanted.isspace():
            continue
        while position < length and text[position].isspace():
            position += 1
        if position == length or text[position].translate(_ALIKE).lower() != wanted.lower():
            return None
        position += 1
    return position if start < position else None


def ends_there(text: str, end: int, title: str) -> bool:
    """Whether the title stops at `end`, and is not the beginning of a sentence.

    "Rebels take Alpha" before " Airport was shut" goes on; before a new line, " – " or a long title's
    next capital it stops.
    """
    rest = text[end : end + 80]
    line = rest.splitlines()[0] if rest else ""
    if not line.strip():
        return True
    marked = title.rstrip(CLOSING_MARKS + " ").endswith((".", "?", "!"))
    separator = _SEPARATOR.match(rest)
    if not separator and not rest[0].isspace():
        return False
    if not separator and not marked and len(title.split()) < 5:
        return False
    after = rest[separator.end() if separator else 0 :].lstrip(" \t\"'“‘«(")
    return after[:1].isupper() or after[:1].isdigit()


def is_title_line(line: str, title: str) -> bool:
    """Whether the line is the title, or the title without the name of its site: "Rebels flee - Example News"."""
    found = " ".join(line.translate(_ALIKE).lower().split())
    wanted = " ".join(title.translate(_ALIKE).lower().split())
    if found == wanted:
        return True
    return wanted.startswith(found) and len(found.split()) >= 3 and bool(_SITE.match(wanted[len(found) :]))


def has_headline_form(paragraph: Paragraph) -> bool:
    """Whether it is short, begins like a title and does not end like a sentence.

    "Rebels seize Alpha", "Will the talks fail?" Not: "Rebels seized Alpha.", "He said:", "- a list item".
    """
    line = paragraph.line
    if paragraph.word_count > LONGEST_HEADLINE or _BULLET.match(line):
        return False
    bare = line.rstrip(CLOSING_MARKS)
    if not bare or (bare.endswith((".", ",", ";", ":", "…", "-", "–", "—")) and not _ends_in_initials(bare)):
        return False
    return _begins_like_title(line) and not _INNER_END.search(line.replace("U.S. ", ""))


def is_kicker(paragraph: Paragraph) -> bool:
    """Whether it may be a label above the headline: "World", "Alpha crisis"."""
    return paragraph.word_count <= LONGEST_KICKER and paragraph.line[-1:].isalnum()


def is_standfirst(paragraph: Paragraph, following: str | None, *, text_follows: bool) -> bool:
    """Whether the paragraph below the headline sums up the report.

    It is one sentence of at most 45 words; without a full stop, or with one and a byline or dateline below.
    `following` is the kind of the next paragraph that is no furniture; `text_follows`: sentences come after it.
    """
    line = paragraph.line
    if not 5 <= paragraph.word_count <= LONGEST_STANDFIRST or not text_follows or not _begins_like_title(line):
        return False
    if line.endswith((":", ",", ";")) or _BULLET.match(line) or _INNER_END.search(line):
        return False
    if not line.rstrip(CLOSING_MARKS).endswith((".", "!", "?", "…")):
        return line[-1:].isalnum()
    return line.endswith(".") and following in ("byline", "dateline")


def is_subheading(before: Paragraph, paragraph: Paragraph, after: Paragraph) -> bool:
    """Whether it is a short line without an end between two finished paragraphs, not an item of a list."""
    line = paragraph.line
    if paragraph.word_count > LONGEST_SUBHEADING or not line[-1:].isalnum() or _BULLET.match(line):
        return False
    if not _begins_like_title(line) or not before.is_finished or before.line.endswith((":", "…")):
        return False
    return after.is_sentence and after.word_count >= 6


def _begins_like_title(line: str) -> bool:
    first = line.lstrip("\"'“‘«([¿¡ ")[:1]
    return first.isupper() or first.isdigit() or (bool(first) and not first.isalpha() and first not in "-–—•*")


def _ends_in_initials(line: str) -> bool:
    """ "Rebels meet envoy from U.S." ends in a full stop that ends no sentence."""
    return bool(re.search(r"\b(?:[A-Z]\.){2,}$", line))
