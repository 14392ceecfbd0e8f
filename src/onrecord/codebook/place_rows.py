"""The rows of the tables of places: what the packages of place names lack, and the words that tell places."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PlaceEntry:
    """A place that the packages of place names lack: a region, a dam, a sea. `weight`: 1 (seldom named) to 5."""

    id: str
    name: str
    latitude: float
    longitude: float
    country: str
    feature: str
    precision: Literal["point", "city", "district", "region", "country", "area"]
    weight: int
    geonames_id: str
    source: str


@dataclass(frozen=True)
class PlaceName:
    """Another name of a place of lexicons/places.tsv."""

    name: str
    place: str
    source: str


@dataclass(frozen=True)
class PlaceWord:
    """An adjective or demonym of a place that is no country: "Kashmiri", "Londoners". `place` is its name."""

    word: str
    form: Literal["adjective", "demonym"]
    place: str
    country: str
    source: str


@dataclass(frozen=True)
class ToponymWord:
    """A word that tells names of places from others: what it does is its `kind`; in lower case."""

    word: str
    kind: Literal["back", "direction", "inner", "locating", "namesake", "never", "pointing", "taking", "whole"]
    source: str


@dataclass(frozen=True)
class Outlet:
    """A newspaper, broadcaster or agency with the town that it reports from; `domain` may be empty."""

    name: str
    other_names: tuple[str, ...]
    domain: str
    city: str
    admin1: str
    country: str
    scope: Literal["local", "national", "international"]
    source: str


@dataclass(frozen=True)
class Surname:
    """A common family name, which alone is somebody's rather than a town's."""

    name: str
    source: str


@dataclass(frozen=True)
class PlaceNoun:
    """A common noun for a place: "the village"."""

    lemma: str
    precision: Literal["point", "city", "district", "region", "country", "area"]
    source: str


@dataclass(frozen=True)
class PlacePreposition:
    """A preposition that says where an event happened."""

    preposition: str
    source: str


@dataclass(frozen=True)
class SceneNoun:
    """A noun by which the place of an event is told: what it is is its `kind`.

    scene: the event itself or who did it; gathering: what people are at; occasion: what people speak at; company: those
    who are there; part: what is named before a place with "of" ("the town of").
    """

    noun: str
    kind: Literal["scene", "gathering", "occasion", "company", "part"]
    source: str
