"""Whether ambiguous words are a time where they stand: "May", "2000", "the fall", "that Friday".

Every check takes one candidate and answers yes or no; a rule without a check is always a time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.find.time_patterns import COUNTED_NOUN, MONTH_NAMES
from onrecord.model.parse import Parse, Token
from onrecord.model.spans import Span

Cues = frozenset[str]


@dataclass(frozen=True)
class Candidate:
    """Words that may be a time, and what stands around them.

    `previous` is the mention found before, if any; `knows_may` is whether the document names a Mrs May.
    """

    text: str
    parse: Parse
    span: Span
    previous: Span | None
    knows_may: bool

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.span.slice(self.text)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the words."""
        return self.parse.tokens_in(self.span)

    def neighbour(self, distance: int) -> Token | None:
        """A token of the same sentence: -1 the one before, 1 the one after; None where the sentence ends."""
        inside = self.tokens
        if not inside:
            return None
        edge = inside[-1] if distance > 0 else inside[0]
        index = edge.index + distance
        if not 0 <= index < len(self.parse.tokens) or self.parse.tokens[index].sentence != edge.sentence:
            return None
        return self.parse.tokens[index]

    def word_at(self, distance: int) -> str:
        """The neighbour's words in lower case; nothing where there is none."""
        token = self.neighbour(distance)
        return token.words.lower() if token else ""

    def tag_at(self, distance: int) -> str:
        """The neighbour's tag; nothing where there is none."""
        token = self.neighbour(distance)
        return token.tag if token else ""


MONTH_CUES = frozenset({
    "in", "since", "until", "till", "by", "during", "from", "before", "after", "between", "through", "throughout",
    "of", "to", "and", "or", "early", "late", "mid", "last", "next", "this", "every", "each", "for",
})  # fmt: skip
SURE_MONTH_CUES = frozenset({
    "in", "since", "until", "till", "during", "last", "next", "this", "early", "late", "mid", "through", "throughout",
})  # fmt: skip
YEAR_CUES = frozenset({
    "in", "since", "until", "till", "by", "during", "from", "before", "after", "between", "through", "throughout",
    "circa", "ca", "c.", "ca.", "year", "born", "died", "founded", "established", "elected",
})  # fmt: skip
SURE_YEAR_CUES = frozenset({"in", "since", "until", "till", "during", "circa"})
DAY_CUES = frozenset({
    "at", "by", "before", "after", "until", "till", "since", "around", "from", "about", "near", "towards", "toward",
    "to", "between",
})  # fmt: skip
PART_CUES = frozenset({
    "in", "on", "during", "by", "into", "through", "throughout", "for", "until", "till", "since", "over",
})  # fmt: skip
SEASON_CUES = frozenset({
    "in", "during", "by", "since", "until", "till", "through", "throughout", "of", "early", "late", "mid", "for",
    "before", "after", "between", "and", "to", "from",
})  # fmt: skip
PERIODS_CUES = frozenset({
    "for", "within", "in", "after", "over", "lasted", "lasting", "took", "takes", "take", "spent", "spend", "last",
})  # fmt: skip
CROWD_NOUNS = frozenset({
    "crowd", "total", "force", "army", "group", "garrison", "strength", "number", "maximum", "minimum", "population",
    "distance", "height", "range", "altitude", "capacity", "loss", "losses", "average", "estimate", "some", "about",
    "nearly", "almost", "over", "under", "than", "least", "up",
})  # fmt: skip
NOT_BEFORE_WEEKDAY = frozenset({
    "black", "bloody", "super", "ash", "palm", "easter", "cyber", "good", "sheffield", "maundy", "shrove", "whit",
    "holy",
})  # fmt: skip
NOT_AFTER_WEEKDAY = frozenset({
    "times", "telegraph", "mail", "mirror", "herald", "express", "post", "tribune", "independent", "business",
})  # fmt: skip
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "judge", "justice", "senator",
    "congressman", "congresswoman", "pastor", "father", "sister", "brother", "bishop", "rabbi", "sheikh", "chief",
    "colonel", "col", "general", "gen", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt",
    "corporal", "private", "admiral", "inspector", "officer", "detective", "constable", "ambassador", "minister",
    "president", "chairman", "king", "queen", "prince", "princess", "coach",
})  # fmt: skip
"""Titles, without full stops: what follows one is a person ("Inspector Winter", "Colonel Monday Camara")."""
NAMED_AFTER_DAYS = re.compile(
    r"\s(?:[A-Z]\w+\s){0,2}(?:Movement|Brigades?|Street|Avenue|Boulevard|Road|Bridge|Square|Plaza|Stadium|Airport|"
    r"University|Hospital|School|Party|List|Alliance|Bloc|Coalition|Group|Organi[sz]ation|Front|Army|Division|Unit|"
    r"Dam|Barracks|Park|Club|Forces?)\b|"
    r"\s(?:[a-z]+\s)?(?:gang|alliance|bloc|coalition|brigades?|movement|faction|street|avenue|bridge|square|boulevard|"
    r"stadium)\b"
)
"""What bears a day as its name, right after that day: "the 17 November gang", "6 October Bridge"."""
DAY_BEFORE = re.compile(r"(?:\d|first|second|third|[a-z]th)\s(?:of\s)?\Z", re.IGNORECASE)
PAPERS = frozenset({
    "paper", "papers", "newspaper", "newspapers", "magazine", "magazines", "journal", "tabloid", "broadsheet",
    "gazette", "publication", "bulletin", "title",
})  # fmt: skip
LONE_ABBREVIATIONS = frozenset({"sept", "sep", "feb", "oct", "nov", "dec", "aug"})
PREFIX = re.compile(r"\b(?:post|pre)-\Z", re.IGNORECASE)
MORE_YEARS = re.compile(r"(?:,\s\d{4})*,?\s(?:and|or)\s\d{4}\s[a-z]")
FULL_MONTH = re.compile(rf"(?:{'|'.join(MONTH_NAMES)})\Z")
THERESA_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister) May\b")


