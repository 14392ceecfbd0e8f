"""Everything that a place name can stand for: countries, the supplement's places, and those of the packages."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import log10

from onrecord.codebook.load import Codebook
from onrecord.codebook.names import NameIndex, Sense
from onrecord.gazetteer.keys import make_key
from onrecord.gazetteer.packages import ADMIN1, ADMIN2, CITY
from onrecord.gazetteer.table import PlaceTable, TablePlace
from onrecord.model.places import Precision

FEATURES = {CITY: "city", ADMIN1: "admin1", ADMIN2: "admin2"}
PRECISIONS: dict[int, Precision] = {CITY: "city", ADMIN1: "region", ADMIN2: "district"}
WEIGHT_STEP = 1.3
"""What one step of a supplement's weight is worth, in tenfolds of population."""
TOWN_STEP = 0.8
"""The same for a town, of which there are many of one name."""
LEAST_WEIGHT = 3.0
COUNTRY_PRIOR = 9.2


@dataclass(frozen=True)
class Candidate:
    """What a place name can stand for.

    `prior` is how likely it is without any context, in tenfolds of population; `admin1_id` and `admin2_id` are the
    GeoNames ids of what it lies in.
    """

    name: str
    point: tuple[float, float] | None
    country: str | None
    admin1: str | None
    geonames_id: str | None
    feature: str
    precision: Precision
    prior: float
    is_other_name: bool = False
    admin1_id: int = 0
    admin2_id: int = 0


class Gazetteer:
    """Places by name. The packages' table is shared; the rest comes from the codebook."""

    def __init__(self, codebook: Codebook, table: PlaceTable) -> None:
        self.codebook = codebook
        self.table = table
        self.remember_candidates = lru_cache(MOST_REMEMBERED)(self.rank_candidates)
        self.remember_known = lru_cache(MOST_REMEMBERED)(self.is_anywhere)

    @cached_property
    def country_names(self) -> NameIndex:
        """Names, adjectives and demonyms of countries."""
        return NameIndex((one.name, Sense(one.form, one.country)) for one in self.codebook.country_names)

    @cached_property
    def countries(self) -> dict[str, Candidate]:
        """Countries by their code."""
        return {
            one.id: Candidate(
                one.name,
                None if one.latitude is None or one.longitude is None else (one.latitude, one.longitude),
                one.id,
                None,
                one.geonames_id or None,
                "country",
                "country",
                COUNTRY_PRIOR,
            )
            for one in self.codebook.countries
        }

    @cached_property
    def supplement(self) -> dict[str, tuple[Candidate, ...]]:
        """The places that no package has, and names of ours for those it has, by their keys."""
        found: dict[str, list[Candidate]] = {}
        entries: dict[str, Candidate] = {}
        for place in self.codebook.places:
            entries[place.id] = Candidate(
                place.name,
                (place.latitude, place.longitude),
                place.country or None,
                None,
                place.geonames_id or None,
                place.feature,
                place.precision,
                LEAST_WEIGHT + (TOWN_STEP if place.feature == "town" else WEIGHT_STEP) * place.weight,
                admin1_id=int(place.geonames_id) if place.feature == "admin1" else 0,
            )
            found.setdefault(make_key(place.name), []).append(entries[place.id])
        for name in self.codebook.place_names:
            if name.place in entries:
                found.setdefault(make_key(name.name), []).append(entries[name.place])
        for word in self.codebook.place_words:
            for one in (*found.get(make_key(word.place), ()), *self.list_of_table(word.place)):
                if not word.country or one.country in (word.country, None):
                    found.setdefault(make_key(word.word), []).append(one)
                    break
        return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        """Adjectives and demonyms of places that are no countries."""
        return frozenset(one.word for one in self.codebook.place_words)

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """Words for places that are adjectives and nothing else."""
        words = [*((one.word, one.form) for one in self.codebook.place_words),
                 *((one.name, one.form) for one in self.codebook.country_names)]  # fmt: skip
        nouns = {word for word, form in words if form != "adjective"}
        return frozenset(word for word, form in words if form == "adjective") - nouns

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """What a name stands for, the likeliest without context first; empty for an unknown name."""
        return self.remember_candidates(name)

    def knows(self, name: str) -> bool:
        """Whether a name can be a place's at all."""
        return self.remember_known(name)

    def rank_candidates(self, name: str) -> tuple[Candidate, ...]:
        """The candidates of a name, the likeliest first."""
        return tuple(sorted(self.list_candidates(name), key=lambda one: -one.prior))

    def list_candidates(self, name: str) -> list[Candidate]:
        """Countries, then places of the supplement, then those of the packages."""
        found = [self.countries[one.key] for one in self.country_names.look_up(name) if one.key in self.countries]
        found += self.supplement.get(make_key(name), ())
        taken = {one.geonames_id for one in found if one.geonames_id}
        listed = [one for one in self.list_of_table(name) if one.geonames_id not in taken]
        towns = {one.country for one in listed if one.precision == "city" and not one.is_other_name}
        found = [one for one in found if one.geonames_id or one.feature != "town" or one.country not in towns] + listed
        parts = {
            one.country for one in found
            if (one.feature == "admin1" and not one.is_other_name) or (one.precision == "region" and one.prior >= KNOWN)
        }  # fmt: skip
        large = [one for one in found if one.precision == "city" and one.prior >= LARGE_TOWN and not one.is_other_name]
        return [lower(one, parts, large, name) for one in found]

    def list_of_table(self, name: str) -> list[Candidate]:
        """The packages' places of a name."""
        return [make_candidate(one) for one in self.table.look_up(make_key(name))]

    def is_anywhere(self, name: str) -> bool:
        """Whether the supplement, the packages or the countries have a name."""
        key = make_key(name)
        return key in self.supplement or self.table.knows(key) or bool(self.country_names.look_up(name))

    def is_listed(self, name: str) -> bool:
        """Whether a name is a country's or a place's of the supplement."""
        return make_key(name) in self.supplement or bool(self.country_names.look_up(name))

    def is_adjective(self, name: str) -> bool:
        """Whether a name is an adjective and no noun: "European", "French"."""
        return name in self.adjectives

    def is_region(self, name: str) -> bool:
        """Whether a name is above all a country's, a state's or a province's."""
        return any(one.feature in ("country", "admin1") for one in self.look_up(name)[:1])


