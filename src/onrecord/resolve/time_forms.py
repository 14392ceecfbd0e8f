"""The forms of days, months, years and counts of them, each with what it says by itself.

Words come here in lower case, without article, clock time, time of day and what narrows them (resolve.time_readings
takes these off). The first form that matches all the words is the right one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.resolve.calendar import Part, Unit
from onrecord.resolve.feasts import FEASTS, name_feast

Base = Literal["calendar", "published", "thread", "near"]
CutKind = Literal["part", "fraction", "units", "weekday", "season", "eve", "earlier", "later"]


@dataclass(frozen=True)
class Cut:
    """What narrows a time: its early (until mid) part, its first of two halves, its last two weeks, its second Friday.

    Its summer, and the day before it ("the eve of"), are cuts too. `number` counts from 1, and -1 is the last. An
    "earlier" part ends, a "later" one begins where the narrative stands.
    """

    kind: CutKind
    part: Part | None = None
    until: Part | None = None
    number: int = 1
    count: int = 1
    unit: Unit = "day"
    season: str | None = None


@dataclass(frozen=True)
class Reading:
    """What the words say. None is: they do not say it.

    base: "calendar" names a day, month … ("5 May", "1941", "Monday"); "published" and "thread" count `shift` units from
    the day of publication ("last week", "two days ago") or from the time told before ("the next week", "two days
    later"); "near" is the unit that is being talked about ("the end of the year"). With a name in it ("last Friday",
    "the following May") a `shift` of -1, 0, 1 is the last, this, the next one of that name. A century's number is its
    `year`. `is_bare` is a time of day without a day, `is_fiscal` the year of the American budget that begins in October
    of the year before, and `is_span` is all that lies between publication and `shift` units from it ("the past week").
    """

    unit: Unit
    base: Base = "calendar"
    shift: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    feast: str | None = None
    cuts: tuple[Cut, ...] = ()
    clock: tuple[int, int | None] | None = None
    is_bare: bool = False
    is_fiscal: bool = False
    is_span: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it names a day, month or season that comes again every week, month or year."""
        return self.unit == "weekend" or self.is_yearly or self.day is not None or self.weekday is not None

    @property
    def is_yearly(self) -> bool:
        """Whether it names what comes again every year."""
        return any(one is not None for one in (self.month, self.season, self.quarter, self.feast))


MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY_STARTS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SMALL_NUMBERS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
]  # fmt: skip
ORDINAL_NUMBERS = {word: number for number, word in enumerate(ORDINALS, 1)}
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(SMALL_NUMBERS, 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 1)},
    **{f"{ten}-{one}": 10 * n + m for n, ten in enumerate(TENS[1:], 2) for m, one in enumerate(SMALL_NUMBERS[:9], 1)},
    **{f"{one} hundred": 100 * number for number, one in enumerate(SMALL_NUMBERS, 1)},
    "a": 1, "an": 1, "couple of": 2, "a couple of": 2, "dozen": 12, "a dozen": 12, "hundred": 100, "a hundred": 100,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip
SPAN_WORDS = {"past": -1, "last": -1, "next": 1, "coming": 1}
DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
PUBLISHED_WORDS = {"last": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "this coming": 1}
THREAD_WORDS = {
    "that": 0, "same": 0, "following": 1, "next": 1, "ensuing": 1, "subsequent": 1, "succeeding": 1, "previous": -1,
    "preceding": -1, "prior": -1,
}  # fmt: skip


