"""What the words of a time mention say by themselves, before anything is known about the document.

"Late last year" is read as: the year before that of publication, its late part. Words are taken off from the outside:
clock time, time of day, what narrows the time ("late", "the first half of"); what is left goes to resolve.time_forms.
"""

import re
from dataclasses import replace

from onrecord.resolve.calendar import Part
from onrecord.resolve.time_forms import (
    DAYTIME,
    NUMBER_WORDS,
    ORDINAL_NUMBERS,
    ORDINALS,
    UNITS,
    WEEKDAY_STARTS,
    Cut,
    CutKind,
    Reading,
    join_words,
    read_core,
)  # fmt: skip

Clock = tuple[int, int | None]

PARTS: dict[str, Part] = {
    "early": "early", "mid": "mid", "late": "late", "beginning": "early", "start": "early", "outset": "early",
    "opening": "early", "first": "early", "middle": "mid", "height": "mid", "end": "late", "close": "late",
    "closing": "late", "last": "late", "final": "late", "latter": "late",
}  # fmt: skip
PLACES = {**ORDINAL_NUMBERS, "last": -1, "final": -1, "latter": -1, "closing": -1, "opening": 1, "early": 1}
"""Which of several: "the third week", "the final month"."""
CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?[ -]?(?P<half>[ap])\.?m\b\.?",
        r"(?<![t\d:+-])(?P<hour>\d\d?):(?P<minute>\d\d)",
        r"(?<!\d)(?P<hour>\d\d)(?P<minute>\d\d)(?= (?:hours|hrs|gmt|utc)\b| ?z\b)",
        r"\b(?P<hour>noon|midday)\b",
        r"(?P<hour>)\b(?:midnight|dawn|dusk|daybreak|\w+ o'clock)\b",
    )
)
ZONE = re.compile(
    r" ?\(?(?:gmt|utc|[a-z]{1,3}st|[a-z]{1,3}dt|et|cet|cet|eet|msk|z|local time|hours|hrs|[a-z]{5,8} time)\b"
)
AROUND_CLOCK = re.compile(r"^[ ,]*(?:on )?|[ ,]+(?:at)?\s*$")
ABOUT_CLOCK = re.compile(r"^(?:about|around|approximately|nearly|almost) (?=\W|\d|on |$)")
DAYTIME_ALONE = re.compile(rf"(?:(?:early|late) )?{DAYTIME}|(?:early|small) hours")
DAYTIME_BEFORE = re.compile(rf"(?:that )?(?:(?:early|late) )?(?:{DAYTIME}|early hours|small hours) of ")
DAYTIME_AFTER = re.compile(rf"(?:(?<=day)|(?<=row)|(?<=\d)|(?<=\dth)) (?:(?:early|late) )?{DAYTIME}$")
PART_CUT = re.compile(r"(?:very )?(?P<part>early|mid|late)(?:[- ]to[- ](?P<until>early|mid|late))?(?:-| in | on | )")
SIDE_CUT = re.compile(r"(?P<side>earlier|later|sometime)(?: in| on)? ")
END_CUT = re.compile(
    r"(?:very )?(?P<part>beginning|start|outset|middle|height|end|close|turn|rest|remainder) (?:of|in) "
)
OF_PERIOD = re.compile(r"(?P<inner>.+) of (?P<outer>(?:that|this|last|next|the) (?:[a-z]+ )?(?:year|month|week))")
"""A name and the period that it is in: "june of that year", "tuesday of last week"."""
PORTION_CUT = re.compile(
    rf"(?P<number>{join_words(ORDINALS)}|last|final|latter|closing|opening|middle|early)"
    r"(?: (?P<count>few|several|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?))? "
    r"(?P<piece>half|quarter|third|part|weekend|days?|weeks?|months?|years?|decades?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:of|in) "
)


def read_expression(words: str) -> Reading | None:
    """What the words of one mention say.

    "Late last year", "10:30 a.m. on Monday", "the first half of May 1940", "two days later". None for durations, sets
    ("three days", "every Friday") and for what is too vague to say a time ("a few days later", "the turn of the year").
    """
    text, clock, has_clock = peel_clock(normalise(words))
    text, has_daytime = peel_daytime(text)
    if not text:
        return Reading("day", "thread", clock=clock, is_bare=True) if has_clock or has_daytime else None
    cuts: list[Cut] = []
    text, has_article = peel_article(text)
    whole = text
    while peeled := peel_cut(text):
        if peeled[1] is None:
            return None
        cuts += peeled[1]
        text, has_article = peel_article(peeled[0])
    reading = read_inner(text, has_article=has_article, is_narrowed=text != whole)
    if reading is None:
        return None
    return replace(reading, cuts=(*reading.cuts, *reversed(cuts)), clock=reading.clock or clock)


def read_inner(text: str, *, has_article: bool, is_narrowed: bool) -> Reading | None:
    """What is left when all is taken off; a bare unit ("the year") only where something narrowed it ("the end of")."""
    if text == "weekend":
        return Reading("weekend")
    if found := OF_PERIOD.fullmatch(text):
        return read_within(found["inner"], found["outer"])
    if is_narrowed and text in UNITS:
        return Reading(UNITS[text], "near")
    if is_narrowed and DAYTIME_ALONE.fullmatch(text):
        return Reading("day", "thread", is_bare=True)
    return read_core(text, has_article=has_article)


