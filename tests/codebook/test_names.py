"""Names are found in running text: the longest one wins, and capitals count."""

import time
from itertools import pairwise

import pytest

from onrecord.codebook.names import NameIndex, Sense, fold, is_same_name

INDEX = NameIndex(
    [
        ("US", Sense("country", "USA")),
        ("IS", Sense("actor", "is")),
        ("WHO", Sense("actor", "who")),
        ("Islamic State", Sense("actor", "is")),
        ("Islamic State of Iraq and Syria", Sense("actor", "is")),
        ("Iraq", Sense("country", "IRQ")),
        ("Bogotá", Sense("city", "bogota")),
        ("Hakkari", Sense("city", "hakkari")),
        ("Abu Ghraib", Sense("city", "ghraib")),
        ("Guinea-Bissau", Sense("country", "GNB")),
        ("Guinea", Sense("country", "GIN")),
        ("O'Higgins", Sense("city", "ohiggins")),
        ("Georgia", Sense("country", "GEO")),
        ("Georgia", Sense("region", "US-GA")),
        ("Washington D.C.", Sense("city", "dc")),
        ("al-Qaeda", Sense("actor", "qaeda")),
        ("Polish", Sense("adjective", "POL")),
    ]
)


def find(text: str) -> list[tuple[str, str]]:
    """The names in a text, each with the key of its first sense."""
    return [(match.span.slice(text), match.senses[0].key) for match in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iraq closed its border.", [("Iraq", "IRQ")]),
        ("The Islamic State of Iraq and Syria fled.", [("Islamic State of Iraq and Syria", "is")]),
        ("The Islamic State of Iraq fled.", [("Islamic State", "is"), ("Iraq", "IRQ")]),
        ("Guinea-Bissau and Guinea met.", [("Guinea-Bissau", "GNB"), ("Guinea", "GIN")]),
        ("Bogota and Bogotá are one, and so are Hakkâri and Hakkari.",
         [("Bogota", "bogota"), ("Bogotá", "bogota"), ("Hakkâri", "hakkari"), ("Hakkari", "hakkari")]),
        ("O’Higgins and O'Higgins", [("O’Higgins", "ohiggins"), ("O'Higgins", "ohiggins")]),
        ("He left Washington D.C. at noon.", [("Washington D.C.", "dc")]),
        ("Abu\u00a0Ghraib, Abu\nGhraib", [("Abu\u00a0Ghraib", "ghraib"), ("Abu\nGhraib", "ghraib")]),
        ("Al-Qaeda and al-Qaeda", [("Al-Qaeda", "qaeda"), ("al-Qaeda", "qaeda")]),
        ("IRAQ CLOSES BORDER", [("IRAQ", "IRQ")]),
    ],
)  # fmt: skip
def test_names_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    ["They told us who is ill.", "the islamic state of affairs", "They polish iraq.", "Iraqi", "Georgian", "Us too.",
     "Is it?", "Who knows?", "", " \n ", "…—”"],
)  # fmt: skip
def test_near_misses_are_not(text: str) -> None:
    assert find(text) == []


def test_an_acronym_in_a_line_of_capitals_is_still_matched_by_letters_alone() -> None:
    assert find("THE ROAD TO IRAQ IS SHUT")[0] == ("IRAQ", "IRQ")


def test_all_senses_of_a_name_come_together() -> None:
    assert [sense.kind for sense in INDEX.look_up("Georgia")] == ["country", "region"]
    assert [[sense.kind for sense in match.senses] for match in INDEX.find("In Georgia.")] == [["country", "region"]]


@pytest.mark.parametrize("name", ["iraq", "us", "Iraqis", "Islamic", "Islamic State of", ""])
def test_what_is_no_name_has_no_sense(name: str) -> None:
    assert INDEX.look_up(name) == ()


def test_names_do_not_overlap_and_come_in_order() -> None:
    text = "Islamic State of Iraq and Syria, Iraq, Islamic State Iraq and the US. " * 3
    spans = [match.span for match in INDEX.find(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_positions_are_those_of_the_text_also_after_characters_that_folding_lengthens() -> None:
    text = "Straße ﬁnal İ 🙂 Iraq"
    assert [match.span.slice(text) for match in INDEX.find(text)] == ["Iraq"]


@pytest.mark.parametrize(
    ("words", "name", "same"),
    [
        ("US", "US", True), ("us", "US", False), ("Us", "US", False),
        ("iraq", "Iraq", False), ("IRAQ", "Iraq", True), ("Iraq", "Iraq", True),
        ("Al-Qaeda", "al-Qaeda", True), ("NATO", "NATO", True), ("Nato", "NATO", False),
        ("Bogota", "Bogotá", True), ("O’Higgins", "O'Higgins", True), ("Guinea–Bissau", "Guinea-Bissau", True),
    ],
)  # fmt: skip
def test_capitals_of_the_lexicon_must_be_capitals_in_the_text(words: str, name: str, same: bool) -> None:
    assert is_same_name(words, name) is same


def test_folding_leaves_out_case_and_accents() -> None:
    assert fold("Bogotá") == fold("BOGOTA") == "bogota"


def test_a_long_text_is_searched_in_no_time() -> None:
    start = time.perf_counter()
    assert sum(1 for _ in INDEX.find("Islamic State of Iraq and " * 20_000)) == 40_000
    assert time.perf_counter() - start < 2.0
