"""The surface forms of times, as one compiled alternation of named rules.

Invariants: a space in a fragment stands for one to three characters of white space without an empty line; every
repetition is bounded, so that matching takes time in proportion to the text; the outermost group that matched is
named as its rule. A fragment ends where a word ends.
"""

import re

from onrecord.find.time_openings import make_opening

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH_ABBREVIATIONS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY_ABBREVIATIONS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINAL_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINALS = (
    f"{ORDINAL_ONES}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    f"nineteenth|twentieth|twenty-(?:{ORDINAL_ONES})|thirtieth|thirty-first"
)
COUNTED_NOUNS = (
    "people|persons?|men|women|children|troops|soldiers|civilians|refugees|prisoners|protest[eo]rs|demonstrators|police|"
    "officers|fighters|rebels|militants|casualties|victims|dead|deaths|killed|wounded|injured|others|workers|students|"
    "families|homes|houses|villages|tanks|aircraft|planes|ships|vehicles|guns|rockets|bombs|rounds|votes|seats|members|"
    "miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|yards|acres|hectares|ton(?:ne)?s?|kg|pounds|dollars|euros|percent|"
    "per|million|billion|thousand|hundred|times|horses|horsemen|cavalry|infantry|strong|inhabitants|residents|copies|"
    "years?|months?|weeks?|days?|hours?|minutes?|seconds|volunteers|mercenaries|sailors|marines|migrants|barrels|cases"
)
"""What a number before it counts: "2000 people" is no year, nor is "May 12 people" a day of May."""


def _cased(names: tuple[str, ...]) -> str:
    return "|".join((*names, *(name.upper() for name in names)))


COUNTED = rf"(?! (?:{COUNTED_NOUNS})\b)"
WEEKDAY = rf"(?:(?:{_cased(WEEKDAY_NAMES)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
WEEKDAY_SHORT = rf"(?:(?:{_cased(WEEKDAY_ABBREVIATIONS)})\b\.?)"
MONTH = (
    rf"(?:(?:{_cased(MONTH_NAMES)}|january|february|april|june|july|september|october|november|december)\b|"
    rf"(?:{_cased(MONTH_ABBREVIATIONS)})\b\.?)"
)
SEASON = r"(?:(?i:spring|summer|autumn|fall|winter)\b)"
DAYTIME = r"(?:(?i:morning|afternoon|evening|night|dawn|dusk|noon|midday|midnight|daybreak|nightfall)\b)"
PERIOD = r"(?:(?i:day|night|weekend|week|fortnight|month|year|decade|century|quarter)\b)"
PERIODS = r"(?:(?i:nights|days|weekends|weeks|months|years|decades|centuries|hours|minutes)\b)"
UNIT = r"(?:(?i:(?:minute|hour|day|night|weekend|week|fortnight|month|year|decade)s?|century|centuries|seconds)\b)"
THE = r"(?:(?i:the) )"
ABOUT_CLOCK = r"(?:(?i:about|around|approximately|nearly|almost) )"
DASH = r"(?: ?[-–—] ?)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY = rf"(?:{DAY_NUMBER}(?![\w%]|[.,:]\d|-[a-z]))"
ORDINAL_DAY = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b)"
FOUR_DIGITS = r"(?:1\d|20)\d\d"
YEAR = rf"(?:{FOUR_DIGITS}(?![\w%]|[.,:/]\d|-[A-Za-z]){COUNTED})"
SURE_YEAR = rf"(?:{FOUR_DIGITS}(?![\w%]|[.,:/]\d|-[A-Za-z])(?:(?<!00)|{COUNTED}))"
"""A year where a count is unlikely: "in May 1938 troops" but not "in May 2000 people"."""
YEAR_TAIL = rf"(?:(?:, (?:of )?|,){YEAR}| (?:of )?{SURE_YEAR})"
NUMBER = (
    rf"(?i:\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?(?![\d.,]\d)|(?:{TENS})(?:-(?:{ONES}))?|"
    rf"(?:{ONES}|{TEENS})(?: hundred| thousand)?|"
    rf"(?:an? )?(?:couple of|dozen|hundred|thousand|few|number of)|several|many|(?:dozen|hundred|thousand)s of)"
)

