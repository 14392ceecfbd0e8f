"""The sentence around some words."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import build_document, find_span

from onrecord.model.documents import Zone, make_document
from onrecord.model.spans import Span
from onrecord.page.passages import find_passage, split_sentences


def show(text: str, words: str) -> str:
    document = build_document(text=text)
    return find_passage(document, find_span(text, words)).span.slice(text)


def test_a_sentence_ends_at_its_stop() -> None:
    assert show("He left. “She stayed,” he said. They ran.", "stayed") == "“She stayed,” he said."


def test_titles_initials_and_abbreviations_end_no_sentence() -> None:
    text = "On Aug. 20 Gen. J. R. Smith of the U.S. Army met Dr. Who. They talked."
    assert show(text, "Smith") == "On Aug. 20 Gen. J. R. Smith of the U.S. Army met Dr. Who."


def test_words_over_two_sentences_show_both() -> None:
    assert show("A ran. B ran. C ran.", "A ran. B") == "A ran. B ran."


def test_a_sentence_does_not_reach_into_the_next_paragraph() -> None:
    text = "Home\nHe left early"
    zones = (Zone("furniture", Span(0, 4)), Zone("body", Span(5, len(text))))
    document = make_document("k", text, zones=zones, published=None)
    assert find_passage(document, find_span(text, "left")).span.slice(text) == "He left early"


def test_a_very_long_sentence_is_cut_between_words() -> None:
    text = "word " * 500 + "here" + " word" * 500
    passage = find_passage(build_document(text=text), find_span(text, "here"))
    assert passage.is_cut_before
    assert passage.is_cut_after
    shown = passage.span.slice(text)
    assert set(shown.split()) == {"word", "here"}
    assert len(shown) < 700


@given(st.text("aA.?! \n“”", min_size=1, max_size=60))
def test_sentences_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    spans = list(split_sentences(text, Span(0, len(text))))
    assert spans == sorted(spans)
    assert "".join("".join(span.slice(text).split()) for span in spans) == "".join(text.split())
