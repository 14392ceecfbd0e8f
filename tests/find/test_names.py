"""Runs of capitalised words are cut into titles, known names and unknown ones."""

from itertools import pairwise

import pytest
from tests.parses import parse_plain

from onrecord.codebook.lexicon import make_lexicon
from onrecord.codebook.load import load_codebook
from onrecord.find.names import Name, find_names, measure_run, measure_title

LEXICON = make_lexicon(load_codebook())


def find(text: str, **marks: dict[str, str]) -> list[Name]:
    """The names of a text parsed by hand."""
    return list(find_names(text, parse_plain(text, **marks), LEXICON))


def list_words(text: str, **marks: dict[str, str]) -> list[str]:
    """Their words."""
    return [name.span.slice(text) for name in find(text, **marks)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoy met Laurent Fabius in the hall.", ["Laurent Fabius"]),
        ("The talks with Foreign Minister Aziz Belkacem began.", ["Aziz Belkacem"]),
        ("They met French President Jules Marchand-Roux there.", ["French", "Jules Marchand-Roux"]),
        ("The letter to Prime Minister Orso Bellini was read.", ["Orso Bellini"]),
        ("The envoy met General Sani ul Haq Mirza there.", ["Sani ul Haq Mirza"]),
        ("They saw Ludwig van Doorn and Maria de los Ríos there.", ["Ludwig van Doorn", "Maria", "Ríos"]),
        ("The head of the Ministry of Foreign Affairs was there.", ["Ministry of Foreign Affairs"]),
        ("The members of the Bar Association of the Gambia were there.", ["Bar Association of the Gambia"]),
        ("The troops of Iraq and Syria met.", ["Iraq", "Syria"]),
        ("The envoys of the US, the UN and the WHO met.", ["US", "UN", "WHO"]),
        ("It was a fight between IS and al-Qaeda.", ["IS", "al-Qaeda"]),
        ("They met in Guinea-Bissau.", ["Guinea-Bissau"]),
        ("They met O'Leary-Boyle there.", ["O'Leary-Boyle"]),
        ("Nothing here is a name.", []),
    ],
)  # fmt: skip
def test_names_are_cut_where_they_end(text: str, words: list[str]) -> None:
    first = text.split()[0]
    assert list_words(text, tags={first: "DT" if first == "The" else "NN", "van": "NNP", "al": "NNP"}) == words


def test_a_known_name_has_its_senses_and_an_unknown_one_has_none() -> None:
    known, unknown = find("the house of Iraq and the house of Zorbania")
    assert known.has("country")
    assert not known.has("person", "actor")
    assert unknown.senses == ()


def test_a_known_person_is_cut_off_the_words_before() -> None:
    names = find("the trip of Mister Barack Obama began")
    assert [name.has("person") for name in names if name.senses] == [True]


def test_a_country_inside_a_longer_name_is_a_part_of_it() -> None:
    text = "the staff of Iraq Body Count met"
    assert list_words(text, heads={"Iraq": "Count", "Body": "Count"}, labels={"Iraq": "compound"}) == [
        "Iraq Body Count"
    ]


def test_a_nationality_before_a_name_stands_alone() -> None:
    assert list_words("the trip of Iranian Foreign Minister Zarif began") == ["Iranian", "Zarif"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("they polish the floor", {"polish": "VBP"}),
        ("the turkey was eaten", {"turkey": "NN"}),
        ("the china was sold", {"china": "NN"}),
        ("the march began", {"march": "NN"}),
    ],
)
def test_common_words_are_no_names(text: str, tags: dict[str, str]) -> None:
    assert list_words(text, tags=tags) == []


def test_names_do_not_reach_over_the_end_of_a_sentence() -> None:
    assert list_words("the visit of Ana Paz. Luis Mora left.") == ["Ana Paz", "Luis Mora"]


def test_names_do_not_overlap() -> None:
    text = "the envoys of the Ministry of Health of Zambia and of UN Security Council met Barack Obama"
    spans = [name.span for name in find(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_the_tokens_of_a_name_are_its_words() -> None:
    text = "the visit of Jean-Yves Le Guen"
    (name,) = find(text)
    assert name.span.slice(text) == "Jean-Yves Le Guen"
    assert [token.words for token in name.tokens] == ["Jean", "-", "Yves", "Le", "Guen"]


@pytest.mark.parametrize(
    ("words", "length"),
    [("Ana Paz left", 2), ("left early", 0), ("Jean-Yves Roux", 4), ("Ana - Paz", 1), ("Ana de Paz", 3), ("Ana de", 1)],
)
def test_a_run_is_as_long_as_its_names_are_joined(words: str, length: int) -> None:
    assert measure_run(parse_plain(words).tokens, 0) == length


@pytest.mark.parametrize(
    ("words", "length"),
    [("Prime Minister Bellini", 2), ("President Obama", 1), ("Obama", 0), ("President", 0), ("King Hussein", 1)],
)
def test_a_title_is_followed_by_a_name(words: str, length: int) -> None:
    tokens = parse_plain(words).tokens
    assert measure_title(tokens, LEXICON) == length
