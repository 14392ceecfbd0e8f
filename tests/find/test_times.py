"""The finder of times, on the sentences of tests/cases/times.toml and on texts made to be slow."""

import time
import tomllib
from pathlib import Path

import pytest
from tests.parses import parse_plain

from onrecord.find.times import TimeFinder, find_expressions
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Zone, make_document
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Sentence, Token
from onrecord.model.spans import Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "times.toml").read_text("utf-8"))["case"]


def code_times(text: str) -> list[Mention]:
    document = make_document("report", text, zones=(Zone("body", Span(0, len(text))),), published=None)
    return [one for one in TimeFinder()(CodedDocument(document, parse_plain(text))) if isinstance(one, Mention)]


def parse_as_one_token(text: str) -> Parse:
    sentence = Sentence(0, Span(0, len(text)), 0, 1, 0, "body")
    return Parse((sentence,), (Token(0, 0, len(text), text, text, "NN", "ROOT", 0, 0),))


STUCK_SECONDS = 20
"""No measure of speed (bench/ has that): a pattern that backtracks without end takes hours."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_expressions_of_a_case_are_found_and_nothing_else(case):
    marks = {name: case.get(name) for name in ("tags", "heads", "labels")}
    found = [span.slice(case["text"]) for _, span in find_expressions(case["text"], parse_plain(case["text"], **marks))]
    assert found == [words for words, _, _ in case["times"]]


def test_there_are_enough_cases():
    assert sum(len(case["times"]) for case in CASES) >= 150


def test_mentions_are_times_named_by_their_rule():
    (mention,) = code_times("They left on 5 May 1862.")
    assert (mention.kind, mention.form, mention.maker) == ("time", "name", "find.times/date")
    assert (mention.actor, mention.place, mention.time, mention.value, mention.unit) == (None,) * 5


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Wednesday", "name"), ("May 2014", "name"), ("1939", "name"), ("late 2012", "name"), ("the 1980s", "name"),
        ("last week", "nominal"), ("the next day", "nominal"), ("earlier this month", "nominal"),
        ("three days", "nominal"), ("last Friday", "nominal"), ("yesterday", "nominal"), ("1,000 years", "nominal"),
    ],
)  # fmt: skip
def test_names_of_days_months_and_years_are_names_and_the_rest_is_nominal(words, form):
    assert [one.form for one in code_times(f"It lasted since {words}.")] == [form]


def test_words_outside_the_parsed_sentences_are_not_searched():
    text = "Share this on Monday. It began on Tuesday."
    parse = parse_plain(text)
    later = Parse(parse.sentences[1:], parse.tokens)
    assert [span.slice(text) for _, span in find_expressions(text, later)] == ["Tuesday"]


def test_a_date_that_a_sentence_border_cuts_is_found_whole():
    text = "It began on Sept. 11, 2001 in the town."
    cut = text.index(" 11")
    whole = parse_plain(text)
    first = [one for one in whole.tokens if one.start < cut]
    sentences = (
        Sentence(0, Span(0, cut), 0, len(first), 0, "body"),
        Sentence(1, Span(cut + 1, len(text)), len(first), len(whole.tokens), 0, "body"),
    )
    found = [span.slice(text) for _, span in find_expressions(text, Parse(sentences, whole.tokens))]
    assert found == ["Sept. 11, 2001"]


def test_an_empty_line_parts_expressions():
    text = "He left in May\n\n2014 was a bad year."
    assert [span.slice(text) for _, span in find_expressions(text, parse_plain(text))] == ["May", "2014"]


def test_a_line_end_does_not():
    assert [one.span for one in code_times("He left on 5\nMay 2014.")] == [Span(11, 21)]


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, " " * 200_000, "12, " * 20_000, "the early " * 20_000, "two hundred " * 20_000, "May " * 20_000,
     "1914-" * 20_000, "a " * 50_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_text_made_to_be_slow_is_not(text):
    parse = parse_as_one_token(text)
    start = time.perf_counter()
    for _ in find_expressions(text, parse):
        pass
    assert time.perf_counter() - start < STUCK_SECONDS
