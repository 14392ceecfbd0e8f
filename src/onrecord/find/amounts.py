"""How many: amounts as low and high bounds, read off the words before a noun.

20 · twenty-five · 1.2 million · a dozen       exact
20 to 30 · between 20 and 30 · five or six     a range
at least 20 · more than 20 · dozens            open above
up to 20 · nearly 20                           bounded above
about 20                                       a tenth to either side
"""

import re
from dataclasses import dataclass

from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.spans import Span

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
VAGUE = {"dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
"""Plural amounts and the least that they mean: two of them."""
FEW = {"several": 3, "few": 2}
BOTH = {"both": 2, "couple": 2, "pair": 2, "trio": 3, "single": 1}
FROM = (
    "at least", "no fewer than", "not fewer than", "no less than", "not less than", "more than", "over", "in excess of",
    "upwards of", "a minimum of", "above", "at the least",
)  # fmt: skip
AT_LEAST = ("no fewer than", "not fewer than", "no less than", "not less than")
UP_TO = ("up to", "as many as", "at most", "no more than", "not more than", "a maximum of", "fewer than", "less than",
         "under", "as much as", "below")  # fmt: skip
NEARLY = ("nearly", "almost", "close to", "just under", "approaching", "not quite")
ABOUT = (
    "about",
    "some",
    "around",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
    "circa",
    "or so",
    "perhaps",
)
CLOSE = 0.9
"""What is near an amount is at least this share of it."""
WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d[\d,]*(?:\.\d+)?|[a-z]+|[-–—]|%", re.I)
AGE = re.compile(r"\b(?:\d+|[a-z]+(?:-[a-z]+)?)[-\s]years?[-\s]old\b", re.I)
LONGEST_WINDOW = 12
GROUPS = {
    "family",
    "group",
    "team",
    "crew",
    "gang",
    "band",
    "crowd",
    "party",
    "total",
    "force",
    "contingent",
    "unit",
    "number",
}
"""Nouns whose "of" phrase says how many."""
OPENERS = {
    "at", "least", "no", "not", "fewer", "less", "more", "than", "over", "in", "excess", "of", "upwards", "up",
    "to", "as", "many", "most", "a", "an", "minimum", "maximum", "under", "nearly", "almost", "close", "just",
    "about", "some", "around", "roughly", "approximately", "estimated", "between", "only", "another", "further",
    "additional", "above", "half", "and", "or", "much", "perhaps", "total", "the", "approaching", "below", "well",
    "exactly", "precisely", "quite",
}  # fmt: skip
"""Words that may stand before a number and belong to it."""


@dataclass(frozen=True)
class Amount:
    """Bounds of a number of people (`high` None: open) and the words that tell it."""

    low: float
    high: float | None
    span: Span


def read_amount(text: str, parse: Parse, head: Token) -> Amount | None:
    """The amount before a noun, or that a word itself is ("killed *12*", "*dozens* of"); None where none is told."""
    for preposition in parse.children_of(head, "prep"):
        inner = parse.children_of(preposition, "pobj") if preposition.lemma == "of" else []
        if preposition.lemma == "of" and head.lemma in GROUPS:
            after = parse.subtree(preposition)[1:LONGEST_WINDOW]
            bounds = read_bounds(text[after[0].start : after[-1].end]) if after else None
            return (
                Amount(*bounds, span_of(after)) if bounds and any(one.tag in ("CD", "NNS") for one in after) else None
            )
        if inner and head.words.casefold() in VAGUE and inner[0].words.casefold() in VAGUE:
            base = MULTIPLES.get(inner[0].words.casefold().rstrip("s"), 1)
            return Amount(VAGUE[head.words.casefold()] * base, None, span_of([head, inner[0]]))
    window = list_window(parse, head)
    if parse.tokens[max(0, window[0].index - 1)].tag == "$" or any(one.tag == "$" for one in window):
        return None
    words = AGE.sub(" ", text[window[0].start : window[-1].end])
    bounds = read_bounds(words)
    if bounds is None:
        return None
    return Amount(*bounds, span_of(trim(window)))


def trim(window: list[Token]) -> list[Token]:
    """The words that tell how many, without "and" or "the" before them and what describes people after them."""
    telling = [number for number, token in enumerate(window) if tells_amount(token)]
    if not telling:
        return window[:1]
    first = 0
    while first < telling[0] and window[first].words.casefold() in ("and", "or", "the", "of", "to", "only", "up"):
        if window[first].words.casefold() in ("up", "of") and first + 1 < telling[0]:
            break
        first += 1
    return window[first : telling[-1] + 1]


def tells_amount(token: Token) -> bool:
    """Whether a word is a number, or as good as one."""
    word = token.words.casefold()
    return token.tag == "CD" or token.lemma in MULTIPLES or word in VAGUE or word in FEW or word in BOTH


def list_window(parse: Parse, head: Token) -> list[Token]:
    """The words before a noun that may tell how many, and the noun where it is an amount itself."""
    is_amount = tells_amount(head)
    members = [token for token in parse.subtree(head) if token.index <= head.index and token.sentence == head.sentence]
    first = head.index
    inside = {token.index for token in members}
    while first - 1 in inside:
        first -= 1
    while first > 0 and head.index - first < LONGEST_WINDOW:
        before = parse.tokens[first - 1]
        is_part = before.words.casefold() in OPENERS or before.tag == "CD" or before.words in ("-", "–")
        if before.sentence != head.sentence or not is_part:
            break
        first -= 1
    last = head.index if is_amount else max(first, head.index - 1)
    return list(parse.tokens[first : last + 1])


def read_bounds(words: str) -> tuple[float, float | None] | None:
    """The bounds that words tell: "between 20 and 30", "at least a dozen", "several hundred", "a"; None for none."""
    tokens = [match.group().casefold() for match in WORD.finditer(words)]
    if "%" in tokens or "percent" in tokens:
        return None
    values: list[tuple[float, int, int, bool]] = []
    position = 0
    while position < len(tokens):
        value, length, is_open = read_value(tokens, position)
        if length:
            values.append((value, position, position + length, is_open))
        position += max(length, 1)
    if not values:
        return (1.0, 1.0) if tokens[:1] in (["a"], ["an"], ["another"]) else None
    value, start, end, is_open = values[-1]
    before = " ".join(tokens[:start])
    if len(values) > 1:
        other, first, stop, _ = values[-2]
        between = " ".join(tokens[stop:start])
        before_both = " ".join(tokens[:first])
        if between in ("to", "-", "–", "—", "or") or (between == "and" and before_both.endswith("between")):
            return (min(other, value), max(other, value))
    after = " ".join(tokens[end:])
    if is_open:
        return (value, None)
    return bound(value, before, after)


def bound(value: float, before: str, after: str) -> tuple[float, float | None]:
    """The bounds of a value by the words around it."""
    if before.endswith(AT_LEAST):
        return (value, None)
    if before.endswith(UP_TO):
        return (1.0, value)
    if after.startswith(("or more", "if not more")) or before.endswith(FROM):
        return (value, None)
    if before.endswith(NEARLY):
        return (float(round(value * CLOSE)), value)
    if before.endswith(ABOUT) or after.startswith("or so"):
        return (float(round(value * CLOSE)), float(round(value * (2 - CLOSE))))
    return (value, value)


def read_value(tokens: list[str], position: int) -> tuple[float, int, bool]:
    """A number at a position, how many words it takes (0: none is there), and whether it is open above."""
    word = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else ""
    if word == "half" and tokens[position + 1 : position + 2] == ["a"] and position + 2 < len(tokens):
        multiple = MULTIPLES.get(tokens[position + 2])
        return (multiple / 2, 3, False) if multiple else (0.0, 0, False)
    if word in FEW:
        multiple = MULTIPLES.get(following.rstrip("s") if following not in VAGUE else "")
        return (3.0 * multiple, 2, True) if multiple else (float(FEW[word]), 1, True)
    if word in ("a", "an") and following in (*MULTIPLES, *BOTH):
        if following in BOTH:
            return (float(BOTH[following]), 2, False)
        value, length = read_multiples(1.0, tokens, position + 1)
        return (value, 1 + length, False)
    if word in VAGUE:
        if following == "of" and position + 2 < len(tokens) and tokens[position + 2] in VAGUE:
            return (VAGUE[word] * MULTIPLES[tokens[position + 2].rstrip("s")], 3, True)
        return (float(VAGUE[word]), 1, True)
    if word in BOTH:
        return (float(BOTH[word]), 1, False)
    if word[0].isdigit():
        return read_digits(tokens, position)
    if word in UNITS:
        return read_words(tokens, position)
    return (0.0, 0, False)


def read_digits(tokens: list[str], position: int) -> tuple[float, int, bool]:
    """A number in digits, with "million" or a group of three digits after it; ordinals are none."""
    plain = tokens[position].replace(",", "")
    if not plain.replace(".", "", 1).isdigit():
        return (0.0, 0, False)
    length = 1
    if position + 1 < len(tokens) and len(plain) <= len("999"):
        while position + length < len(tokens) and re.fullmatch(r"\d{3}", tokens[position + length]):
            plain += tokens[position + length]
            length += 1
    value, more = read_multiples(float(plain), tokens, position + length)
    return (value, length + more, False)


def read_words(tokens: list[str], position: int) -> tuple[float, int, bool]:
    """A number in words: "twenty-five", "one hundred and eight", "twelve hundred", "two dozen"."""
    total = current = 0.0
    end = position
    while end < len(tokens):
        word = tokens[end]
        is_joint = word in ("-", "–") or (
            word == "and" and current >= MULTIPLES["hundred"] and "between" not in tokens[:position]
        )
        if is_joint and end + 1 < len(tokens) and tokens[end + 1] in UNITS and (word == "and" or current % 100 >= 20):
            end += 1
            continue
        if word in UNITS and (current == 0 or current % 100 == 0 or (current % 10 == 0 and UNITS[word] < 10)):
            current += UNITS[word]
        elif word in MULTIPLES and current:
            if MULTIPLES[word] >= MULTIPLES["thousand"]:
                total, current = total + current * MULTIPLES[word], 0.0
            else:
                current *= MULTIPLES[word]
        else:
            break
        end += 1
    return (total + current, end - position, False)


def read_multiples(value: float, tokens: list[str], position: int) -> tuple[float, int]:
    """A value with the multiples after it, and how many words they take: "1.2 million", "a hundred thousand"."""
    length = 0
    while position + length < len(tokens) and tokens[position + length] in MULTIPLES:
        value *= MULTIPLES[tokens[position + length]]
        length += 1
    return value, length