def read_within(inner: str, outer: str) -> Reading | None:
    """A month, day or season of a period that is pointed at: "june of that year"."""
    words, has_article = peel_article(outer)
    period = read_core(words, has_article=has_article)
    named = read_core(peel_daytime(peel_article(inner)[0])[0], has_article=False)
    if period is None or named is None or named.base != "calendar" or named.year is not None or period.is_span:
        return None
    cuts: list[Cut] = []
    if named.season:
        cuts.append(Cut("season", season=named.season))
    if named.month:
        cuts.append(Cut("units", number=named.month, unit="month"))
    if named.day:
        cuts.append(Cut("units", number=named.day))
    if named.weekday is not None and not named.day:
        cuts.append(Cut("weekday", count=named.weekday))
    return replace(period, cuts=tuple(cuts)) if cuts else None


def normalise(words: str) -> str:
    """The words in lower case with plain marks and spaces, and no full stops after shortened names."""
    text = " ".join(words.lower().replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-").split())
    return re.sub(r"\b([a-z]{3,5})\.", r"\1", text)


def peel_article(text: str) -> tuple[str, bool]:
    """The words without "the" ("the very"), and whether it was there."""
    bare = text.removeprefix("the ").removeprefix("very ")
    return bare, bare != text


def peel_clock(text: str) -> tuple[str, Clock | None, bool]:
    """The words without their clock time, the clock time where it is sure, and whether there was one."""
    for pattern in CLOCKS:
        match = pattern.search(text)
        if match:
            after = text[match.end() :]
            zone = ZONE.match(after)
            before = ABOUT_CLOCK.sub("", text[: match.start()])
            rest = f"{before} {after[zone.end() :] if zone else after}"
            return AROUND_CLOCK.sub("", rest), read_clock(match), True
    return text, None, False


def read_clock(match: re.Match[str]) -> Clock | None:
    """Hour and minute: "10:30 p.m." is (22, 30), "noon" (12, None); None for "dawn", "eight o'clock", "25:10"."""
    said = match.groupdict()
    if not said["hour"]:
        return None
    hour, minute = 12 if not said["hour"].isdigit() else int(said["hour"]), said.get("minute")
    if said.get("half"):
        hour = hour % 12 + (12 if said["half"] == "p" else 0)
    if hour >= 24 or int(minute or 0) >= 60:
        return None
    return hour, int(minute) if minute else None


def peel_daytime(text: str) -> tuple[str, bool]:
    """The words without a part of the day, and whether there was one: "tuesday" of "tuesday evening"."""
    bare = text.removeprefix("the ")
    if DAYTIME_ALONE.fullmatch(bare):
        return "", True
    found = DAYTIME_BEFORE.match(bare)
    if found:
        return bare[found.end() :], True
    found = DAYTIME_AFTER.search(text)
    return (text[: found.start()], True) if found else (text, False)


def peel_cut(text: str) -> tuple[str, tuple[Cut, ...] | None] | None:
    """The words without what narrows them, and how it does; None for the cuts where they cannot be told."""
    if text.startswith("eve of "):
        return text.removeprefix("eve of "), (Cut("eve"),)
    if found := PART_CUT.match(text):
        return text[found.end() :], (Cut("part", PARTS[found["part"]], PARTS.get(found["until"] or "")),)
    if found := SIDE_CUT.match(text):
        sides: dict[str, CutKind] = {"earlier": "earlier", "later": "later"}
        return text[found.end() :], tuple(Cut(side) for word, side in sides.items() if word == found["side"])
    if found := END_CUT.match(text):
        if found["part"] in ("rest", "remainder"):
            return text[found.end() :], (Cut("later"),)
        part = PARTS.get(found["part"])
        return text[found.end() :], (Cut("part", part),) if part else None
    found = PORTION_CUT.match(text)
    return (text[found.end() :], read_portion(found)) if found else None


def read_portion(found: re.Match[str]) -> tuple[Cut, ...] | None:
    """The cut of "first half of", "last two weeks of", "second friday in", "closing days of"; not "second part of"."""
    number, piece, count = found["number"], found["piece"], found["count"]
    place = PLACES.get(number, 0)
    parts = {"half": 2, "third": 3, "quarter": 4}
    if piece in parts:
        place = parts[piece] if place == -1 else place
        return (Cut("fraction", number=place, count=parts[piece]),) if 1 <= place <= parts[piece] else None
    if piece[:3] in WEEKDAY_STARTS and piece.endswith("day"):
        return (Cut("weekday", number=place, count=WEEKDAY_STARTS.index(piece[:3])),) if place else None
    if piece == "part" or (piece.endswith("s") and count in (None, "few", "several")):
        return (Cut("part", PARTS[number]),) if number in PARTS else None
    if not place or piece == "weekend":
        return None
    size = int(count) if count and count.isdigit() else NUMBER_WORDS[count or "one"]
    return (Cut("units", number=place, count=size, unit=UNITS[piece.removesuffix("s")]),)
