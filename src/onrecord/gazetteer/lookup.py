"""Candidates for a place name: countries, capitals and large cities."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebook.load import Codebook
from onrecord.codebook.names import NameIndex, Sense


@dataclass(frozen=True)
class Candidate:
    """What a place name can stand for. `population` is of a city; 0 for a country."""

    name: str
    point: tuple[float, float] | None
    country: str
    admin1: str | None
    geonames_id: str | None
    feature: str
    population: int


class Gazetteer:
    """Countries by name and nationality, and large cities by all their names."""

    def __init__(self, codebook: Codebook) -> None:
        entries = [(one.name, Sense("country", one.country)) for one in codebook.country_names]
        entries += [(one.name, Sense("city", one.id)) for one in codebook.cities]
        entries += [(one.name, Sense("city", one.city)) for one in codebook.city_names]
        self.names = NameIndex(entries)
        self.entries: dict[Sense, Candidate] = {}
        for country in codebook.countries:
            point = make_point(country.latitude, country.longitude)
            self.entries[Sense("country", country.id)] = Candidate(
                country.name, point, country.id, None, country.geonames_id or None, "country", 0
            )
        for city in codebook.cities:
            self.entries[Sense("city", city.id)] = Candidate(
                city.name, (city.latitude, city.longitude), city.country, city.admin1, city.id, "city", city.population
            )

    def list_candidates(self, senses: Sequence[Sense]) -> list[Candidate]:
        """What the senses of a name stand for: countries first, then cities, the largest first."""
        found = [self.entries[sense] for sense in senses if sense in self.entries]
        return sorted(found, key=lambda one: (one.feature != "country", -one.population, one.geonames_id or ""))


def make_point(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    """(latitude, longitude), or None where either is unknown."""
    return None if latitude is None or longitude is None else (latitude, longitude)
