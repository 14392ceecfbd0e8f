"""A finished document and its line say the same."""

import json
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from tests.factories import build_document, build_mention, build_report, finished_documents

from onrecord.errors import RecordError
from onrecord.model.coded import CodedDocument
from onrecord.model.interchange import format_line, read_line
from onrecord.model.parse import Parse

LISTS = ("actors", "places", "times", "mentions", "statements", "events", "relations", "failures", "links")
EMPTY_LISTS = ",".join(f'"{name}":[]' for name in LISTS)


def change(line: str, path: str, value: object) -> str:
    """The line with the value at a path such as `events.0.views` changed."""
    found = json.loads(line)
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inner = found
    for part in parents:
        inner = inner[part]
    inner[last] = value
    return json.dumps(found)


@given(finished_documents())
@settings(max_examples=150, deadline=None)
def test_reading_a_line_gives_the_document_back(doc: CodedDocument) -> None:
    line = format_line(doc)
    assert read_line(line) == doc
    assert format_line(read_line(line)) == line


@given(finished_documents())
@settings(max_examples=100, deadline=None)
def test_a_line_is_valid_utf_8_and_json_and_one_line(doc: CodedDocument) -> None:
    line = format_line(doc)
    assert json.loads(line.encode())["document"]["text"] == doc.text
    assert "\n" not in line
    assert "\r" not in line


def test_the_keys_stand_in_the_order_of_the_format() -> None:
    doc = CodedDocument(build_document("k", "Ünï", title=None))
    assert format_line(doc) == (
        '{"schema":"onrecord/1","document":{"id":"' + doc.id + '","key":"k","title":null,"text":"Ünï",'
        '"published":"2014-08-20","publisher":"The Example","byline":null,"url":null,"language":"en",'
        '"outcome":"coded","reason":null,"same_as":null,"zones":[{"kind":"body","span":[0,3]}]},' + EMPTY_LISTS + "}"
    )


def test_an_event_carries_its_views_and_relations_are_from_and_to() -> None:
    line = json.loads(format_line(build_report()))
    event = line["events"][0]
    assert list(event) == [
        "id", "type", "modes", "contexts", "cameo", "quad", "score", "trigger", "extent", "actors", "recipients",
        "place", "time", "killed", "injured", "arrested", "counts", "views", "confidence", "maker", "replaces",
        "retold",
    ]  # fmt: skip
    assert list(event["views"][0]) == ["holder", "polarity", "status", "cues", "maker", "id"]
    assert list(line["times"][0]) == ["id", "from", "to", "precision"]
    assert list(line["mentions"][0])[-1] == "maker"
    assert list(line)[-1] == "links"


def test_counts_are_whole_where_they_are_whole_and_scores_keep_their_fraction() -> None:
    line = format_line(build_report())
    assert '"killed":3,' in line
    assert '"score":-9.0,' in line


def test_whole_numbers_and_floats_give_the_same_line() -> None:
    doc = build_report()
    event = replace(doc.events[0], killed=3.0, score=-9, confidence=-0.0)
    same = replace(doc.events[0], killed=3, score=-9.0, confidence=0)
    assert format_line(replace(doc, events=(event,))) == format_line(replace(doc, events=(same,)))


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    doc = CodedDocument(build_document("k\udcff", "a\ud83d b"))
    line = format_line(doc)
    assert "a\\ud83d b" in line
    assert read_line(line.encode().decode()) == doc


def test_a_pair_of_surrogates_is_refused_because_readers_would_join_it() -> None:
    with pytest.raises(RecordError, match="surrogate pair"):
        format_line(CodedDocument(build_document("k", "\ud83d\ude00")))


def test_an_unfinished_document_is_refused() -> None:
    doc = build_report()
    with pytest.raises(RecordError, match="unfinished"):
        format_line(replace(doc, parse=Parse((), ())))
    with pytest.raises(RecordError, match="unfinished"):
        format_line(replace(doc, views=doc.events[0].views))


def test_a_number_that_is_not_finite_is_refused() -> None:
    doc = build_report()
    for field in ("confidence", "killed"):
        event = replace(doc.events[0], **{field: float("inf")})
        with pytest.raises(RecordError, match="not finite"):
            format_line(replace(doc, events=(event,)))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("schema", "onrecord/2", 'schema: found "onrecord/2"; expected "onrecord/1"'),
        ("document.text", None, "document.text: found null; expected text"),
        ("document.published", "20140820", 'document.published: found "20140820"; expected a date as 2014-08-20'),
        ("document.outcome", "failed", "expected one of coded, duplicate, skipped"),
        ("document.colour", "red", "document: found unknown key colour"),
        ("actors", {}, "actors: found {}; expected a list"),
        ("actors.1", 7, "actors[1]: found 7; expected an object"),
        ("events.0.views.1.polarity", "maybe", 'events[0].views[1].polarity: found "maybe"; expected one of affirmed'),
        ("events.0.trigger", [3], "events[0].trigger: found [3]; expected a span"),
        ("events.0.trigger", [True, 3], "expected a span"),
        ("events.0.quad", 4.5, "events[0].quad: found 4.5; expected a whole number"),
        ("events.0.score", True, "events[0].score: found true; expected a number"),
        ("events.0.score", 10**400, "expected a number"),
        ("events.0.killed", "3", 'events[0].killed: found "3"; expected a number or null'),
        ("events.0.counts.0.span", [5, 5], "counts[0].span: span [5, 5]: expected 0 <= start < end"),
        ("mentions.0.span", [0, 999], "span: span [0, 999]: expected 0 <= start < end <= 67"),
        ("document.zones.0.span", [-1, 2], "zones[0].span: span [-1, 2]"),
    ],
)
def test_what_is_wrong_in_a_line_is_named_with_its_path(path: str, value: object, message: str) -> None:
    with pytest.raises(RecordError) as error:
        read_line(change(format_line(build_report()), path, value))
    assert message in str(error.value)


@pytest.mark.parametrize("line", ["", "{", "[1]", "null", '{"schema":"onrecord/1"}', "[" * 100_000, '{"a":NaN}'])
def test_a_line_of_something_else_is_refused(line: str) -> None:
    with pytest.raises(RecordError, match="expected"):
        read_line(line)


def test_a_missing_key_is_named() -> None:
    line = json.loads(format_line(build_report()))
    del line["events"][0]["views"][0]["status"]
    with pytest.raises(RecordError, match=r"events\[0\]\.views\[0\]: found no key status; expected the keys holder"):
        read_line(json.dumps(line))


def test_three_hundred_records_are_formatted_in_a_few_milliseconds() -> None:
    doc = build_report()
    mention = build_mention(doc.id, doc.mentions[0].span, actor=doc.actors[0].id)
    doc = replace(doc, mentions=tuple(replace(mention, id=f"m{index}") for index in range(260)), events=doc.events * 40)
    durations = []
    for _ in range(20):
        start = perf_counter()
        format_line(doc)
        durations.append(perf_counter() - start)
    assert min(durations) < 0.009, "three times what it should take, for slow machines"