def join_words(words: list[str] | dict[str, int]) -> str:
    """An alternation of words, the longer before the shorter."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
DAYTIME = r"(?:morning|afternoon|evening|night|dawn|dusk|noon|midday|midnight|daybreak|nightfall)"
DAY = rf"(?P<day>\d\d?|{join_words(ORDINALS)})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
YEAR_TAIL = rf"(?:(?:,? (?:of )?|,){YEAR})?"
PERIOD = r"(?P<period>day|weekend|week|fortnight|month|year|decade|century|quarter)"
FEAST = (
    rf"(?P<feast>{join_words(sorted(FEASTS))}|(?:president|veteran)s?'?s? day|st\. (?:valentine|patrick)'s day|"
    r"martin luther king,? jr\.? day)"
)
ABOUT = (
    r"(?:about|almost|around|nearly|more than|less than|fewer than|some|approximately|roughly|at least|at most|up to|"
    r"just over|just under)"
)
NAMED = (
    rf"(?P<word>{join_words({**PUBLISHED_WORDS, **THREAD_WORDS})}|past)(?: same| very)? (?:(?:early|late|mid)[- ])?"
    rf"(?:{PERIOD}|(?P<daytime>{DAYTIME})|{WEEKDAY}|{MONTH}|{SEASON}|{FEAST})(?: {DAYTIME})?"
)
COUNT = (
    rf"(?:{ABOUT} )?(?P<number>[\d,]+|{join_words(NUMBER_WORDS)}|another)(?: (?:full|whole|further|more|long))?[- ]"
    r"(?P<period>day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?(?:'s?)? "
    r"(?P<word>ago|later|earlier|hence|afterwards?|previously|prior|from now|from today|before|after|beforehand|time)"
)
SPAN = (
    rf"(?P<word>{join_words(SPAN_WORDS)}) (?P<number>[\d,]+|{join_words(NUMBER_WORDS)})(?: (?:full|whole))? "
    r"(?P<period>hour|day|night|week|fortnight|month|year|decade)s?"
)
BEFORE = rf"(?:{PERIOD}|{DAYTIME}) (?P<side>before|after)(?: (?P<than>yesterday|tomorrow|last|next))?"


def read_core(text: str, *, has_article: bool) -> Reading | None:
    """What the words say; None where no form is theirs ("three days") or where they are too vague."""
    if text in DAY_WORDS:
        return Reading("day", "published", DAY_WORDS[text])
    if text == "9/11":
        return Reading("day", year=2001, month=9, day=11)
    for pattern, reader in FORMS:
        match = pattern.fullmatch(text)
        if match:
            return reader(match, has_article)
    return None


def read_date(match: re.Match[str], _: bool = False) -> Reading | None:
    """A day, month, season or year; each without the year too: "5 may 1940", "the winter of 1941-42", "monday"."""
    said = match.groupdict()
    year, month, day = said.get("year"), said.get("month"), said.get("day")
    weekday, season = said.get("weekday"), said.get("season")
    unit: Unit = "day" if day or weekday else "month" if month else "season" if season else "year"
    return Reading(
        unit,
        year=int(year) if year else None,
        month=MONTH_STARTS.index(month[:3]) + 1 if month else None,
        day=(int(day) if day.isdigit() else ORDINAL_NUMBERS[day]) if day else None,
        weekday=WEEKDAY_STARTS.index(weekday[:3]) if weekday else None,
        season=season,
    )


def read_iso(match: re.Match[str], _: bool) -> Reading | None:
    """A date in digits, the year first: "2014-08-20", "2014-08-20t10:30z"."""
    clock = (int(match["hour"]), int(match["minute"])) if match["hour"] else None
    return Reading("day", year=int(match["year"]), month=int(match["month"]), day=int(match["day"]), clock=clock)


def read_slashed(match: re.Match[str], _: bool) -> Reading | None:
    """A date in digits: "25/12/2014", "12/25/2014", "5.12.2014"; not "5/12/2014", which is May or December."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "." or first > 12 or first == second:
        return Reading("day", year=year, month=second, day=first)
    return Reading("day", year=year, month=first, day=second) if second > 12 else None


def read_decade(match: re.Match[str], _: bool) -> Reading | None:
    """A decade: "1940s", "'80s", "eighties" of the last century; "1800s" are a whole century."""
    words = match["decade"]
    year = int(words) if words.isdigit() else DECADES[words]
    if year < 100:
        year += 1900 if year >= 20 else 2000
    if year % 100 == 0 and year < 1900:
        return Reading("century", year=year // 100 + 1)
    return Reading("decade", year=year)


def read_century(match: re.Match[str], _: bool) -> Reading | None:
    """A century by its number: "20th century", "nineteenth-century"."""
    number = match["century"]
    return Reading("century", year=int(number) if number.isdigit() else ORDINAL_NUMBERS[number])


def read_week(match: re.Match[str], _: bool) -> Reading | None:
    """A week by its number, or a day of it: "2014-w34", "2014-w34-3". None where the year has no such week."""
    try:
        day = date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["weekday"] or 1))
    except ValueError:
        return None
    return Reading("day" if match["weekday"] else "week", year=day.year, month=day.month, day=day.day)


def read_feast(match: re.Match[str], _: bool) -> Reading | None:
    """A feast: "christmas eve 1944", "easter monday"."""
    return Reading("day", year=int(match["year"]) if match["year"] else None, feast=name_feast(match["feast"]))


def read_fraction(match: re.Match[str], _: bool) -> Reading | None:
    """A quarter or half of a year: "q3 2014", "h1 2014", "q3"."""
    number, count = int(match["number"]), 4 if match["piece"] == "q" else 2
    if match["year"]:
        return Reading("year", year=int(match["year"]), cuts=(Cut("fraction", number=number, count=count),))
    return Reading("quarter", quarter=number) if count == 4 else None


def read_quarter(match: re.Match[str], has_article: bool) -> Reading | None:
    """ "The third quarter", without its year."""
    return Reading("quarter", quarter=ORDINAL_NUMBERS[match["number"]]) if has_article else None


def read_fiscal(match: re.Match[str], _: bool) -> Reading | None:
    """A year of the budget: "fiscal year 2014", "fy14"; not "2013-14 fiscal year"."""
    year = int(match["year"])
    return Reading("year", year=year if year >= 100 else 2000 + year, is_fiscal=True)