# "10:30 a.m.", "10am", "17:45 GMT", "0630 hours", "eight o'clock"
ZONE_NAMES = "GMT|UTC|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|CET|CEST|EET|EEST|BST|MSK|IST|JST|KST|AEST"
ZONE = (
    rf"(?: \(?(?:{ZONE_NAMES}|(?i:local time|hours|hrs)|"
    r"(?:Moscow|Beijing|Kyiv|London|Paris|(?i:eastern|pacific)) (?i:time))\b)"
)
HOUR_12 = r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?(?: |-)?(?:[ap]\.m\b\.?|[AP]\.M\b\.?|[ap]m\b|[AP]M\b))"
HOUR_24 = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?!\w|[:.]\d|%))"
O_CLOCK = rf"(?:(?:1[0-2]|[1-9]|(?i:{ONES}|ten|eleven|twelve)) (?i:o['’]clock)\b)"
CLOCK = (
    rf"(?:{ABOUT_CLOCK}?(?:{HOUR_12}|{O_CLOCK}){ZONE}?|{HOUR_24}{ZONE}|"
    rf"(?:[01]\d|2[0-3])[0-5]\d(?: (?:GMT|UTC|(?i:hours|hrs))| ?Z)\b)"
)

# "1 September 1939", "the 1st of September", "Wednesday, Sept. 1, 1939", "2014-08-20", "20/08/2014"
ON_WEEKDAY = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}),? {THE}?)"
DAY_MONTH = rf"(?:(?:{THE}(?:{ORDINAL_DAY}(?: of)?|(?i:{ORDINALS}) of) |{DAY}(?: of)? ){MONTH})"
MONTH_DAY = rf"(?:(?<![Ii]n\s){MONTH} {THE}?{DAY}|{MONTH} {THE}?{DAY}{COUNTED})"
DATE = rf"(?:{ON_WEEKDAY}?(?:{DAY_MONTH}|{MONTH_DAY}){YEAR_TAIL}?)"
ISO = (
    rf"(?:{FOUR_DIGITS}-(?:(?:0\d|1[0-2])-[0-3]\d(?:(?:T| )\d\d:\d\d(?::\d\d(?:[.,]\d{{1,6}})?)?"
    rf"(?:Z|[+-]\d\d:?\d\d|{ZONE})?)?|W(?:0[1-9]|[1-4]\d|5[0-3])(?:-[1-7])?)(?![\w-]))"
)
SLASHED = r"(?:\d{1,2}(?P<slash>[/.])\d{1,2}(?P=slash)(?:19|20)\d\d(?!\w|[./]\d))"
DAY_LIST = (
    rf"(?:{THE}?{DAY_NUMBER}(?!\w)(?=(?:(?:{DASH}|/|, (?:and )?| (?:to|and|or|until|till|through) {THE}?)"
    rf"{DAY_NUMBER}(?!\w)){{1,3}} (?:of )?{MONTH}))"
)
YEARS = rf"(?:{FOUR_DIGITS}(?=(?:[-/]| ?[–—] ?)(?:{FOUR_DIGITS}|\d\d)(?!\w|[-–/]\d|[.,]\d|%){COUNTED}))"

# What stands before and after a day: "the evening of", "noon on", "early on", "Monday night", "Monday at 10 a.m."
OF_DAYTIME = rf"(?:(?i:the|that) (?:(?i:early|late) )?(?:{DAYTIME}|(?i:early hours|small hours)) (?i:of) )"
CLOCK_ON = rf"(?:(?:{CLOCK}|{HOUR_24}|(?i:dawn|noon|midday|midnight|dusk|daybreak)),? (?:(?i:on) {THE}?)?)"
EARLY_ON = r"(?:(?i:early|late|earlier|later) (?:(?i:on) )?)"
BEFORE_DAY = rf"(?:{OF_DAYTIME}|{CLOCK_ON}|{EARLY_ON})"
DAYTIME_TAIL = rf"(?:(?: (?:(?i:early|late) )?{DAYTIME})?(?:,? at (?:{CLOCK}|(?:noon|midnight|dawn)\b))?)"

