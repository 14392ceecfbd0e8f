"""Zones cover a report, and each is what it is on the page."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebook.schema import FurniturePattern
from onrecord.read.zones import find_zones

LEAD = "Rebels seized the town of Alpha on Monday, officials said."
NEXT = "The army denied that it had left, and said that its soldiers were still there."
PATTERNS = (
    FurniturePattern("advertisement", "whole", "test"),
    FurniturePattern("sign up for our", "start", "test"),
    FurniturePattern("; editing by", "contains", "test"),
)


def kinds(text: str, title: str | None = None, byline: str | None = None) -> list[tuple[str, str]]:
    zones = find_zones(text, title, PATTERNS, byline=byline)
    return [(zone.kind, " ".join(zone.span.slice(text).split())) for zone in zones]


REPORT = [
    ("headline", "Rebels seize town of Alpha after week of fighting"),
    ("standfirst", "Government troops pull back as thousands flee"),
    ("byline", "By Jane Doe in Beta"),
    ("furniture", "20 August 2014, 10:15 GMT"),
    ("dateline", "ALPHA, Aug 20 (Reuters) -"),
    ("body", LEAD),
    ("caption", "A fighter stands near Alpha. (AP Photo/Jane Doe)"),
    ("body", NEXT),
    ("furniture", "Advertisement"),
    ("headline", "Flight to the south"),
    ("body", "Thousands of people left their homes and walked south, the governor said."),
    ("furniture", "Related stories"),
    ("furniture", "Beta's mayor resigns"),
    ("furniture", "Will the talks fail?"),
    ("body", "He did not say more about it."),
    ("byline", "(Reporting by Jane Doe in Beta; Editing by John Roe)"),
    ("furniture", "Facebook Twitter Email"),
]


def test_a_whole_report() -> None:
    text = "\n".join(words for _, words in REPORT).replace("(Reuters) -\n", "(Reuters) - ")
    assert kinds(text) == REPORT


def test_blank_lines_and_carriage_returns_change_nothing() -> None:
    text = "\r\n\r\n".join(words for _, words in REPORT).replace("(Reuters) -\r\n\r\n", "(Reuters) - ")
    assert kinds(text) == REPORT


def test_a_broken_text_has_the_same_zones() -> None:
    body = f"ALPHA (Reuters) - {LEAD} {NEXT}"
    text = "\n\n".join(textwrap.fill(words, 66) for words in ("Rebels seize town", body, NEXT * 2))
    assert [kind for kind, _ in kinds(text)] == ["headline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    "text", [LEAD, "Two killed in Alpha", "Advertisement", "By Jane Doe", "* * *", "Photo: Jane Doe"]
)
def test_one_paragraph_is_body(text: str) -> None:
    assert kinds(text) == [("body", text)]
    assert kinds(text, title=text) == [("body", text)]


def test_one_paragraph_may_have_a_dateline_and_credits() -> None:
    text = f"ALPHA (AP) — {LEAD} (Reporting by Jane Doe; Editing by John Roe)"
    assert [kind for kind, _ in kinds(text)] == ["dateline", "body", "byline"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u2028"])
def test_no_words_have_no_zones(text: str) -> None:
    assert kinds(text) == []
    assert kinds(text, title="Rebels seize Alpha") == []


def test_a_given_title_is_cut_from_the_line_it_shares() -> None:
    title = "Rebels seize town of Alpha"
    assert kinds(f"{title} The army left.", title) == [("headline", title), ("body", "The army left.")]
    assert kinds(f"{title}\n{LEAD}", f"{title} - Example News")[0] == ("headline", title)
    assert kinds(f"{title} on Monday. The army left.", title) == [("body", f"{title} on Monday. The army left.")]


def test_a_given_title_may_end_in_a_full_stop_or_stand_below_a_label() -> None:
    assert kinds(f"Rebels seize Alpha.\n{LEAD}", "Rebels seize Alpha.")[0][0] == "headline"
    assert kinds(f"World news today\nRebels seize Alpha.\n{LEAD}", "Rebels seize Alpha.")[1][0] == "headline"


def test_a_label_above_the_headline_is_headline_too() -> None:
    assert [kind for kind, _ in kinds(f"World\nRebels seize town of Alpha\n{LEAD}\n{NEXT}")] == [
        "headline",
        "headline",
        "body",
        "body",
    ]


def test_furniture_above_the_headline_is_passed_over() -> None:
    assert kinds(f"Advertisement\nRebels seize Alpha\n{LEAD}")[:2] == [
        ("furniture", "Advertisement"),
        ("headline", "Rebels seize Alpha"),
    ]


@pytest.mark.parametrize("first", [LEAD, "ALPHA (AP) - Rebels seize town", "rebels seize town", "The army said:"])
def test_near_misses_are_no_headlines(first: str) -> None:
    assert "headline" not in [kind for kind, _ in kinds(f"{first}\n{NEXT}")]


def test_the_known_writer_is_a_byline() -> None:
    text = f"Rebels seize Alpha\nJane Doe\n{LEAD}\n{NEXT}"
    assert kinds(text, byline="Jane Doe")[1] == ("byline", "Jane Doe")
    assert kinds(text)[1][0] == "body"


def test_a_signature_stands_only_at_the_top() -> None:
    top = f"Rebels seize Alpha\nJane Doe in Beirut\n{LEAD}\n{NEXT}\n{NEXT}"
    assert kinds(top)[1][0] == "byline"
    below = f"Rebels seize Alpha\n{LEAD}\n{NEXT}\n{NEXT}\nJane Doe in Beirut\n{NEXT}"
    assert "byline" not in [kind for kind, _ in kinds(below)]


def test_an_agency_at_the_end_is_a_caption_only_above_the_last_paragraph() -> None:
    text = f"{LEAD}\nFighters stand near Alpha (AFP)\n{NEXT} (AFP)"
    assert [kind for kind, _ in kinds(text)] == ["body", "caption", "body"]


def test_a_place_and_a_colon_are_a_dateline_but_speakers_are_not() -> None:
    assert kinds(f"Rebels seize town\nALPHABAD: {LEAD}\n{NEXT}")[1] == ("dateline", "ALPHABAD:")
    talk = "DOE: We have left the town of Alpha.\nROE: You have not left it at all."
    assert [kind for kind, _ in kinds(talk)] == ["body", "body"]


def test_credits_do_not_make_the_sentence_before_them_furniture() -> None:
    text = f"{LEAD}\n{NEXT} (Reporting by Jane Doe; Editing by John Roe)"
    assert kinds(text)[1] == ("body", NEXT)


def test_sentences_below_related_stories_stay_body() -> None:
    text = f"{LEAD}\nRelated stories\nArmy to return\n{NEXT}\nArmy to return"
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "body", "body"]


def test_verse_has_no_subheadings() -> None:
    lines = ["And so am I", "We left it in the rain of May."] * 6
    assert {kind for kind, _ in kinds("\n".join(lines))[1:]} == {"body"}


ORDINARY = """Police said they would share the road and print the ruling.
The company said it would share more on Twitter about the attack.
Thousands sign up for our army as war looms, officials said.
The report was updated on Monday after rebels denied the claim.
Comments by the president angered the opposition, analysts said.
More than 20 people were killed in the town.
By Tuesday the army had left the town.
Photographs of the attack were shown in court.
By signing the accord the government accepted the terms.
NATO – the alliance – said on Monday that it would stay.
Related attacks killed ten people in the north.
Copyright law was changed by parliament on Monday.
"We will fight on," he said.
"No."
He left."""


def test_ordinary_sentences_are_body() -> None:
    assert kinds(ORDINARY) == [("body", line) for line in ORDINARY.splitlines()]


WORDS = st.sampled_from(
    [
        *(words for _, words in REPORT),
        LEAD,
        "ALPHA (AP) —",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u2028",
        "(Reporting by Jane Doe)",
    ]
)


@given(
    st.lists(WORDS, max_size=12), st.sampled_from([None, "", "Rebels seize town of Alpha after week of fighting", LEAD])
)
def test_zones_are_in_order_and_cover_all_but_white_space(pieces: list[str], title: str | None) -> None:
    text = "".join(pieces)
    zones = find_zones(text, title, PATTERNS)
    position = 0
    for zone in zones:
        assert not text[position : zone.span.start].strip()
        assert zone.span.slice(text) == zone.span.slice(text).strip() != ""
        assert position <= zone.span.start
        position = zone.span.end
    assert not text[position:].strip()


@given(st.text(max_size=300), st.text(max_size=30))
def test_any_text_has_zones(text: str, title: str) -> None:
    zones = find_zones(text, title, PATTERNS, byline=title)
    assert "".join("".join(zone.span.slice(text).split()) for zone in zones) == "".join(text.split())
