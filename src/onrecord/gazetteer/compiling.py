"""The packages' places written into one compact file, which any number of processes can read at once.

    header      one line of JSON: the form, the packages, a SHA-256 of the sections, the bytes of each section
    columns     one after the other, little-endian: see COLUMNS
    names       the display names, UTF-8, one after the other

`keys` are hashes of all names, sorted; name number i stands for `links[starts[i]:starts[i + 1]]`, each the number of a
place times two, plus one where the name is not the place's main one. Main names come first, then the larger places.
"""

import json
import sys
from array import array
from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from onrecord.gazetteer.keys import hash_key, make_key
from onrecord.gazetteer.packages import CITY, PackagePlace

FORM = "onrecord gazetteer 4"

COLUMNS: dict[str, Literal["B", "H", "I", "i", "Q"]] = {
    "ids": "I", "latitudes": "i", "longitudes": "i", "populations": "I", "kinds": "B", "countries": "H", "codes": "H",
    "admin1": "I", "admin2": "I", "offsets": "I", "keys": "Q", "starts": "I", "links": "I",
}  # fmt: skip
"""The columns and their types, as in the module `array`."""
SCALE = 100_000
"""Coordinates are whole numbers of 1/100,000 of a degree."""
MOST_PLACES = 64
"""Places kept for one name."""
SHORTEST_OTHER = 4
"""Letters of the shortest name that is not a place's main one; shorter ones are codes of airports and the like."""
GENERIC = {
    "city", "county", "district", "province", "region", "oblast", "governorate", "prefecture", "state", "parish",
    "municipality", "department", "division", "raion", "canton", "voivodeship", "republic",
}  # fmt: skip
"""Words that news adds to the name of a subdivision or leaves off it."""


def compile_places(places: Iterable[PackagePlace], packages: str) -> bytes:
    """The file, byte for byte the same for the same places."""
    columns: dict[str, array[int]] = {name: array(type) for name, type in COLUMNS.items()}
    countries, codes = Numbering(), Numbering()
    names = bytearray()
    linked: dict[int, list[tuple[bool, int, int]]] = {}
    for number, place in enumerate(places):
        columns["ids"].append(place.geonames_id)
        columns["latitudes"].append(round(place.latitude * SCALE))
        columns["longitudes"].append(round(place.longitude * SCALE))
        columns["populations"].append(place.population)
        columns["kinds"].append(place.kind)
        columns["countries"].append(countries.number(place.country))
        columns["codes"].append(codes.number(place.code))
        columns["admin1"].append(place.admin1)
        columns["admin2"].append(place.admin2)
        columns["offsets"].append(len(names))
        names += place.name.encode()
        for key, is_other in list_keys(place).items():
            linked.setdefault(hash_key(key), []).append((is_other, -place.population, number))
    columns["offsets"].append(len(names))
    for hashed in sorted(linked):
        columns["keys"].append(hashed)
        columns["starts"].append(len(columns["links"]))
        columns["links"].extend(number * 2 + is_other for is_other, _, number in sorted(linked[hashed])[:MOST_PLACES])
    columns["starts"].append(len(columns["links"]))
    if sys.byteorder == "big":
        for column in columns.values():
            column.byteswap()
    sections = [(name, column.tobytes()) for name, column in columns.items()] + [("names", bytes(names))]
    digest = sha256()
    for _, content in sections:
        digest.update(content)
    header = {
        "form": FORM,
        "packages": packages,
        "digest": digest.hexdigest(),
        "sections": {name: len(content) for name, content in sections},
        "countries": countries.values,
        "codes": codes.values,
    }
    first = json.dumps(header, ensure_ascii=True).encode() + b"\n"
    return b"".join([first, b" " * (-len(first) % 8), *(pad(content) for _, content in sections)])


def pad(content: bytes) -> bytes:
    """A section filled up to a multiple of eight bytes."""
    return content + bytes(-len(content) % 8)


class Numbering:
    """Values numbered in the order in which they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, value: str) -> int:
        """The number of a value."""
        return self.numbers.setdefault(value, len(self.numbers))

    @property
    def values(self) -> list[str]:
        """The values by their numbers."""
        return list(self.numbers)


def list_keys(place: PackagePlace) -> dict[str, bool]:
    """The keys of a place's names, each with whether it is not the main one."""
    main = make_key(place.name)
    found = {main: False} if main else {}
    for name in place.others:
        if is_english_letters(name):
            found.setdefault(make_key(name), True)
    for key in list(found):
        bare = drop_generic(key)
        if place.kind != CITY and bare:
            found.setdefault(bare, found[key])
    return {key: is_other for key, is_other in found.items() if key}


def is_english_letters(name: str) -> bool:
    """Whether a name can stand in an English report: Latin letters, a capital first, no mere code."""
    if len(name) < SHORTEST_OTHER or not name[0].isupper() or name.isupper():
        return False
    return all(ord(letter) < 0x250 or letter in "’‘ʻʼ–" or 0x1E00 <= ord(letter) < 0x1F00 for letter in name)


def drop_generic(key: str) -> str:
    """A key without the word for the kind of place: "donetsk" of "donetsk oblast"; "" where there is none."""
    words = key.split()
    if len(words) > 1 and words[-1] in GENERIC:
        return " ".join(words[:-1])
    if len(words) > 1 and words[0] in GENERIC:
        return " ".join(words[2:] if words[1] == "of" else words[1:])
    return ""