# "Easter Sunday", "Labor Day"
FEAST = (
    r"(?:(?:Christmas(?: (?i:eve|day)\b)?|Boxing Day|New Year['’]s (?i:eve|day)|"
    r"(?:(?:Lunar|Chinese) )?New Year(?!['’])|"
    r"Easter(?: (?:Sunday|Monday|Saturday))?|(?:Good|Holy) Friday|Palm Sunday|Ash Wednesday|(?:Maundy|Holy) Thursday|"
    r"Shrove Tuesday|Whit (?:Sunday|Monday)|Ascension Day|Thanksgiving(?: Day)?|"
    r"(?:Labou?r|Memorial|Independence|May|Bastille|Armistice|Remembrance|Victory|V-?E|Columbus) Day|"
    r"Remembrance Sunday|All (?:Saints|Souls)['’] Day|(?:St\.? )?Valentine['’]s Day|(?:St\.?|Saint) Patrick['’]s Day|"
    r"Hallowe['’]?en|Martin Luther King(?:,? Jr\.?)? Day|(?:President|Veteran)s?['’]?s? Day|"
    r"(?:International )?Women['’]s Day|Nowruz|Nowrouz|Norouz|Eid(?: |-)(?:al|ul|el)-(?:Fitr|Adha)|Eid|Ramadan|Ashura|"
    r"Passover|Yom Kippur|Hanukkah|Diwali)(?![\w-]))"
)
"""Feasts by their names; resolve.feasts knows the days of most."""

# "this week", "the following month", "later that same year"
THIS = (
    r"(?i:this(?: same| past| coming| very)?|last|next|that(?: same| very)?|the (?:very )?(?:same|next|following|"
    r"previous|preceding|prior|coming|current|ensuing|subsequent|succeeding|past|last))"
)
OF_THAT = rf"(?: of {THIS} (?i:year|month|week)\b)"
SINCE = r"(?:(?i:earlier|later|early|late|mid|sometime)(?:-| (?:(?:in|on) )?))"
THAT_PERIOD = (
    rf"(?:{SINCE}?{THIS} (?:(?i:early|late|mid)(?:-| ))?(?:{PERIOD}|{SEASON}|{DAYTIME}|{WEEKDAY}|{FEAST}|{MONTH})"
    rf"(?: {DAYTIME})?)"
)
IN_PERIOD = rf"(?:(?i:early|late|earlier|later) (?i:in) (?i:the|that|the same) (?:{PERIOD}|{DAYTIME}))"
DAY_WORD = rf"(?:{BEFORE_DAY}?(?i:today|tonight|yesterday|tomorrow)\b(?: {DAYTIME})?)"
DAY_BEFORE = (
    rf"(?:{THE}(?:{PERIOD}|{DAYTIME}) (?i:before|after)(?: (?i:yesterday|tomorrow|last|next)\b|(?= ?(?:[,.;:)]|$))))"
)

