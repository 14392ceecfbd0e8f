"""Words that an expression of time may begin with, as one pattern that fails fast.

Most words of a report begin no time. Looking at the first letters, and at the next word after "the" and its like,
spares the trial of some forty forms at each word. Invariant: what a form of find.time_patterns matches begins so.
"""

import re
from collections.abc import Iterable

POINTERS = "the|that|this|these|those|an?|each|every"
"""Words that begin a time only before some others: "the week", but not "the army"."""
ABOUT = (
    "at (?:least|most)|(?:more|less|fewer) than|up to|just (?:over|under)|about|around|almost|nearly|some|"
    "approximately|roughly"
)
WORDS = (
    "afternoon all annual annually another apr april armistice ascension ash ashura aug august autumn bastille "
    "beginning black boxing centurie centuries century chinese christmas close closing columbus coming couple "
    "current daily dawn day daybreak days dec decade decades december diwali dozen dozens dusk earlier early easter "
    "eid eight eighteen eighteenth eighth eighties eighty eleven eleventh end ensuing eve evening fall feb february "
    "few fifteen fifteenth fifth fifties fifty final financial first fiscal five following forties fortnight "
    "fortnightly forty four fourteen fourteenth fourth fri friday fridays full further good half hallowe halloween "
    "hanukkah height holy hour hours hundred hundreds independence international intervening jan january jul july "
    "jun june labor labour last late later latter lunar many mar march martin maundy may memorial mid midday middle "
    "midnight minute minutes mon monday mondays month monthly months morning new next night nightfall nightly "
    "nights nine nineteen nineteenth nineties ninety ninth noon norouz nov november nowrouz nowruz number oct "
    "october one opening other outset overnight palm passover past preceding president presidents previous prior "
    "quarter ramadan recent remainder remembrance rest roughly saint same sat saturday saturdays second seconds sep "
    "sept september seven seventeen seventeenth seventh seventies seventy several shrove single six sixteen "
    "sixteenth sixth sixties sixty small sometime spring st start subsequent succeeding summer sun sunday sundays "
    "ten tenth thanksgiving third thirteen thirteenth thirties thirtieth thirty thousand thousands three thu thur "
    "thurs thursday thursdays today tomorrow tonight tue tues tuesday tuesdays turn twelfth twelve twenties "
    "twentieth twenty two valentine ve very veteran veterans victory wed wednesday wednesdays week weekend weekends "
    "weekly weeks whit whole winter women year yearly years yesterday yom"
)
"""First words, and those that may follow a pointer, in lower case."""


def join_by_letters(words: Iterable[str]) -> str:
    """A pattern that matches just the words, letter by letter: "(?:ma(?:r(?:ch)?|y))"."""
    endings: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        endings.setdefault(word[:1], []).append(word[1:])
    is_end = endings.pop("", None) is not None
    if not endings:
        return ""
    branches = [re.escape(letter) + join_by_letters(rest) for letter, rest in endings.items()]
    whole = branches[0] if len(branches) == 1 and not is_end else f"(?:{'|'.join(branches)})"
    return f"{whole}?" if is_end else whole


def make_opening() -> str:
    """The pattern of how an expression may begin. A space stands for white space, as in find.time_patterns."""
    word = rf"(?i:{join_by_letters(WORDS.split())})(?![A-Za-z])"
    number = r"[0-9'’‘]"
    return (
        rf"{number}|(?:A\.?D|BC|FY|[QH][1-4]|V-E)|{word}|(?i:{POINTERS}) (?:{number}|{word})|"
        rf"(?i:{ABOUT}) (?i:an? )?(?:{number}|{word})"
    )
