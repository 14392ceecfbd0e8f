"""Names of places that say where others are.

strong    Tripoli, Lebanon · Hyderabad, Sindh · Springfield (Illinois)
weak      Akuressa in Matara district · Iraq's Anbar · the Pakistani city of Hyderabad
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.gazetteer.distances import measure_kilometres
from onrecord.gazetteer.lookup import Candidate
from onrecord.model.mentions import Mention

SIDES = r"(?:(?:north|south|east|west|central|northern|southern|eastern|western) )?"
KINDS = "city|town|village|province|region|state|district|county|capital|port|island"
STRONG = re.compile(rf",? \(|, (?:the )?(?:capital of )?{SIDES}", re.I)
WEAK = re.compile(
    r",? (?:county|district|province|region|state|city|town|village|area|governorate|prefecture|department|and \w+)?,?"
    r" ?(?:in|of|at|on) (?:the |a )?(?:[\w-]+ ){0,3}",
    re.I,
)
WEAK_BEFORE = re.compile(rf"(?:'s|’s)? (?:[\w-]+ ){{0,2}}(?:(?:{KINDS}) of )?", re.I)
NEAR_KILOMETRES = {"city": 60.0, "district": 120.0, "point": 30.0, "region": 350.0, "area": 900.0, "country": 0.0}
"""How far a place may lie from the middle of what it is said to lie in, by the precision of the latter."""


@dataclass(frozen=True)
class Chain:
    """Two mentions of which the first is said to lie in the second."""

    inner: Mention
    outer: Mention
    is_strong: bool


def find_chains(text: str, mentions: list[Mention], is_region: Callable[[str], bool]) -> Iterator[Chain]:
    """The chains among neighbours of the names of places, in the order of the text.

    "Luzon, Mindanao and the Visayas" is a list; what `is_region` calls a state or country may end a chain before "and".
    """
    starts = {one.span.start for one in mentions}
    for one, other in pairwise(mentions):
        if other.span.start - one.span.end > 60 or one.span.end > other.span.start:
            continue
        between = text[one.span.end : other.span.start]
        if STRONG.fullmatch(between) and other.form != "adjective":
            is_listed = text.startswith(" and ", other.span.end) and follows(text, other.span.end + 5, starts)
            if not is_listed or is_region(text[other.span.start : other.span.end]):
                yield Chain(one, other, is_strong=True)
        elif WEAK.fullmatch(between) and other.form != "adjective":
            yield Chain(one, other, is_strong=False)
        elif WEAK_BEFORE.fullmatch(between) and (
            "of " in between or between.startswith(("'s", "’s")) or one.form == "adjective"
        ):
            yield Chain(other, one, is_strong=False)


def follows(text: str, position: int, starts: set[int]) -> bool:
    """Whether a name of a place begins at a position, or after an article there."""
    return position in starts or (text.startswith("the ", position) and position + 4 in starts)


def is_inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether one place lies in another, as far as the gazetteer tells."""
    if inner == outer or inner.point is None or outer.point is None:
        return False
    if outer.country and inner.country and outer.country != inner.country:
        return False
    if outer.feature == "country":
        return inner.feature != "country" and inner.country == outer.country
    if outer.feature == "admin1":
        return str(inner.admin1_id) == outer.geonames_id and inner.geonames_id != outer.geonames_id
    if outer.feature == "admin2":
        return str(inner.admin2_id) == outer.geonames_id and inner.geonames_id != outer.geonames_id
    if inner.feature in ("country", "admin1"):
        return False
    return measure_kilometres(inner.point, outer.point) <= NEAR_KILOMETRES[outer.precision]
