"""Marks that nest and overlap."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.spans import Span
from onrecord.page.segments import LAYERS, Mark, cut_segments

spans = st.tuples(st.integers(0, 19), st.integers(1, 20)).map(
    lambda ends: Span(min(ends), max(min(ends) + 1, max(ends)))
)
marks = st.lists(st.builds(Mark, spans, st.sampled_from(LAYERS), st.just("label"), st.just("e1")), max_size=6)


@given(marks, spans)
def test_the_pieces_are_the_words_and_each_mark_ends_once(found: list[Mark], span: Span) -> None:
    text = "".join(map(chr, range(97, 117)))
    pieces = list(cut_segments(text, span, found))
    assert "".join(piece.text for piece in pieces) == span.slice(text)
    inside = [mark for mark in found if span.start < mark.span.end <= span.end]
    assert sum(len(piece.ending) for piece in pieces) == len(inside)


def test_a_piece_has_the_layers_of_all_marks_over_it() -> None:
    outer, inner = Mark(Span(0, 10), "statement", "one"), Mark(Span(3, 5), "actor", "two")
    pieces = list(cut_segments("0123456789", Span(0, 10), [outer, inner]))
    assert [(piece.text, piece.layers) for piece in pieces] == [
        ("012", ("statement",)), ("34", ("statement", "actor")), ("56789", ("statement",)),
    ]  # fmt: skip
