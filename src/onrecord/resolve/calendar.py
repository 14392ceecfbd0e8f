"""Intervals of the calendar: months, weeks, seasons, decades, and the parts of them that words name.

Invariants: an interval has its first and its last day, both included; what the calendar does not have (31 February, the
year 0) raises ValueError or OverflowError. The calendar is the Gregorian one, also before 1582. Weeks are Monday to
Sunday (ISO 8601). Seasons are meteorological, and a winter belongs to the year of its December: "the winter of 1941"
ends in February 1942.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.model.times import TimePrecision

Unit = Literal["day", "week", "fortnight", "weekend", "month", "quarter", "season", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PART_OF_YEAR: dict[Part, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month: early 2012 is January to April, late 2012 September to December."""
PART_OF_MONTH: dict[Part, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""First and last day, as far as the month has it."""
PART_OF_WEEK: dict[Part, tuple[int, int]] = {"early": (0, 1), "mid": (2, 3), "late": (4, 6)}
"""First and last weekday, Monday is 0."""
PART_OF_DECADE: dict[Part, tuple[int, int]] = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""First and last year: the early 1980s are 1980 to 1983."""


class Interval(NamedTuple):
    """From its first to its last day, both included."""

    start: date
    end: date
    precision: TimePrecision

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


def day_range(day: date) -> Interval:
    """One day."""
    return Interval(day, day, "day")


def span_range(start: date, end: date) -> Interval:
    """From one day to another; raises ValueError where the first comes after the last."""
    if end < start:
        raise ValueError(f"span from {start} to {end}: expected the first day before the last")
    return Interval(start, end, "span")


def month_range(year: int, month: int) -> Interval:
    """A month."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def months_range(year: int, first: int, last: int) -> Interval:
    """From the first day of one month to the last day of another in the same year."""
    return span_range(date(year, first, 1), month_range(year, last).end)


def quarter_range(year: int, quarter: int) -> Interval:
    """A quarter of the calendar year, 1 to 4."""
    return months_range(year, 3 * quarter - 2, 3 * quarter)


def year_range(year: int) -> Interval:
    """A year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def decade_range(year: int) -> Interval:
    """The ten years from a year that ends in 0."""
    return Interval(date(year, 1, 1), date(year + 9, 12, 31), "decade")


def century_range(number: int) -> Interval:
    """A century by its number: the 20th is 1901 to 2000."""
    return span_range(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def season_range(season: str, year: int) -> Interval:
    """Three whole months; a winter begins in December of the year."""
    first = SEASON_STARTS[season]
    last = month_range(year + 1, 2) if season == "winter" else month_range(year, first + 2)
    return Interval(date(year, first, 1), last.end, "season")


def season_of(day: date) -> Interval:
    """The season that holds a day."""
    if day.month <= 2:
        return season_range("winter", day.year - 1)
    return season_range(("spring", "summer", "autumn", "winter")[day.month // 3 - 1], day.year)


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the week that holds a day."""
    week = week_of(day)
    return span_range(week.end - timedelta(days=1), week.end)


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day: 31 January plus one is 28 or 29 February."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_of(unit: Unit, day: date) -> Interval:
    """The week, month, … that holds a day."""
    if unit == "day":
        return day_range(day)
    if unit in ("week", "fortnight"):
        return week_of(day)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "month":
        return month_range(day.year, day.month)
    if unit == "quarter":
        return quarter_range(day.year, (day.month + 2) // 3)
    if unit == "season":
        return season_of(day)
    if unit == "year":
        return year_range(day.year)
    if unit == "decade":
        return decade_range(day.year // 10 * 10)
    return century_range((day.year + 99) // 100)


def shift_unit(unit: Unit, day: date, count: int) -> Interval:
    """The unit that lies so many units after the one that holds a day; before it where the count is negative."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in days:
        return unit_of(unit, day + timedelta(days=days[unit] * count))
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
    return unit_of(unit, shift_months(day, months[unit] * count))


def weekday_from(day: date, weekday: int, direction: Literal[-1, 1]) -> date:
    """The nearest such weekday (Monday is 0) on or before a day (-1), or on or after it (1)."""
    if direction < 0:
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def narrow(interval: Interval, part: Part) -> Interval:
    """The early, middle or late part of an interval, by the tables above, else a third of it. Days stay whole."""
    if interval.precision == "year":
        first, last = PART_OF_YEAR[part]
        return months_range(interval.start.year, first, last)
    if interval.precision == "month":
        first, last = PART_OF_MONTH[part]
        start = interval.start
        return span_range(start.replace(day=first), start.replace(day=min(last, interval.end.day)))
    if interval.precision == "week":
        first, last = PART_OF_WEEK[part]
        return span_range(interval.start + timedelta(days=first), interval.start + timedelta(days=last))
    if interval.precision == "decade":
        first, last = PART_OF_DECADE[part]
        return span_range(date(interval.start.year + first, 1, 1), date(interval.start.year + last, 12, 31))
    if interval.days < 3:
        return interval
    return take_fraction(interval, ("early", "mid", "late").index(part) + 1, 3)


def take_fraction(interval: Interval, number: int, of: int) -> Interval:
    """The n-th of equal parts, by whole years, months or days: the first half of 1942, the third quarter of 2014."""
    start, end = interval.start, interval.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day == 1 and months % of == 0:
        size = months // of
        first = shift_months(start, size * (number - 1))
        return span_range(first, shift_months(first, size) - timedelta(days=1))
    first_day = interval.days * (number - 1) // of
    last_day = interval.days * number // of - 1
    return span_range(start + timedelta(days=first_day), start + timedelta(days=last_day))


def take_units(interval: Interval, unit: Unit, number: int, count: int) -> Interval:
    """Some days, weeks, months or years of an interval, from the n-th (1 is the first), or the last ones (-1).

    The first week of May is 1 to 7 May, the last two weeks are 18 to 31 May. Raises ValueError where the interval has
    no such part.
    """
    start, end = interval.start, interval.end
    if unit in ("day", "week"):
        size = 7 if unit == "week" else 1
        if number < 0:
            first, last = end - timedelta(days=size * count - 1), end
        else:
            first = start + timedelta(days=size * (number - 1))
            last = first + timedelta(days=size * count - 1)
    else:
        size = {"month": 1, "year": 12, "decade": 120}[unit]
        after = end + timedelta(days=1)
        first = shift_months(after, -size * count) if number < 0 else shift_months(start, size * (number - 1))
        last = end if number < 0 else shift_months(first, size * count) - timedelta(days=1)
    if first < start or end < last:
        raise ValueError(f"{unit} {number} of {start} to {end}: expected a part of it")
    whole = unit_of(unit, first)
    return whole if (whole.start, whole.end) == (first, last) else span_range(first, last)
