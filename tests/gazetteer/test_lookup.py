"""What place names stand for: countries, the supplement and the packages together."""

import pytest

from onrecord.codebook.load import load_codebook
from onrecord.gazetteer.distances import measure_kilometres
from onrecord.gazetteer.lookup import Gazetteer
from onrecord.gazetteer.table import open_table


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_codebook(), open_table())


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Iraq", "country", "IRQ"), ("French", "country", "FRA"), ("Paris", "city", "FRA"), ("Texas", "admin1", "USA"),
        ("England", "admin1", "GBR"), ("Bavaria", "admin1", "DEU"), ("Puerto Rico", "region", "USA"),
        ("Buenos Aires", "city", "ARG"), ("Valparaíso", "city", "CHL"), ("Calif.", "admin1", "USA"),
        ("Kyiv", "city", "UKR"), ("Mosul Dam", "dam", "IRQ"), ("Kashmiri", "region", "IND"),
    ],
)  # fmt: skip
def test_a_name_is_first_of_all(gazetteer: Gazetteer, name: str, feature: str, country: str) -> None:
    best = gazetteer.look_up(name)[0]
    assert (best.feature.replace("town", "city"), best.country) == (feature, country)


@pytest.mark.parametrize("name", ["Qwertyville", "", "xx", "mosul dams", "the"])
def test_nobody_knows_other_words(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.look_up(name) == ()
    assert not gazetteer.knows(name)


def test_no_place_is_told_twice(gazetteer: Gazetteer) -> None:
    for name in ("Erbil", "New York", "Kyiv", "Ohio", "Goz Beida", "Raqqa"):
        ids = [one.geonames_id for one in gazetteer.look_up(name) if one.geonames_id]
        assert len(ids) == len(set(ids)), name


def test_capitals_are_towns_of_their_countries(gazetteer: Gazetteer) -> None:
    """Of all states that towns lie in, that is: territories are folded into theirs."""
    states = set(gazetteer.table.countries)
    lost = [
        (country.id, country.capital)
        for country in gazetteer.codebook.countries
        if country.capital and country.id in states
        and not any(one.country == country.id for one in gazetteer.look_up(country.capital))
    ]  # fmt: skip
    assert len(states) > 190
    assert lost == []


def test_states_of_today_have_their_towns(gazetteer: Gazetteer) -> None:
    """Not those of the past, with which they share a code of two letters."""
    for town, country in (("Minsk", "BLR"), ("Tbilisi", "GEO"), ("Bratislava", "SVK"), ("Yangon", "MMR")):
        assert gazetteer.look_up(town)[0].country == country


def test_distances() -> None:
    assert measure_kilometres((52.52, 13.40), (48.86, 2.35)) == pytest.approx(878, abs=3)
    assert measure_kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=1)
    assert measure_kilometres((10, 10), (10, 10)) == 0
