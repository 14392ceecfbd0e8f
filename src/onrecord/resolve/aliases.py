"""Short names that a text itself explains: surnames, first names, acronyms in brackets.

    Laurent Fabius … Fabius · Thaksin Shinawatra … Thaksin · Carla Del Ponte … Del Ponte
    National Unity Front (NUF) … NUF
A surname that two people of the text share is nobody's, unless only one of them came before, or "Mr" or "Mrs" decides.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.codebook.names import Sense, list_first_names, list_surnames
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention

Known = tuple[Sense, str]
Choose = Callable[[str], Known]
GENDERS = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f"}
LONGEST_ACRONYM = 3
LONGEST_TITLE = 20
"""Characters before a name in which "Mr" or "Mrs" stands."""


def list_full_names(named: Sequence[Mention], doc: CodedDocument) -> Iterator[tuple[Mention, str]]:
    """The names of more than one word, with their words."""
    for mention in named:
        words = mention.span.slice(doc.text)
        if " " in words and mention.form == "name":
            yield mention, words


def collect_short_forms(
    named: Sequence[Mention], doc: CodedDocument, choose: Choose, is_person: Callable[[Known], bool]
) -> dict[str, list[tuple[Mention, Known]]]:
    """Short forms of the people in a text, each with those whom it may stand for and where they are first named."""
    found: dict[str, list[tuple[Mention, Known]]] = {}
    for mention, words in list_full_names(named, doc):
        known = choose(words)
        if not is_person(known):
            continue
        shorts = [*list_surnames(words), *list_first_names(words)]
        for short in (*shorts, *list_capitals(shorts)):
            people = found.setdefault(short, [])
            if known not in [other for _, other in people]:
                people.append((mention, known))
    return found


def list_capitals(names: Iterable[str]) -> Iterator[str]:
    """Names as transcripts write them, REYES; too short ones might be acronyms."""
    yield from (name.upper() for name in names if len(name) > LONGEST_ACRONYM)


def choose_namesake(
    people: Sequence[tuple[Mention, Known]], mention: Mention, doc: CodedDocument, genders: dict[str, str]
) -> Known | None:
    """The one whom a shared short form stands for at a place of the text; None where that cannot be told."""
    if len(people) == 1:
        return people[0][1]
    earlier = [known for first, known in people if first.span.start < mention.span.start]
    before = doc.text[max(mention.span.start - LONGEST_TITLE, 0) : mention.span.start].split()
    wanted = GENDERS.get(before[-1].strip('."“').casefold()) if before else None
    if wanted and len(earlier) > 1:
        earlier = [known for known in earlier if genders.get(known[1].split()[0], wanted) in (wanted, "u")]
    return earlier[0] if len(earlier) == 1 else None


def collect_acronyms(named: Sequence[Mention], doc: CodedDocument, choose: Choose) -> dict[str, Known]:
    """Acronyms that the text explains, "National Unity Front (NUF)", with what they stand for."""
    found: dict[str, Known] = {}
    for full, short in pairwise(named):
        words = short.span.slice(doc.text)
        between = doc.text[full.span.end : short.span.start].strip()
        if between == "(" and doc.text[short.span.end :].startswith(")") and is_acronym(words):
            found.setdefault(words, choose(full.span.slice(doc.text)))
    return found


def is_acronym(words: str) -> bool:
    """Whether a name is written as an acronym: "NUF", "AfD", "al-NF"."""
    return " " not in words and sum(letter.isupper() for letter in words) > 1