def read_span(match: re.Match[str], has_article: bool) -> Reading | None:
    """An amount of time up to now or from now: "past three days", "last 24 hours" (a day), "next two weeks"."""
    number = match["number"].replace(",", "")
    count, period = int(number) if number.isdigit() else NUMBER_WORDS[number], match["period"]
    if not has_article:
        return None
    if period == "hour":
        count, period = (count + 23) // 24, "day"
    return Reading(UNITS[period], "published", SPAN_WORDS[match["word"]] * count, is_span=True)


def read_named(match: re.Match[str], has_article: bool) -> Reading | None:
    """A unit or name that is pointed at: "last week", "this may", "the following monday", "that night".

    "The past week", "the last week" are the seven days up to now. None for "the last day", "the last quarter".
    """
    word, head = match["word"], "day" if match["daytime"] else match["period"]
    if word == "past" or (has_article and word == "last"):
        if not head or not has_article or head in ("day", "night") or (word, head) == ("last", "quarter"):
            return None
        return Reading(UNITS[head], "published", -1, is_span=head != "weekend")
    is_thread = word not in PUBLISHED_WORDS or (word == "next" and (has_article or head == "day"))
    base: Base = "thread" if is_thread else "published"
    shift = THREAD_WORDS[word] if is_thread else PUBLISHED_WORDS[word]
    if head:
        return Reading(UNITS[head], base, shift)
    named = Reading("day", feast=name_feast(match["feast"])) if match["feast"] else read_date(match)
    return replace(named, base=base, shift=shift) if named else None


def read_count(match: re.Match[str], _: bool) -> Reading | None:
    """A number of units away: "three months ago", "two days later", "a week earlier", "two weeks' time"."""
    number, word = match["number"].replace(",", ""), match["word"]
    if number == "another":
        return None
    count = int(number) if number.isdigit() else NUMBER_WORDS[number]
    unit = UNITS[match["period"]]
    if word in ("ago", "from now", "from today", "time"):
        return Reading(unit, "published", -count if word == "ago" else count)
    is_back = word in ("earlier", "before", "beforehand", "previously", "prior")
    return Reading(unit, "thread", -count if is_back else count)


def read_before(match: re.Match[str], has_article: bool) -> Reading | None:
    """A unit beside another: "the day before", "the year after", "the day before yesterday", "the week after next"."""
    unit, than = UNITS[match["period"] or "day"], match["than"]
    sign = 1 if match["side"] == "after" else -1
    if not has_article:
        return None
    if than is None:
        return Reading(unit, "thread", sign)
    return Reading(unit, "published", sign + {"yesterday": -1, "last": -1, "tomorrow": 1, "next": 1}[than])


Reader = Callable[[re.Match[str], bool], Reading | None]
FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"(?:{WEEKDAY},? (?:the )?)?{DAY}(?: of)? {MONTH}{YEAR_TAIL}", read_date),
        (rf"(?:{WEEKDAY},? )?{MONTH} (?:the )?{DAY}{YEAR_TAIL}", read_date),
        (rf"(?:month of )?{MONTH}{YEAR_TAIL}", read_date),
        (rf"{SEASON}(?:(?: of |, | ){YEAR}(?:[-/]\d\d(?:\d\d)?)?)?", read_date),
        (rf"(?:year )?{YEAR}", read_date),
        (rf"{DAY}{YEAR_TAIL}", read_date),
        (WEEKDAY, read_date),
        (NAMED, read_named),
        (COUNT, read_count),
        (SPAN, read_span),
        (BEFORE, read_before),
        (rf"'?(?P<decade>\d\d(?:\d\d)?|{join_words(DECADES)})(?:'?s)?", read_decade),
        (rf"(?P<century>\d\d?|{join_words(ORDINALS)})(?:st|nd|rd|th)?[- ]century", read_century),
        (r"(?:ad|a\.d\.) (?P<year>\d{1,4})", read_date),
        (r"(?P<year>\d{1,4}) ?(?:ad|ce|a\.d\.|c\.e\.)", read_date),
        (rf"{FEAST}(?:(?: of|,)? {YEAR})?", read_feast),
        (rf"(?P<piece>[qh])(?P<number>[1-4])(?:,? (?:of )?{YEAR})?", read_fraction),
        (r"(?P<number>first|second|third|fourth)[ -]quarter", read_quarter),
        (r"(?:(?:fiscal|financial)(?: year)? |fy ?)(?P<year>\d{4}|\d\d)", read_fiscal),
        (rf"{YEAR} (?:fiscal|financial) year", read_fiscal),
        (r"(?P<year>\d{4})-w(?P<week>\d\d)(?:-(?P<weekday>\d))?", read_week),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:t(?P<hour>\d\d):(?P<minute>\d\d).*)?", read_iso),
        (r"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)[/.](?P<year>\d{4})", read_slashed),
    )
)
