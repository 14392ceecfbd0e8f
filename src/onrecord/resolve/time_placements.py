"""Where in the calendar a reading lies: by itself, by the day of publication, or by what was told before.

Invariants: the clock is never asked; without a publication date and without an earlier time, what is relative has no
place; what the calendar does not have (31 February) has none either.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.model.times import TimePrecision
from onrecord.resolve.calendar import (
    Interval,
    Unit,
    century_range,
    day_range,
    decade_range,
    month_range,
    narrow,
    quarter_range,
    season_range,
    shift_months,
    shift_unit,
    span_range,
    take_fraction,
    take_units,
    unit_of,
    week_of,
    weekday_from,
    weekend_of,
    year_range,
)  # fmt: skip
from onrecord.resolve.feasts import find_feast
from onrecord.resolve.time_forms import Cut, Reading

Tense = Literal["back", "loose", "event", "planned", "ahead"]
"""Where the sentence puts a time: in the past; nowhere; on the day of an event that is known before it comes ("the
5 May vote"); ahead of what is past by now ("was due on"); in the future."""
Source = Literal["calendar", "published", "thread"]
Fineness = Literal[0, 1, 2, 3, 4, 5]
FINENESS: dict[TimePrecision | Unit, Fineness] = {
    "minute": 0, "hour": 0, "day": 0, "week": 1, "weekend": 1, "fortnight": 1, "month": 2, "season": 3, "quarter": 3,
    "year": 4, "decade": 5, "century": 5,
}  # fmt: skip
SPAN_DAYS: tuple[tuple[int, Fineness], ...] = ((1, 0), (14, 1), (62, 2), (190, 3), (366, 4))
"""How many days a span may have at most to be as fine as a day, a week, a month, a season, a year."""
ONE_YEAR = timedelta(days=365)
SOON_DAYS = 61
"""How many days an announced event may lie ahead where it may as well be past, and a past plan behind."""
MEMORY = 30
"""How many earlier times the narrative is looked back for."""


@dataclass(frozen=True)
class Placement:
    """A reading's interval and what it was found by; `is_dated`: its year was said, here or where it hangs on."""

    interval: Interval
    source: Source
    is_dated: bool
    zone: int
    sentence: int


@dataclass(frozen=True)
class Situation:
    """What is known where a time is told: publication, the times told before (oldest first), and the tense.

    A history tells of what happened more than a year before publication, or has no publication date.
    """

    published: date | None
    told: tuple[Placement, ...]
    zone: int
    sentence: int
    is_history: bool
    tense: Tense

    def latest(self, fineness: int) -> Placement | None:
        """The time told last that is at least so fine (0 a day, 2 a month, 4 a year).

        Where the sentence tells of the past, one that is not ahead of publication, if there is one: "The council meets
        on Friday. … It was shelled the same day."
        """
        fine = [one for one in reversed(self.told[-MEMORY:]) if fineness_of(one.interval) <= fineness]
        if self.published is not None and not self.is_history and self.tense in ("back", "loose"):
            past = next((one for one in fine if one.interval.start <= self.published), None)
            return past or next(iter(fine), None)
        return next(iter(fine), None)

    @property
    def anchor(self) -> Placement | None:
        """The time that gives its year to a day or month without one; None where publication does.

        In a history the time told last, if it lies more than a year before publication; in a report only if it is
        close.
        """
        if self.published is None:
            return self.latest(FINENESS["year"])
        before = self.published - ONE_YEAR
        for one in reversed(self.told[-MEMORY:]):
            is_old = one.interval.end < before and fineness_of(one.interval) <= FINENESS["year"]
            if is_old and (self.is_history or self.is_close(one)):
                return one
            if not self.is_history:
                return None
        return None

    def is_close(self, told: Placement) -> bool:
        """Whether a time said its year, and its month in the same sentence or its day in the same paragraph."""
        fineness = fineness_of(told.interval)
        is_near = told.sentence == self.sentence or (told.zone == self.zone and fineness == FINENESS["day"])
        return told.is_dated and is_near and fineness <= FINENESS["month"]

    def place(self, interval: Interval, source: Source, *, is_dated: bool) -> Placement:
        """A placement that is told here."""
        return Placement(interval, source, is_dated, self.zone, self.sentence)


def fineness_of(interval: Interval) -> Fineness:
    """How fine a time is: 0 a day, 1 a week, 2 a month, 3 a season, 4 a year, 5 what is longer; a span by its days."""
    if interval.precision != "span":
        return FINENESS[interval.precision]
    return next((fineness for days, fineness in SPAN_DAYS if interval.days <= days), 5)


def place_reading(reading: Reading, now: Situation) -> Placement | None:
    """The reading's place in the calendar; None where what it hangs on is not known, or no calendar has it."""
    try:
        placed = place_whole(reading, now)
        if placed is None:
            return None
        interval = placed.interval
        for cut in reading.cuts:
            interval = cut_interval(interval, cut, find_standpoint(placed.source, now))
        return now.place(interval, placed.source, is_dated=placed.is_dated)
    except (ValueError, OverflowError):
        return None


def place_whole(reading: Reading, now: Situation) -> Placement | None:
    """The place of a reading before it is narrowed."""
    base = reading.base
    if base == "near":
        is_told = reading.unit == "day" or (now.is_history and now.latest(FINENESS[reading.unit]) is not None)
        base = "thread" if is_told else "published"
    if base == "published":
        if reading.is_span:
            return place_span(reading, now)
        interval = place_beside(reading, day_range(now.published)) if now.published else None
        return now.place(interval, "published", is_dated=False) if interval else None
    if base == "thread":
        told = now.latest(FINENESS["year" if reading.is_yearly else reading.unit])
        if told is None or (reading.is_bare and told.zone != now.zone):
            return None
        interval = place_beside(reading, told.interval)
        return now.place(interval, "thread", is_dated=told.is_dated) if interval else None
    interval = place_dated(reading)
    return now.place(interval, "calendar", is_dated=True) if interval else place_undated(reading, now)


def place_dated(reading: Reading) -> Interval | None:
    """A time that says its year; None where it does not. Raises ValueError where there is no such day."""
    year = reading.year
    if year is None:
        return None
    if reading.is_fiscal:
        return span_range(date(year - 1, 10, 1), date(year, 9, 30))
    if reading.feast:
        return day_range(find_feast(reading.feast, year))
    if reading.unit == "century":
        return century_range(year)
    if reading.unit == "decade":
        return decade_range(year)
    if reading.season:
        return season_range(reading.season, year)
    if reading.month is None:
        return year_range(year) if reading.unit == "year" else None
    if reading.day is None:
        return month_range(year, reading.month)
    day = date(year, reading.month, reading.day)
    return week_of(day) if reading.unit == "week" else day_range(day)


def place_span(reading: Reading, now: Situation) -> Placement | None:
    """From some units before publication up to it, or from it on: "the past week", "the next 24 hours".

    None in a history, whose "last three days" are those of what it tells.
    """
    if now.published is None or now.is_history:
        return None
    days = {"day": 1, "week": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if reading.unit in days:
        other = now.published + timedelta(days=days[reading.unit] * reading.shift)
    else:
        other = shift_months(now.published, months[reading.unit] * reading.shift)
    return now.place(span_range(*sorted((now.published, other))), "published", is_dated=False)


def place_beside(reading: Reading, told: Interval) -> Interval | None:
    """A time so many units from another; with a name in it, the last, that, or next one of the name."""
    if not reading.is_named or reading.unit == "weekend":
        is_as_fine = fineness_of(told) == FINENESS[reading.unit]
        day = told.end if is_as_fine and reading.shift > 0 else told.start
        return shift_unit(reading.unit, day, reading.shift)
    day = told.start
    if reading.shift < 0:
        return choose(reading, day, lambda one: one.end < told.start, last=True)
    if reading.shift > 0:
        return choose(reading, day, lambda one: one.start > told.end, last=False)
    return choose(reading, day, lambda one: is_same_round(reading, one, day), last=True)


def is_same_round(reading: Reading, one: Interval, day: date) -> bool:
    """Whether "this Friday" lies in the week of a day, "this May" in its year."""
    if reading.weekday is not None and reading.day is None:
        return week_of(one.start) == week_of(day)
    if reading.season == "winter" and day.month <= 2:
        return one.start.year == day.year - 1
    return one.start.year == day.year


def place_undated(reading: Reading, now: Situation) -> Placement | None:
    """A day, month or season without its year: after what was told where that is history, else near publication."""
    is_weekly = reading.unit == "weekend" or (reading.weekday is not None and reading.day is None)
    anchor = None if (is_weekly or now.tense == "ahead") and not now.is_history else now.anchor
    if anchor is not None:
        interval = place_in_narrative(reading, anchor.interval)
        return now.place(interval, "thread", is_dated=anchor.is_dated) if interval else None
    if now.published is None:
        return None
    interval = place_near(reading, now.published, tense=now.tense)
    return now.place(interval, "published", is_dated=False) if interval else None


def place_near(reading: Reading, day: date, *, tense: Tense) -> Interval | None:
    """The day, month or season of that name last begun by the day of publication, or the next to end after it.

    "Thursday, June 21" is that near publication which is a Thursday, whether it lies ahead or back. So is a feast of
    which the tense says nothing ("trips for Thanksgiving"), and what was planned ("the vote, due on 25 May, was off").
    """
    if reading.weekday is not None and reading.day is not None:
        right = [one for one in list_occurrences(reading, day) if one.start.weekday() == reading.weekday]
        nearest = min(right, key=lambda one: abs(one.start - day), default=None)
        if nearest and abs(nearest.start - day) < ONE_YEAR:
            return nearest
    after = choose(reading, day, lambda one: one.end >= day, last=False)
    before = choose(reading, day, lambda one: one.start <= day, last=True)
    if tense == "ahead" or (tense == "planned" and not reading.is_yearly):
        return after
    is_open = tense == "planned" or (tense == "event" and reading.is_yearly) or (tense == "loose" and reading.feast)
    if after is None or before is None or not is_open:
        return before
    wait, age = (after.start - day).days, (day - before.end).days
    if tense == "planned":
        return before if age <= min(wait, SOON_DAYS) else after
    return after if wait <= min(age, SOON_DAYS) else before


def place_in_narrative(reading: Reading, told: Interval) -> Interval | None:
    """A day, month or season in the year of what was told before; a weekday on or after a day that was told.

    After December 1941 "in January" is January 1942: where the same year lies more than eight months back, the
    narrative has moved on into the next.
    """
    fineness = fineness_of(told)
    if reading.unit == "weekend" or (reading.weekday is not None and reading.day is None):
        return choose(reading, told.end, lambda one: one.end >= told.end, last=False) if fineness == 0 else None
    if not reading.is_yearly:
        return day_range(told.end.replace(day=reading.day or 1)) if fineness <= FINENESS["month"] else None
    same = next((one for one in list_occurrences(reading, told.end) if one.start.year == told.end.year), None)
    if same is None or fineness > FINENESS["month"] or same.start >= shift_months(told.start, -8):
        return same
    return next((one for one in list_occurrences(reading, told.end) if one.start.year == told.end.year + 1), same)


def choose(reading: Reading, day: date, is_right: Callable[[Interval], bool], *, last: bool) -> Interval | None:
    """The first or last of the days, months … of that name around a day that is right."""
    right = [one for one in list_occurrences(reading, day) if is_right(one)]
    if not right:
        return None
    return right[-1] if last else right[0]


def list_occurrences(reading: Reading, day: date) -> Iterator[Interval]:
    """All days, weekends, months or seasons of that name around a day, in their order: weeks near, months, or years."""
    if reading.weekday is not None and reading.day is None:
        nearest = weekday_from(day, reading.weekday, -1)
        yield from (day_range(nearest + timedelta(days=7 * weeks)) for weeks in range(-2, 3))
    elif reading.unit == "weekend":
        yield from (weekend_of(day + timedelta(days=7 * weeks)) for weeks in range(-2, 3))
    elif not reading.is_yearly:
        for months in range(-3, 4):
            month = unit_of("month", shift_months(day, months))
            if reading.day and reading.day <= month.end.day:
                yield day_range(month.start.replace(day=reading.day))
    else:
        for year in range(max(day.year - 8, 1), min(day.year + 9, 9999)):
            yield from list_named(reading, year)


def list_named(reading: Reading, year: int) -> Iterator[Interval]:
    """The day, month or season of that name in a year; nothing where the year has no such day (29 February)."""
    if reading.feast:
        yield day_range(find_feast(reading.feast, year))
    elif reading.quarter:
        yield quarter_range(year, reading.quarter)
    elif reading.season:
        yield season_range(reading.season, year)
    elif reading.month and reading.day is None:
        yield month_range(year, reading.month)
    elif reading.month and reading.day and reading.day <= month_range(year, reading.month).end.day:
        yield day_range(date(year, reading.month, reading.day))


def find_standpoint(source: Source, now: Situation) -> Interval | None:
    """Where the narrative stands: what "earlier" ends and "later" begins with."""
    if source == "published":
        return day_range(now.published) if now.published else None
    told = now.latest(FINENESS["year"])
    return told.interval if told else None


def cut_interval(interval: Interval, cut: Cut, standpoint: Interval | None) -> Interval:
    """The part of an interval that the words name. Raises ValueError where it has no such part."""
    if cut.kind == "eve":
        return day_range(interval.start - timedelta(days=1))
    if interval.precision == "day":
        return interval
    if cut.kind == "season" and cut.season:
        return season_range(cut.season, interval.start.year)
    if cut.kind == "part" and cut.part:
        first = narrow(interval, cut.part)
        return span_range(first.start, narrow(interval, cut.until).end) if cut.until else first
    if cut.kind == "fraction":
        return take_fraction(interval, cut.number, cut.count)
    if cut.kind == "units":
        return take_units(interval, cut.unit, cut.number, cut.count)
    if cut.kind == "weekday":
        return take_weekday(interval, cut.count, cut.number)
    if standpoint is None or not interval.start <= standpoint.start <= standpoint.end <= interval.end:
        return interval
    if cut.kind == "earlier":
        return span_range(interval.start, standpoint.start)
    return span_range(standpoint.end, interval.end)


def take_weekday(interval: Interval, weekday: int, number: int) -> Interval:
    """The n-th such weekday of an interval, or the last (-1): "the second Friday in May"."""
    if number < 0:
        return day_range(weekday_from(interval.end, weekday, -1))
    day = weekday_from(interval.start, weekday, 1) + timedelta(days=7 * (number - 1))
    if day > interval.end:
        raise ValueError(f"weekday {number} of {interval.start} to {interval.end}: expected one of it")
    return day_range(day)