# Longer times, and what narrows them: "late", "mid-", "early in", "the end of", "the first half of"
MONTH_YEAR = rf"(?:(?:(?i:the month of) )?{MONTH}(?:, ?{YEAR}| (?:of )?{SURE_YEAR}))"
SEASON_YEAR = rf"(?:{SEASON}(?: of |, | )(?:{FOUR_DIGITS}[-–/]\d\d(?:\d\d)?(?!\w)|{YEAR}))"
DECADE = (
    r"(?:(?:1\d|20)\d0['’]?s\b|['’‘]\d0s\b|"
    r"(?<=[Tt]he\s)(?:(?:early|late|mid)(?:-| ))?(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)"
)
CENTURY = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{ORDINALS}))(?: |-)(?i:century|centuries)\b)"
ERA_YEAR = r"(?:(?:AD|A\.D\.|BC) \d{1,4}(?!\w)|\d{1,4} ?(?:BCE?|CE|AD)(?!\w)|\d{1,4} (?:B\.C\.(?:E\.)?|A\.D\.|C\.E\.))"
EARLY = rf"(?:(?i:(?:very )?(?:early|late|mid)(?:(?:-| )to(?:-| )(?:early|late|mid))?)(?:-| (?:(?i:in) {THE}?)?))"
PORTION = (
    rf"(?:(?!(?i:beginning|start|end|close) in ){THE}?"
    rf"(?i:(?:very )?(?:beginning|start|end|middle|close|turn|outset|height|rest|remainder)|"
    rf"(?:{ORDINALS}|last|latter|final|early|opening|closing|middle)(?: (?:few|several|{ONES}|ten|\d\d?))? "
    rf"(?:half|quarter|third|days?|weeks?|weekend|months?|years?|decades?|part|monday|tuesday|wednesday|thursday|"
    rf"friday|saturday|sunday)) (?i:of|in) )"
)
CALENDAR = rf"(?:{MONTH_YEAR}|{SEASON_YEAR}|{DECADE}|{CENTURY}|{ERA_YEAR}|(?:(?i:year) )?{YEAR}|{MONTH}|{SEASON})"
THE_PERIOD = rf"(?:(?<=[Tt]he\s){PERIOD})"
FISCAL = (
    rf"(?:{THE}?{FOUR_DIGITS}(?:[-–/]\d\d(?:\d\d)?)? (?i:fiscal|financial) (?i:year)\b|"
    rf"(?i:fiscal|financial)(?: (?i:year))? {FOUR_DIGITS}(?:[-–/]\d\d(?:\d\d)?)?(?!\w)|FY ?(?:20)?\d\d(?!\w))"
)
QUARTER = (
    rf"(?:Q[1-4](?:,? (?:of )?{YEAR})?(?!\w)|H[12],? (?:of )?{YEAR}|"
    rf"{THE}(?i:first|second|third|fourth|last|final)(?: |-)(?i:quarter)\b)"
)
HOLIDAY = rf"(?:(?:(?i:the eve of) (?:{THE})?)?{FEAST}(?:(?: of|,)? {YEAR})?)"

# Amounts: "nearly three weeks", "two and a half years ago", "a day later", "40-year-old", "the past three years"
ABOUT = (
    r"(?:(?i:about|almost|around|nearly|more than|less than|fewer than|some|approximately|roughly|at least|at most|"
    r"up to|just over|just under|another) )"
)
A = r"(?:(?i:an?(?: full| whole| further)?|another|half an?) )"
AFTERWARDS = (
    r"(?: (?i:ago|(?:later|earlier)(?! (?:this|today|tonight)\b)|hence|afterwards?|previously|prior|from now|"
    r"from today)\b|"
    r" (?i:before|after|beforehand)\b(?= ?(?:[,.;:)]|$)))"
)
AMOUNT = rf"(?:{NUMBER}(?:(?: (?:to|or) |[-–]){NUMBER}|(?: |-)and(?: |-)a(?: |-)half)?)"
KIND = r"(?:(?i:more|consecutive|straight|full|long|whole|further|calendar|successive) )"
COUNT = (
    rf"(?:{ABOUT}?(?:{AMOUNT}(?: |-){KIND}?{UNIT}|{A}{UNIT})(?: and a half\b|['’]s? time\b)?(?:-(?:old|long)\b)?"
    rf"{AFTERWARDS}?)"
)
THE_COUNT = (
    rf"(?:(?i:the|these|those)(?: (?i:past|last|next|first|final|previous|following|coming|preceding|intervening))? "
    rf"{AMOUNT} {UNIT})"
)
ORDINAL_PERIOD = (
    rf"(?:{THE}(?i:{ORDINALS}|final|last|opening) (?:(?i:consecutive|straight|full) )?(?i:day|night|week|month|year)\b)"
)
VAGUE = "recent|coming|past|following|preceding|previous|subsequent|ensuing|intervening|next|last|later|early"
SET = (
    rf"(?:(?i:every|each)(?: (?:(?i:other|single)|{NUMBER}))? (?:{UNIT}|{WEEKDAY}|{SEASON}|{MONTH}|{DAYTIME})|"
    rf"(?:{_cased(WEEKDAY_NAMES)})[sS]\b|(?:daily|nightly|weekly|fortnightly|monthly|yearly|annual|annually)\b)"
)

