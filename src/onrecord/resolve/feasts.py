"""The days of feasts in a year: fixed ones, weekdays of a month, and those that move with Easter.

Western Easter, as news in English means it. Feasts of the moon (Ramadan, Eid, Passover, Diwali), and those that
countries keep on days of their own (Labour Day), are known by name and have no day here.
"""

import re
from datetime import date, timedelta

from onrecord.resolve.calendar import month_range, weekday_from

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year": (1, 1), "new year's day": (1, 1), "new year's eve": (12, 31), "may day": (5, 1),
    "independence day": (7, 4), "bastille day": (7, 14), "armistice day": (11, 11), "remembrance day": (11, 11),
    "veterans day": (11, 11), "victory day": (5, 9), "v-e day": (5, 8), "ve day": (5, 8), "all saints' day": (11, 1),
    "all souls' day": (11, 2), "valentine's day": (2, 14), "st valentine's day": (2, 14), "st patrick's day": (3, 17),
    "saint patrick's day": (3, 17), "halloween": (10, 31), "hallowe'en": (10, 31), "women's day": (3, 8),
    "international women's day": (3, 8),
}  # fmt: skip
"""Month and day."""
FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "easter saturday": -1, "good friday": -2, "holy friday": -2,
    "maundy thursday": -3, "holy thursday": -3, "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47,
    "ascension day": 39, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
"""Days after Easter Sunday."""
WEEKDAYS = {
    "thanksgiving": (11, THURSDAY, 4), "thanksgiving day": (11, THURSDAY, 4), "labor day": (9, MONDAY, 1),
    "memorial day": (5, MONDAY, -1), "martin luther king day": (1, MONDAY, 3), "presidents day": (2, MONDAY, 3),
    "columbus day": (10, MONDAY, 2), "remembrance sunday": (11, SUNDAY, 2),
}  # fmt: skip
"""Month, weekday, and which of the month it is; -1 is the last. American ones but the last."""
FEASTS = frozenset({*FIXED, *FROM_EASTER, *WEEKDAYS})
AMERICAN = frozenset({"independence day"})
"""Feasts that have this day in the United States, and another elsewhere."""


def name_feast(words: str) -> str:
    """A feast's name as it is written here: "presidents' day", "president's day" are "presidents day"."""
    name = re.sub(r"^(president|veteran)s?'?s? day", r"\1s day", words)
    return re.sub(r"^st\. ", "st ", re.sub(r",? jr\.?(?= day)", "", name))


def find_feast(name: str, year: int) -> date:
    """The day of a feast in a year. Raises KeyError for one that has none here."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in FROM_EASTER:
        return find_easter(year) + timedelta(days=FROM_EASTER[name])
    month, weekday, number = WEEKDAYS[name]
    days = month_range(year, month)
    if number < 0:
        return weekday_from(days.end, weekday, -1)
    return weekday_from(days.start, weekday, 1) + timedelta(days=7 * (number - 1))


def find_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm, Nature, 20 April 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    fours, left = divmod(rest, 4)
    sunday = (32 + 2 * leap + 2 * fours - moon - left) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
