"""How many were killed, injured or arrested, where a number stands with those it happened to.

killed at least 20 people     killed, 20 or more
two men were shot dead        killed, 2
dozens were wounded           not handled yet: vague numbers without a bound of ours
"""

from collections.abc import Iterator

from onrecord.find.triggers import Trigger
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Count
from onrecord.model.parse import Parse, Token

UNITS = {"kill": "killed", "slay": "killed", "massacre": "killed", "slaughter": "killed", "murder": "killed",
         "behead": "killed", "execute": "killed", "assassinate": "killed", "killing": "killed", "death": "killed",
         "injure": "injured", "wound": "injured", "hurt": "injured",
         "arrest": "arrested", "detain": "arrested", "jail": "arrested"}  # fmt: skip
NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
LOWER_BOUNDS = {"least", "than", "over", "some"}


def find_counts(doc: CodedDocument, trigger: Trigger, holder: str) -> Iterator[Count]:
    """The count of a trigger's patient, if its verb tells what happened to people."""
    unit = next((UNITS[token.lemma] for token in trigger.words if token.lemma in UNITS), None)
    if unit is None:
        return
    for patient in trigger.slots.get("patient", []):
        for number in (patient, *doc.parsed.children_of(patient, "nummod")):
            value = read_number(doc.parsed, number)
            if value is None or value < 1:
                continue
            words = {child.lemma for child in doc.parsed.children_of(number, "advmod", "quantmod", "amod", "det")}
            yield Count(unit, value, None if words & LOWER_BOUNDS else value, number.span, holder)
            break


def read_number(parse: Parse, token: Token) -> float | None:
    """The number that a token is, in digits or as a word ("thirty-five"); years and fractions are none."""
    if token.tag != "CD":
        return None
    plain = token.words.replace(",", "")
    if plain.isascii() and plain.isdigit() and len(plain) < 10:
        return float(plain)
    words = [one.words.casefold() for one in (*parse.children_of(token, "compound"), token)]
    values = [NUMBER_WORDS.index(word) if word in NUMBER_WORDS else TENS.get(word) for word in words if word != "-"]
    return float(sum(value for value in values if value is not None)) if None not in values and values else None
