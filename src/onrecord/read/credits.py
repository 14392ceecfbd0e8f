"""Lines that say who wrote a report or took its picture."""

import re

from onrecord.read.markers import (
    AGENCIES,
    CREDIT_VERBS,
    JOINING_WORDS,
    NAME_PARTICLES,
    NOT_NAMES,
    ROLE_HEADS,
    ROLE_WORDS,
)

LONGEST_BYLINE = 25
LONGEST_CREDIT = 60
LONGEST_CAPTION = 60

_VERBS = "|".join(CREDIT_VERBS)
_CREDIT_START = re.compile(rf"[(\[]?\s*(?:(?:additional|further)\s+)?(?:{_VERBS})\s+by:?\s+(?=\S)", re.IGNORECASE)
_CREDIT_TAIL = re.compile(
    rf"[(\[]\s*(?:(?:additional|further)\s+)?(?:{_VERBS})\s+by\s[^()\[\]]{{3,400}}[)\]]\.?$", re.IGNORECASE
)
_CREDIT_WORDS = frozenset(
    {*CREDIT_VERBS, "additional", "further", "translation", "graphics", "photography", "research"}
)
_CAPTION_START = re.compile(
    r"(?:file\s+)?(?:photo|photos|photograph|photographs|picture|pictures|image|images|credit|caption)"
    r"(?:\s+(?:credit|credits|courtesy|source|caption|copyright))?\s*[:©|]"
    r"|(?:image|media|photo|picture)\s+(?:caption|copyright|source|courtesy|credit)\s+\S"
    r"|file\s+photo\b|photo\s+by\s+(?-i:[A-Z])|\(?file\)?\s*[-–—:]+\s*(?:in this|this|an? |the )",
    re.IGNORECASE,
)
_PICTURE_SOURCE = r"(?:ap|afp|reuters|epa|getty|[a-z .]+ images|file|file photo|file image|supplied|handout|courtesy)"
_CAPTION_END = re.compile(
    r"[(\[](?:"
    r"(?:file|photo|image|photograph|picture|credit)s?(?:\s+credit)?\s*(?:[:/]|\bby\b|\bcourtesy\b)[^()\[\]]{2,80}"
    r"|(?:ap|afp|reuters|epa)\s+(?:file\s+)?photo\b[^()\[\]]{0,60}"
    rf"|[^()\[\]/]{{2,40}}/\s*{_PICTURE_SOURCE}(?:/[^()\[\]]{{2,40}})?"
    r"|getty(?:\s+images)?|file(?:\s+photo)?"
    r")[)\]]\.?$",
    re.IGNORECASE,
)
_AGENCY_END = re.compile(r"[(\[]([A-Za-z][^()\[\]]{1,30})[)\]]\.?$")
_CLOCK_WORD = re.compile(r"[0-9@:.,/|–—-]+(?:am|pm|st|nd|rd|th)?[.,]?|[ap]\.?m\.?", re.IGNORECASE)


def is_byline(line: str) -> bool:
    """Whether the whole line names writers: "By Jane Doe and John Roe, Correspondents", "(Reporting by Jane Doe)".

    Not: "By Tuesday the army had left", "By contrast, Mr Doe is popular."
    """
    if _CREDIT_START.match(line):
        return len(line.split()) <= LONGEST_CREDIT and _has_only_names(_CREDIT_START.sub("", line, count=1))
    words = line.split()
    if not 2 <= len(words) <= LONGEST_BYLINE or words[0].rstrip(":").lower() != "by":
        return False
    first = words[1].strip(".,").lower()
    if first in NOT_NAMES or (line.endswith((".", "!", "?")) and not line.endswith(("Jr.", "Sr."))):
        return False
    return _has_only_names(line.split(maxsplit=1)[1]) and (len(words) > 2 or _is_outlet(line[3:]))


def is_signature(line: str) -> bool:
    """Whether the line between headline and body is a name with a place or a role.

    "Jane Doe in Beirut", "Jane Doe, Political Correspondent", "Jane Doe, Reuters". Not a bare "Jane Doe".
    """
    words = line.split()
    if not 3 <= len(words) <= 10 or line.endswith((".", "!", "?", ":")):
        return False
    if match := re.fullmatch(r"(\S+ \S+(?: \S+)?),? in (\S+(?: \S+)?)", line):
        return _is_person(match[1]) and all(word[0].isupper() for word in match[2].split())
    name, mark, rest = line.partition(",") if "," in line else line.partition(" | ")
    if not mark or not _is_person(name.strip()):
        return False
    role = [word.strip(".,").lower() for word in rest.split()]
    return _is_outlet(rest) or bool((role and role[-1] in ROLE_HEADS) or (role and role[0] in ROLE_HEADS))


def find_credit_tail(paragraph: str) -> int | None:
    """Where "(Reporting by Jane Doe; Editing by John Roe)" begins at the end of a paragraph, after other words."""
    tail = paragraph[-500:].rstrip()
    match = _CREDIT_TAIL.search(tail)
    if not match or not is_byline(" ".join(match[0].split())):
        return None
    start = max(0, len(paragraph) - 500) + match.start()
    return start if paragraph[:start].strip() else None


def is_caption(line: str) -> bool:
    """Whether the line belongs to a picture: "Photo: Jane Doe", "Rebels near Alpha (AP Photo/Jane Doe)".

    Not: "Photographs of the attack were shown on Monday."
    """
    if len(line.split()) > LONGEST_CAPTION:
        return False
    return bool(_CAPTION_START.match(line) or _CAPTION_END.search(line[-120:]))


def ends_with_agency(line: str) -> bool:
    """Whether the line ends in "(AFP)" or the like, as captions do, but also the last paragraph of a report."""
    match = _AGENCY_END.search(line[-40:])
    return bool(match and _is_outlet(match[1]) and len(line.split()) <= 45)


def _has_only_names(words: str) -> bool:
    """Whether nothing but names, roles, places, outlets, dates and joining words is there."""
    for word in re.split(r"[\s;/]+", words):
        bare = word.strip("()[].,:'’\"“”")
        if not bare or _CLOCK_WORD.fullmatch(bare) or not bare[0].isalpha():
            continue
        if bare[0].isupper() and bare.lower() not in NOT_NAMES - {"may", "march", "april", "june", "august"}:
            continue
        if bare.lower() not in JOINING_WORDS | NAME_PARTICLES | ROLE_WORDS | _CREDIT_WORDS and bare[:3] not in (
            "al-",
            "el-",
        ):
            return False
    return True


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        (word[0].isupper() and not word.isupper()) or word.lower() in NAME_PARTICLES for word in words
    )


def _is_outlet(words: str) -> bool:
    bare = words.strip(" .,|()").lower()
    return any(part.strip() in AGENCIES for part in (bare, *bare.split("/"))) or (
        bool(bare) and all(word in ROLE_WORDS for word in bare.split()) and bool(set(bare.split()) & ROLE_HEADS)
    )