def lower(one: Candidate, parts: set[str | None], towns: list[Candidate], name: str) -> Candidate:
    """A candidate with a smaller prior where another one is more what the name says.

    "England" is the part rather than the United Kingdom; "Buenos Aires" the city rather than the province around it.
    """
    if one.feature == "country" and one.country in parts and make_key(one.name) != make_key(name):
        return replace(one, prior=one.prior - 2 * LESS_LIKELY)
    if one.feature in ("admin1", "admin2"):
        town = max((town.prior for town in towns if town.country == one.country), default=None)
        return one if town is None else replace(one, prior=min(one.prior, town - BEHIND))
    return one


LARGE_TOWN = 5.2
"""The prior of a city of 150,000."""
KNOWN = 5.0
"""The prior of a region of the supplement that news names now and then."""
LESS_LIKELY = 3.0
BEHIND = 0.3
"""How far a state or province stands behind its large town of the same name, where nothing else tells."""
MOST_REMEMBERED = 20_000
"""Names of which is remembered what was found, so that the same name costs little."""
SIZES = {CITY: 0.0, ADMIN1: 0.6, ADMIN2: -1.2}
"""What a kind of place is worth beside its population, in tenfolds."""
OTHER_NAME = ((500_000, -0.6), (100_000, -1.0), (0, -2.0))
"""What another name than the main one loses, by population: large towns are known by several."""


def make_candidate(place: TablePlace) -> Candidate:
    """A place of the packages as a candidate."""
    population = max(place.population, 200)
    prior = log10(population) + SIZES[place.kind]
    if place.is_other_name:
        prior += next(loss for least, loss in OTHER_NAME if population >= least)
    return Candidate(
        place.name,
        (place.latitude, place.longitude),
        place.country or None,
        place.code or None,
        str(place.geonames_id),
        FEATURES[place.kind],
        PRECISIONS[place.kind],
        prior,
        place.is_other_name,
        place.admin1,
        place.admin2,
    )
