"""Publication dates that can be read one way only. The clock is never asked."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.errors import DateError

FIRST_YEAR, LAST_YEAR = 1600, 2199
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
WEEKDAY_NAMES = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
ACCEPTED = "2014-08-20, 2014-08-20T10:00:00Z, 20140820, 20 August 2014, Aug 20, 2014 or Wed, 20 Aug 2014 10:00:00 GMT"

_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2}){0,2}(?:[.,][0-9]{1,9})?"
_ZONE = r"(?:\s*(?:z|utc|gmt|[a-z]{2,4}t|(?:gmt|utc)?[+-][0-9]{2}:?(?:[0-9]{2})?))"
_TIME = rf"(?:(?:[\s,t]|\s+at\s+|\s[-–|]\s)\s*{_CLOCK}\s*(?:[ap]\.?m\.?)?{_ZONE}?(?:\s*\([a-z ]+\))?)?"
_WEEKDAY = rf"(?:{WEEKDAY_NAMES}\.?,?\s+)?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<name>{MONTH_NAMES})\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_TIME}",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:t[0-9]{4,6}z?)?",
        rf"{_WEEKDAY}{_DAY}[ -]{_MONTH},?[ -](?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>[0-9]{{4}}){_TIME}",
    )
)


def read_date(text: str) -> date:
    """The day that the text names, in the writer's own time zone.

    Read: "2014-08-20", "2014-08-20T10:00:00Z", "20140820", "20 August 2014", "August 20, 2014", "Wed, 20 Aug 2014".
    Not read: "01/02/2014", which is two different days, "yesterday", "August 2014". Raises DateError for these.
    """
    words = " ".join(text[:200].split())
    for form in _FORMS:
        if match := form.fullmatch(words):
            return _make_date(words, match.groupdict())
    raise DateError(f'date "{_shorten(words)}": expected {ACCEPTED}')


def read_first_date(texts: Sequence[str]) -> tuple[date | None, str | None]:
    """The first of the texts that is a date; else None, and what is wrong with the first one, if there is one."""
    wrong: str | None = None
    for text in texts:
        try:
            return read_date(text), None
        except DateError as error:
            wrong = wrong or str(error)
    return None, wrong


def _make_date(words: str, parts: dict[str, str | None]) -> date:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    name = parts.get("name")
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("month") or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f'date "{words}": year {year}; expected {FIRST_YEAR} to {LAST_YEAR}')
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f'date "{words}": {error}; expected {ACCEPTED}') from error


def _shorten(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}..."