def is_year(found: Candidate) -> bool:
    """Whether four digits are a year: "in 1939", "(1939)", "the 1991 coup", "1940 and 1941"; not "some 1500 men"."""
    year, before = int(found.words), found.word_at(-1)
    token, after = found.neighbour(-1), found.neighbour(1)
    if found.text[max(found.span.start - 1, 0) : found.span.start] in ("-", "/"):
        return PREFIX.search(found.text, max(found.span.start - 5, 0), found.span.start) is not None
    if COUNTED_NOUN.match(found.text, found.span.end) and (year % 50 == 0 or before not in SURE_YEAR_CUES):
        return False
    if is_next_in_list(found):
        return True
    if after and after.tag == "NNS" and (year % 50 == 0 or year < 1700) and not after.words[0].isupper():
        return False
    if before in YEAR_CUES or before in {"(", "["}:
        return True
    if token is None:
        return 1800 <= year <= 2100 and bool(after) and found.tag_at(1)[:1] in {"V", "M", ","}
    if not 1700 <= year <= 2100:
        return False
    if before in {"of", "to", "for", "around", "about"}:
        return found.word_at(-2) not in CROWD_NOUNS and (before == "of" or year % 100 != 0)
    if before == ",":
        return found.tag_at(-2).startswith("NNP") and found.tag_at(1)[:1] in {"", ",", "."}
    return is_premodifier(found, token, after)


def is_next_in_list(found: Candidate) -> bool:
    """Whether the number follows another year: "1940, 1941 and 1942", "1914 to 1918"."""
    if found.previous is None or not re.search(r"\d{4}$", found.previous.slice(found.text)):
        return False
    gap = found.text[found.previous.end : found.span.start]
    return re.fullmatch(r",?\s{1,2}(?:and|or|to|through|until|till)?\s{0,2}|\s?[-–—]\s?", gap) is not None


def is_premodifier(found: Candidate, before: Token, after: Token | None) -> bool:
    """Whether a year stands in a noun phrase that it dates: "the failed 1991 coup", "Moscow's 2008 invasion"."""
    is_listed = MORE_YEARS.match(found.text, found.span.end) is not None
    if after is None or not (is_listed or after.tag.startswith(("NN", "JJ", "VBN", "VBG", "HYPH"))):
        return False
    opens = before.tag in {"DT", "PRP$", "POS", "JJ", "VBN", "NN"} and before.words.lower() not in {
        "some", "any", "another", "all", "these", "those", "additional", "further", "other", "estimated", "few",
    }  # fmt: skip
    return opens and not (after.tag == "NNS" and found.words.endswith("00"))


