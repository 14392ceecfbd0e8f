"""Headlines, standfirsts and sub-headings are told by form and place."""

import pytest

from onrecord.model.spans import Span
from onrecord.read.headings import ends_there, find_title_end, has_headline_form, is_standfirst, is_subheading
from onrecord.read.paragraphs import Paragraph

SENTENCE = "The army said on Monday that it had left the town of Alpha."


def paragraph(line: str) -> Paragraph:
    return Paragraph(Span(0, len(line)), line)


@pytest.mark.parametrize(
    ("text", "title", "cut"),
    [
        ("Rebels seize Alpha\nThe army left.", "Rebels seize Alpha", 18),
        ("REBELS  SEIZE ‘Alpha’\nThe army left.", "Rebels seize 'Alpha'", 21),
        ("Rebels seize Alpha – The army left.", "Rebels seize Alpha", 18),
        ("Rebels seize Alpha: The army left.", "Rebels seize Alpha", 18),
        ("Rebels seize town of Alpha The army left.", "Rebels seize town of Alpha", 26),
        ("Will Alpha fall? The army left.", "Will Alpha fall?", 16),
        ("Rebels seize Alpha Airport on Monday.", "Rebels seize Alpha", None),
        ("Rebels seize Alpha, and the army left.", "Rebels seize Alpha", None),
        ("Rebels seize Alpha's airport.", "Rebels seize Alpha", None),
        ("Rebels seize Alphabad.", "Rebels seize Alpha", None),
        ("Rebels seize town of Alpha on Monday.", "Rebels seize town of Alpha", None),
        ("Rebels – the largest group – left.", "Rebels", None),
        ("The army left.", "Rebels seize Alpha", None),
        ("", "Rebels", None),
    ],
)
def test_a_given_title_ends_where_it_is_no_beginning_of_a_sentence(text: str, title: str, cut: int | None) -> None:
    end = find_title_end(text, 0, title)
    assert (end if end is not None and ends_there(text, end, title) else None) == cut


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rebels seize Alpha", True),
        ("Will the talks fail?", True),
        ("20 killed in Alpha", True),
        ("‘We will return,’ says mayor", True),
        ("Rebels meet envoy from U.S.", True),
        ("U.S. troops leave Alpha", True),
        ("Rebels seized Alpha.", False),
        ("Rebels seized Alpha. The army left", False),
        ("The army said:", False),
        ("He left, and", True),
        ("He left,", False),
        ("rebels seized the town", False),
        ("- Rebels seize Alpha", False),
        ("1. Rebels seize Alpha", False),
        ("Word " * 21, False),
    ],
)
def test_a_headline_is_short_and_no_sentence(line: str, expected: bool) -> None:
    assert has_headline_form(paragraph(line.strip())) is expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("Government troops pull back as thousands flee", "body", True),
        ("Government troops have pulled back as thousands fled.", "byline", True),
        ("Government troops have pulled back as thousands fled.", "dateline", True),
        ("Government troops have pulled back as thousands fled.", "body", False),
        ("Troops have pulled back. Thousands have fled the town", "body", False),
        ("Thousands flee Alpha", "body", False),
        ("The army had this to say about it:", "body", False),
        ("“We will never leave the town of Alpha”", "body", False),
        ("word " * 46, "body", False),
    ],
)
def test_a_standfirst_is_one_sentence_below_the_headline(line: str, following: str, expected: bool) -> None:
    assert is_standfirst(paragraph(line.strip()), following, text_follows=True) is expected
    assert not is_standfirst(paragraph(line.strip()), following, text_follows=False)


@pytest.mark.parametrize(
    ("before", "line", "after", "expected"),
    [
        (SENTENCE, "Flight to the south", SENTENCE, True),
        (SENTENCE, "Flight to the south.", SENTENCE, False),
        (SENTENCE, "flight to the south", SENTENCE, False),
        (SENTENCE, "• Flight to the south", SENTENCE, False),
        (SENTENCE, "Flight to the south", "Flight to the north", False),
        ("The army named three towns:", "Alpha", SENTENCE, False),
        ("Alpha", "Beta", SENTENCE, False),
        (SENTENCE, "One two three four five six seven eight nine ten eleven", SENTENCE, False),
        (SENTENCE, "“No”", SENTENCE, False),
    ],
)
def test_a_subheading_stands_between_sentences(before: str, line: str, after: str, expected: bool) -> None:
    assert is_subheading(paragraph(before), paragraph(line), paragraph(after)) is expected