RULES: tuple[tuple[str, str], ...] = (
    ("iso", ISO),
    ("slashed", SLASHED),
    ("nine_eleven", r"9/11(?![/\d])"),
    ("days", rf"{OF_DAYTIME}?{DAY_LIST}"),
    (
        "of_that",
        rf"{PORTION}?{THE}?{EARLY}?(?:{DAY_MONTH}|{MONTH_DAY}|{MONTH}|{WEEKDAY}|{SEASON}|(?i:weekend))"
        rf"(?: {DAYTIME})?{OF_THAT}",
    ),
    ("date", rf"{BEFORE_DAY}?{DATE}{DAYTIME_TAIL}"),
    ("weekday", rf"{BEFORE_DAY}?{WEEKDAY}{DAYTIME_TAIL}"),
    ("day_word", DAY_WORD),
    ("portion", rf"{PORTION}(?:{THE}?{EARLY}?{CALENDAR}|{THAT_PERIOD}|{THE}{THE_PERIOD})"),
    ("early", rf"{THE}?{EARLY}(?:{CALENDAR}|{THE_PERIOD}|{DAYTIME})"),
    ("that_period", rf"{CLOCK_ON}?{THAT_PERIOD}"),
    ("clock", CLOCK),
    ("bare_clock", HOUR_24),
    ("fiscal", FISCAL),
    ("years", YEARS),
    ("day_before", DAY_BEFORE),
    ("before_what", rf"{THE}(?:{PERIOD}|{DAYTIME})(?= (?:before|after)\b)"),
    ("in_period", IN_PERIOD),
    ("ordinal_period", ORDINAL_PERIOD),
    ("era_year", ERA_YEAR),
    ("month_year", MONTH_YEAR),
    ("season_year", rf"{THE}?{SEASON_YEAR}"),
    ("decade", rf"{THE}?{DECADE}"),
    ("century", rf"{THE}?{CENTURY}"),
    ("quarter", QUARTER),
    ("ordinal_day", rf"{THE}{ORDINAL_DAY}"),
    ("holiday", HOLIDAY),
    ("the_count", THE_COUNT),
    ("count", COUNT),
    ("periods_later", rf"{PERIODS}{AFTERWARDS}|(?:year|month|week|day|decade|centurie)s?-(?:long|old)\b"),
    ("vague_periods", rf"{THE}?(?i:{VAGUE}) {PERIODS}"),
    ("set", SET),
    ("named_year", rf"{THE}?(?i:year) {YEAR}"),
    ("year", rf"{FOUR_DIGITS}(?![\w%]|[.,:/]\d|-[A-Za-z])"),
    ("month", rf"(?:(?i:the month of) )?{MONTH}"),
    ("season", rf"{THE}?{SEASON}"),
    ("weekday_short", WEEKDAY_SHORT),
    ("weekend", rf"{THE}?(?i:weekend)\b"),
    ("daytime", rf"{THE}?(?:(?i:early|late) )?{DAYTIME}|{THE}(?:early|small) hours\b|overnight\b"),
    ("periods", PERIODS),
)  # fmt: skip
"""Rules by name, the first that matches first. `find.times` checks those that are ambiguous."""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"(?:[^\S\n]{0,2}\s)"))


EXPRESSION = _compile(
    rf"(?<![\w$£€#@])(?<!\d[.,:])(?={make_opening()})(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in RULES)
    + ")"
)
"""Any time expression; `lastgroup` is its rule."""
NEXT_DAY = _compile(
    rf"(?:{DASH}|/| (?:to|until|till|through) {THE}?| (?:and|or) {THE}?(?={DAY}(?:{YEAR_TAIL}| ?(?:[,.;:)]|$))))"
    rf"(?P<next>{DAY}{COUNTED}{YEAR_TAIL}?)(?! (?:of )?{MONTH})"
)
"""A second day after a month and a day: "May 12" is followed by "–15, 1940" or "to 15"."""
NEXT_YEAR = _compile(rf"(?:[-/]| ?[–—] ?)(?P<next>{FOUR_DIGITS}|\d\d)(?!\w)")
"""A second year after a year: "1914" is followed by "–1918" or "-18"."""
ENDS_IN_DAY = _compile(rf"{MONTH} {THE}?{DAY_NUMBER}\Z")
"""A month and a day at the end of an expression."""
COUNTED_NOUN = _compile(rf" (?:{COUNTED_NOUNS})\b")
"""A counted noun right after a number."""
CALENDAR_NAME = _compile(rf"(?<!\w)(?:{MONTH}|{WEEKDAY}|{FOUR_DIGITS}(?:s|(?!\w))|Christmas)")
"""What makes an expression a name rather than a nominal."""