def is_month(found: Candidate) -> bool:
    """Whether a lone month's name is one: "in May", "the January attack"; not "Mrs May", "June Carter"."""
    if found.words.lower().startswith("the month of"):
        return True
    token, before = found.tokens[-1] if found.tokens else None, found.word_at(-1)
    if token is None or not token.tag.startswith("NN") or is_part_of_name(found):
        return False
    if DAY_BEFORE.search(found.text, max(found.span.start - 12, 0), found.span.start) and NAMED_AFTER_DAYS.match(
        found.text, found.span.end
    ):
        return False
    name = found.words.rstrip(".").lower()
    if name in {"may", "march"}:
        cues = SURE_MONTH_CUES if name == "may" and found.knows_may else MONTH_CUES
        return before in cues or follows_month(found)
    if len(name) <= 4 and name not in {"june", "july"}:
        return before in MONTH_CUES and (name in LONE_ABBREVIATIONS or found.words.endswith("."))
    after = found.neighbour(1)
    names = after is not None and after.tag == "NNP" and after.index == token.head and token.label == "compound"
    return not (names or (found.tag_at(-1) == "NNP" and token.label == "compound"))


def follows_month(found: Candidate) -> bool:
    """Whether it is the second of two: "between January and May"."""
    if found.previous is None or not FULL_MONTH.search(found.previous.slice(found.text)):
        return False
    return (
        re.fullmatch(r"\s(?:and|to|through|or)\s|\s?[-–—]\s?", found.text[found.previous.end : found.span.start])
        is not None
    )


def is_season(found: Candidate) -> bool:
    """Whether a season's name is one: "in the fall", "by winter"; not "the fall of Berlin", "Arab Spring"."""
    token, has_article = found.tokens[-1], len(found.tokens) > 1
    before = found.word_at(-1)
    if not token.tag.startswith("NN") or (found.word_at(1) == "of" and token.words.lower() == "fall"):
        return False
    if token.words[0].isupper() and (found.tag_at(-1).startswith("NNP") or found.tag_at(1).startswith("NNP")):
        return False
    if token.words.lower() in {"fall", "spring"}:
        return before in SEASON_CUES and (has_article or token.words.lower() == "spring")
    return has_article or before in SEASON_CUES or found.tag_at(1).startswith("NN")


def is_weekday(found: Candidate) -> bool:
    """Whether a weekday's name is a day and not half of another name: not "Bloody Sunday", "the Sunday Times"."""
    if found.word_at(-1) in NOT_BEFORE_WEEKDAY or is_part_of_name(found):
        return False
    is_capital = found.tokens[-1].words[0].isupper() and found.tag_at(1).startswith("NNP")
    return not (is_capital and (found.word_at(1) in NOT_AFTER_WEEKDAY or len(found.tokens) > 1))


def is_part_of_name(found: Candidate) -> bool:
    """Whether a weekday or month is a person's name or half of another: "Robinson Friday", "Lord Monday", "Black May".

    Not: "in Baghdad Friday", where the parser hangs the day on the verb.
    """
    token, before, after = found.tokens[-1], found.neighbour(-1), found.neighbour(1)
    if len(found.tokens) != 1 or before is None or not before.tag.startswith("NNP"):
        return False
    if before.words in {"Black", "Bloody", "Red"} or before.words.rstrip(".").lower() in TITLES:
        return True
    if after is not None and after.tag == "NNP" and token.label == "compound" and token.head == after.index:
        return before.label == "compound" and before.head == after.index
    is_subject = token.label in {"nsubj", "nsubjpass", "oprd"} and before.end + 1 == token.start
    return is_subject or follows_title(found)


def follows_title(found: Candidate) -> bool:
    """Whether a title and one name stand before: "Officer Ruby Tuesday"."""
    title = found.neighbour(-2)
    return title is not None and title.words[0].isupper() and title.words.rstrip(".").lower() in TITLES - {"president"}


def is_date(found: Candidate) -> bool:
    """Whether a day and its month are a date: "the 17 November raid"; not "the 17 November gang"."""
    match = NAMED_AFTER_DAYS.match(found.text, found.span.end)
    return match is None or re.search(r"\d{4}|day", found.words) is not None


def is_short_weekday(found: Candidate) -> bool:
    """Whether "Sat", "Wed." and the like are days: "on Sat", "next Wed."; not "sat", "the Sun"."""
    return found.word_at(-1) in {"on", "last", "next", "until", "since"} and found.tokens[0].tag.startswith("NNP")


def is_that_period(found: Candidate) -> bool:
    """Whether "that" and the like point at a time: "that Friday"; not "said that Friday would", "to this day"."""
    first, last = found.tokens[0], found.tokens[-1]
    if first.words.lower() == "that" and first.tag in {"IN", "WDT", "WP"}:
        return found.tag_at(1) in {"", ".", ",", ":"}
    if first.words.lower() in {"last", "next"} and first.tag.startswith("V"):
        return False
    return found.words.lower() != "this day" and not last.tag.startswith("V")


