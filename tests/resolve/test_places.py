"""What decides between places of one name, beside the words that tests/cases/places.toml holds."""

import pytest

from onrecord.coder import Coder
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import make_document
from onrecord.model.places import Place
from onrecord.read.zones import find_zones


def code(coder: Coder, text: str, **about: str) -> CodedDocument:
    zones = find_zones(text, None, coder.codebook.furniture)
    return coder.code_document(make_document("report", text, zones=zones, published=None, about=about))


def find_place(doc: CodedDocument, words: str) -> Place:
    places = {one.id: one for one in doc.places}
    mention = next(one for one in doc.mentions if one.place and one.span.slice(doc.text) == words)
    return places[mention.place or ""]


@pytest.mark.parametrize(
    ("words", "publisher", "admin1"),
    [
        ("Paris", "The Paris News", "TX"),
        ("Athens", "Athens Banner-Herald", "GA"),
        ("Dublin", "Columbus Dispatch", "OH"),
    ],
)
def test_a_local_paper_means_the_town_near_it(coder: Coder, words: str, publisher: str, admin1: str) -> None:
    text = f"A bakery in {words} was robbed on Monday."
    assert find_place(code(coder, text, publisher=publisher), words).admin1 == admin1
    assert find_place(code(coder, text), words).country != "USA"


def test_an_address_tells_the_publisher_as_well(coder: Coder) -> None:
    text = "A bakery in Athens was robbed on Monday."
    assert find_place(code(coder, text, url="https://www.onlineathens.com/story/1"), "Athens").admin1 == "GA"
    assert find_place(code(coder, text, url="https://example.org/story/1"), "Athens").country == "GRC"


def test_an_international_agency_decides_nothing(coder: Coder) -> None:
    text = "A bakery in Athens was robbed on Monday."
    assert find_place(code(coder, text, publisher="Reuters"), "Athens").country == "GRC"


def test_a_dateline_weighs_more_than_a_name(coder: Coder) -> None:
    text = "SPRINGFIELD, Ill. - Police closed a bridge on Monday.\n\nA shop in Springfield stayed open."
    assert find_place(code(coder, text), "Springfield").admin1 == "IL"


def test_what_was_weighed_stays_on_record(coder: Coder) -> None:
    doc = code(coder, "A bakery in Cambridge was robbed on Monday.")
    links = [one for one in doc.links if one.kind == "place"]
    assert [one.rank for one in links] == [0, 1, 2]
    assert links[0].score >= links[1].score >= links[2].score
    countries = {place.id: place.country for place in doc.places}
    assert len({countries[one.target] for one in links}) > 1


def test_a_street_in_a_town_is_as_exact_as_the_town(coder: Coder) -> None:
    doc = code(coder, "Fire destroyed a shop in Lyon on Friday. It began in Marchandeau Street.")
    street, town = find_place(doc, "Marchandeau Street"), find_place(doc, "Lyon")
    assert (street.latitude, street.longitude, street.precision) == (town.latitude, town.longitude, "city")
    assert street.geonames_id is None


def test_an_unknown_village_is_nowhere(coder: Coder) -> None:
    place = find_place(code(coder, "Fire destroyed a shop in Ubarakwe on Friday."), "Ubarakwe")
    assert (place.latitude, place.longitude, place.country, place.precision) == (None, None, None, None)


def test_the_city_is_forgotten_after_some_sentences(coder: Coder) -> None:
    near = code(coder, "A fire broke out in Lyon. Nobody slept in the city.")
    far = code(coder, "A fire broke out in Lyon." + " It rained." * 8 + " Nobody slept in the city.")
    assert find_place(near, "the city").name == "Lyon"
    assert not [one for one in far.mentions if one.place and one.span.slice(far.text) == "the city"]
