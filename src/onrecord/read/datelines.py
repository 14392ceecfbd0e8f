"""Datelines: the place, day and agency before the first sentence of a report.

Only the prefix is meant: "BAGHDAD, Aug 20 (Reuters) -". What follows must begin a sentence, so that
"NATO – the alliance –" is none.
"""

import re

from onrecord.read.dates import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.read.markers import AGENCIES, LABELS

LONGEST = 160

_DASH = r"\s*(?:[-–—_]{1,3}|:)\s*"
_DAY = (
    rf"(?:{WEEKDAY_NAMES},?\s+)?(?:(?:{MONTH_NAMES})\.?\s+[0-9]{{1,2}}|[0-9]{{1,2}}\s+(?:{MONTH_NAMES})\.?)"
    r"(?:,?\s+[0-9]{4})?"
)
_HEAD = r"(?P<head>[^()\[\]\n–—:]{0,90}?)"
_WITH_AGENCY = re.compile(
    rf"{_HEAD}[,.]?\s*(?:\((?P<agency>[^()\n]{{2,45}})\)|\[(?P<boxed>[^\[\]\n]{{2,45}})\]|/(?P<slashed>[^/\n]{{2,30}})/\.?)"
    rf"(?P<dash>{_DASH}|\s*)"
)
_WITH_DAY = re.compile(
    rf"(?P<head>[^()\n–—:0-9]{{2,60}}?),\s*(?P<day>{_DAY})\s*(?:[-–—]{{1,3}}|:|\|)\s*", re.IGNORECASE
)
_DAY_ONLY = re.compile(rf"{_DAY}\s*(?:[–—]|--|\s-)\s+", re.IGNORECASE)
_PLACE_ONLY = re.compile(r"(?P<head>[^()\n–—:0-9]{3,60}?)\s*(?:—|–|--|\s-\s|\|)\s*")
_PLACE_COLON = re.compile(r"(?P<head>[^()\n–—:0-9a-z]{3,40}?):\s+")
_DAY_PART = re.compile(rf"{_DAY}|{WEEKDAY_NAMES}|[0-9]{{4}}", re.IGNORECASE)
_SMALL_WORDS = frozenset({"of", "the", "and", "de", "la", "al", "el", "near", "in", "on", "st.", "du", "del", "es"})


def find_dateline(paragraph: str) -> int | None:
    """Where the dateline at the start of the paragraph ends; None where there is none.

    "KABUL (AP) —", "NEW DELHI/ISLAMABAD, Aug 20 (Reuters) -", "Baghdad, Iraq (CNN) --", "NAIROBI, Kenya —",
    "(CNN)", "20 August 2014 –", "MOSCOW, August 20. /TASS/." Not: "Free Syrian Army (FSA) – a rebel group –".
    """
    head = paragraph[:LONGEST]
    for find in (_find_with_agency, _find_with_day, _find_place):
        end = find(head)
        if end is not None and starts_sentence(paragraph[end : end + 40]):
            return end
    return None


def find_agency_dateline(paragraph: str) -> int | None:
    """The same, for datelines that name their agency: those that no headline has."""
    head = paragraph[:LONGEST]
    end = _find_with_agency(head)
    return end if end is not None and starts_sentence(paragraph[end : end + 40]) else None


def find_place_colon(paragraph: str) -> int | None:
    """Where "ISLAMABAD:" ends. The caller must know that it is not the name of a speaker."""
    match = _PLACE_COLON.match(paragraph[:LONGEST])
    if not match or not _is_place_list(match["head"], capitals=True):
        return None
    return match.end() if starts_sentence(paragraph[match.end() : match.end() + 40]) else None


def starts_sentence(rest: str) -> bool:
    """Whether the words begin as a sentence does: with a capital, a figure or a quotation mark."""
    first = rest.lstrip(" \t\n\"'“‘«([")[:1]
    return first.isupper() or first.isdigit()


def _find_with_agency(head: str) -> int | None:
    match = _WITH_AGENCY.match(head)
    if not match:
        return None
    agency = match["agency"] or match["boxed"] or match["slashed"]
    place, dash = match["head"].strip(" ,."), match["dash"].strip()
    known = _is_agency(agency)
    if not place:
        return match.end() if known and (dash or _is_agency_alone(agency)) else None
    if _is_place_list(place, capitals=True) and (known or (dash and _looks_like_agency(agency))):
        return match.end()
    return match.end() if known and dash and _is_place_list(place, capitals=False) else None


def _find_with_day(head: str) -> int | None:
    if match := _DAY_ONLY.match(head):
        return match.end()
    match = _WITH_DAY.match(head)
    return match.end() if match and _is_place_list(match["head"], capitals=False) else None


def _find_place(head: str) -> int | None:
    match = _PLACE_ONLY.match(head)
    if not match:
        return None
    first = match["head"].split(",")[0]
    return match.end() if _is_capitals(first) and _is_place_list(match["head"], capitals=True) else None


def _is_place_list(words: str, *, capitals: bool) -> bool:
    """Whether this is a place, and perhaps its region and a day: "AL-QAIM, Iraq, Aug. 20, 2014"."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if not parts or len(parts) > 5:
        return False
    first, *others = parts
    others = [part for part in others if not _DAY_PART.fullmatch(part.rstrip("."))]
    if first.lower() in LABELS or first.split()[0].lower() in LABELS | {"the", "a", "an"}:
        return False
    if capitals and not _is_capitals(_DAY_PART.sub("", first)):
        return False
    return all(_is_name(_DAY_PART.sub("", part)) for part in (first, *others))


def _is_name(part: str) -> bool:
    """Up to five words, each with a capital but for "of" and the like."""
    words = [word for word in re.split(r"[\s/]+", part) if word]
    return 0 < len(words) <= 5 and all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)


def _is_capitals(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return len(letters) >= 3 and all(not character.islower() for character in letters)


def _is_agency(words: str) -> bool:
    """Known by its first or its only part: "Reuters", "AP / The Example Times"."""
    return any(part.strip().lower() in AGENCIES for part in (words, *re.split(r"[/|,–—-]", words)))


def _is_agency_alone(words: str) -> bool:
    """The agencies that put their name, and no dash, before the first sentence."""
    return words.strip().lower() in {"cnn", "cbs news", "afp", "reuters", "ap"}


def _looks_like_agency(words: str) -> bool:
    """A capitalised name of a few words, without any sign of being a remark."""
    return len(words.split()) <= 5 and all(word[0].isupper() or not word[0].isalpha() for word in words.split())