def is_day_word(found: Candidate) -> bool:
    """Whether "today" is a day and not a name: not "USA Today", "Russia Today", "the newspaper Today"."""
    before = found.neighbour(-1)
    return not (found.words == "Today" and before is not None and before.words[0].isalpha())


def is_count(found: Candidate) -> bool:
    """Whether an amount of time is one: "a week", "a day later"; not "a day trip", "a night club"."""
    words = found.words.lower()
    if is_age(found):
        return False
    is_single = re.fullmatch(r"(?:an?|another)\s+[a-z]+", words) is not None
    return not (is_single and found.tag_at(1).startswith("NN"))


def is_age(found: Candidate) -> bool:
    """Whether an amount is somebody's age: "61-year-old", "a year-old girl"; that is when nothing happened."""
    return re.search(r"\byears?\s?-old\Z", found.words.lower()) is not None


def is_long(found: Candidate) -> bool:
    """Whether years, weeks … with something after them are a time: "years later", "month-long"; not an age."""
    return not is_age(found)


def is_ordinal_day(found: Candidate) -> bool:
    """Whether an ordinal is a day of the month: "on the 5th"; not "the 5th Division", "the 20th anniversary"."""
    if found.word_at(-1) not in {"on", "by", "until", "till", "from", "since", "to", "and", "before", "after"}:
        return False
    return not found.tag_at(1).startswith(("NN", "JJ", "CD", "VBN")) and found.word_at(1) != "of"


def is_daytime(found: Candidate) -> bool:
    """Whether a part of the day is told as a time: "at dawn", "in the evening", "overnight"; not "the Night Watch"."""
    words, before = found.words.lower(), found.word_at(-1)
    if words == "overnight":
        return True
    if found.tag_at(1).startswith("NN") or found.tokens[-1].words[0].isupper():
        return False
    if words.startswith("the"):
        return before in PART_CUES
    if words == "night":
        return before in {"at", "by"}
    return words not in {"morning", "afternoon", "evening"} and before in DAY_CUES


def is_periods(found: Candidate) -> bool:
    """Whether a lone plural is a duration: "for years", "hours after"; not "the days", "years"."""
    is_first = found.word_at(-1) == "" and found.word_at(1) == "of"
    return is_first or found.word_at(-1) in PERIODS_CUES or found.word_at(1) in {"after", "before"}


def is_bare_clock(found: Candidate) -> bool:
    """Whether "10:30" is a time of day: "at 10:30"; not "won 10:30"."""
    return found.word_at(-1) in DAY_CUES


def is_holiday(found: Candidate) -> bool:
    """Whether a feast is one: "at Christmas"; not "Christmas Island"."""
    if found.tag_at(1).startswith("NNP") or (found.tag_at(-1) == "NNP" and len(found.tokens) == 1):
        return False
    return found.word_at(1) not in {"island", "pudding"}


def is_set(found: Candidate) -> bool:
    """Whether "daily" and the like tell how often: "daily raids"; not "a weekly paper", "the daily Dawn"."""
    token = found.tokens[-1]
    if len(found.tokens) > 1 or not token.words.lower().endswith("ly"):
        return True
    has_article = found.word_at(-1) in {"a", "an", "the", "its", "another"}
    is_noun = (token.tag.startswith("NN") or found.word_at(1) == ",") and not found.tag_at(1).startswith("NN")
    return not (found.word_at(1) in PAPERS or (has_article and (is_noun or found.tag_at(1).startswith("NNP"))))


def is_first_year(found: Candidate) -> bool:
    """Whether two numbers with a dash are years: "1914–18"; not "1500-2000", "1914-12"."""
    match = re.match(r"\s?[-–—/]\s?(\d{4}|\d\d)", found.text[found.span.end : found.span.end + 8])
    first = int(found.words)
    if match is None:
        return False
    last = int(match[1]) if len(match[1]) == 4 else first // 100 * 100 + int(match[1])
    return first < last <= min(first + 150, 2100) and not (first % 100 == last % 100 == 0 and last - first > 100)


CHECKS: dict[str, Callable[[Candidate], bool]] = {
    "year": is_year, "years": is_first_year, "month": is_month, "season": is_season, "weekday": is_weekday,
    "weekday_short": is_short_weekday, "that_period": is_that_period, "day_word": is_day_word, "count": is_count,
    "ordinal_day": is_ordinal_day, "daytime": is_daytime, "periods": is_periods, "bare_clock": is_bare_clock,
    "holiday": is_holiday, "date": is_date, "set": is_set, "periods_later": is_long,
}  # fmt: skip
"""The check of each ambiguous rule."""
