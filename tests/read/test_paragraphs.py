"""Paragraphs are lines, or blocks of lines that were broken at a width."""

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.paragraphs import find_paragraphs

FIRST = (
    "Rebels seized the town of Alpha on Monday after a week of heavy fighting in which at least forty people were "
    "killed, officials in the capital said. The army gave no figures of its own."
)
SECOND = (
    "The governor said that the soldiers had pulled back to protect the people of the town, and denied that any of "
    "them had been taken by the rebels during the night."
)


def lines_of(text: str) -> list[str]:
    return [paragraph.line for paragraph in find_paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    assert lines_of(f"{FIRST}\n{SECOND}\n\nIt left.") == [FIRST, SECOND, "It left."]


def test_lines_broken_at_a_width_are_joined() -> None:
    for width in (60, 72, 80, 90):
        wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in ("Rebels seize town", FIRST, SECOND))
        assert lines_of(wrapped) == ["Rebels seize town", FIRST, SECOND]


def test_an_indented_line_begins_a_paragraph_without_a_blank_line() -> None:
    wrapped = "\n".join(textwrap.fill(text, 72, initial_indent="    ") for text in (FIRST, SECOND))
    assert lines_of(wrapped) == [FIRST, SECOND]


def test_a_short_line_in_a_broken_text_stands_alone() -> None:
    wrapped = f"By Jane Doe\n{textwrap.fill(FIRST, 72)}\n\n{textwrap.fill(SECOND, 72)}"
    assert lines_of(wrapped) == ["By Jane Doe", FIRST, SECOND]


def test_short_sentences_on_lines_of_their_own_stay_apart() -> None:
    sentences = [f"The army denied on Monday that it had left the town number {number}." for number in range(5)]
    assert lines_of("\n".join(sentences)) == sentences


def test_every_line_end_counts() -> None:
    assert lines_of("One.\r\nTwo.\rThree.\u2028Four.\x85Five.") == ["One.", "Two.", "Three.", "Four.", "Five."]


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u2028\u00a0A"), max_size=200))
def test_paragraphs_hold_all_but_white_space_in_order(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert "".join("".join(p.span.slice(text).split()) for p in paragraphs) == "".join(text.split())
    assert all(before.span.end <= after.span.start for before, after in pairwise(paragraphs))
