"""What holds for every report: spans are words, ids are stable, lines read back, order and workers change nothing."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.codebook.load import load_codebook
from onrecord.coder import Coder
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Document, make_document
from onrecord.model.interchange import format_line, read_line
from onrecord.model.shapes import spans_of
from onrecord.read.zones import find_zones

PUBLISHED = date(2024, 3, 6)
SENTENCES = [example.text for rule in load_codebook().rules for example in rule.examples[:1]]
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(
        [
            '"We will never accept it," the minister said.',
            "“They attacked us,” she told reporters, adding: “We shall answer.”",
            "Kenya's foreign minister denied on Tuesday that police had fired at protesters.",
            "KABUL (AP) —",
            "By Jane Doe",
            "Read more",
            "She said: 'It is over",
            "🙂 “Ça va”, dit-il – IS, ISIS and the WHO.",
        ]
    ),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
)
REPORTS = st.lists(PIECES, min_size=1, max_size=5).map("\n\n".join)


def make_report(key: str, text: str) -> Document:
    """A document with the zones that its text has."""
    return make_document(key, text, zones=find_zones(text, None, ()), published=PUBLISHED)


def list_spans(doc: CodedDocument) -> list[tuple[int, int]]:
    """All spans of a coded document."""
    records = (*doc.mentions, *doc.statements, *doc.events, *doc.relations)
    return [tuple(span) for record in records for _, span in spans_of(record)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=REPORTS)
def test_any_text_is_coded_without_a_failure(coder: Coder, text: str) -> None:
    """No text makes a stage fail, and every span lies inside the text."""
    doc = coder.code_document(make_report("one", text))
    assert doc.failures == ()
    assert all(0 <= start < end <= len(text) for start, end in list_spans(doc))
    assert all(text[start:end].strip() == text[start:end] for start, end in (one.span for one in doc.mentions))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=REPORTS)
def test_a_line_reads_back_as_what_was_written(coder: Coder, text: str) -> None:
    """Writing and reading back is the identity, and coding twice gives the same line."""
    document = make_report("one", text)
    doc = coder.code_document(document)
    line = format_line(doc)
    assert read_line(line) == doc
    assert format_line(coder.code_document(document)) == line


def test_ids_are_unique_within_a_line(coder: Coder) -> None:
    """No two records of a document share an id."""
    doc = coder.code_document(make_report("one", "\n\n".join(SENTENCES[:40])))
    lists = (doc.actors, doc.places, doc.times, doc.mentions, doc.statements, doc.events, doc.relations, doc.links)
    ids = [record.id for records in lists for record in records]
    assert len(ids) == len(set(ids))


def test_what_was_coded_before_changes_nothing(coder: Coder) -> None:
    """A report is coded the same first, last, and after others."""
    reports = [make_report(str(number), "\n".join(SENTENCES[number::40])) for number in range(6)]
    forward = {one.document.key: format_line(one) for one in map(coder.code_document, reports)}
    backward = {one.document.key: format_line(one) for one in map(coder.code_document, reversed(reports))}
    assert forward == backward


def test_workers_change_nothing() -> None:
    """One process and two give the same lines in the same order."""
    reports = [make_report(str(number), "\n".join(SENTENCES[number::60])) for number in range(20)]
    alone = [format_line(one) for one in Coder().code_many(reports)]
    together = [format_line(one) for one in Coder().code_many(reports, workers=2)]
    assert alone == together


HASH_PROGRAM = """
import sys
from hashlib import sha256
from onrecord.coder import Coder
from onrecord.model.interchange import format_line
text = sys.stdin.read()
print(sha256(format_line(Coder().code(text, published="2024-03-06")).encode()).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_hash_seed_changes_nothing(coder: Coder, seed: str) -> None:
    """The same bytes whatever PYTHONHASHSEED is."""
    text = "\n\n".join(SENTENCES[::5])
    here = hashlib.sha256(format_line(coder.code(text, published="2024-03-06")).encode()).hexdigest()
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", HASH_PROGRAM],
        input=text, text=True, capture_output=True, env=environment, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == here


def test_publication_moves_relative_times_with_it(coder: Coder) -> None:
    """A report published a week later has its "Monday" a week later."""
    text = "Police arrested two activists in Nairobi on Monday."
    first = coder.code(text, published=date(2024, 3, 6)).times
    second = coder.code(text, published=date(2024, 3, 13)).times
    assert [one.start for one in first] == ["2024-03-04"]
    assert [one.start for one in second] == ["2024-03-11"]


def test_a_failing_stage_is_a_failure_and_the_others_go_on(coder: Coder) -> None:
    """The run goes on without the stage's records."""

    class Broken:
        name, reads, writes = "find.nothing", ("parse",), ("relations",)

        def __call__(self, doc: CodedDocument) -> object:
            raise ZeroDivisionError("for the test")

    from onrecord.pipeline import Pipeline

    pipeline = Pipeline([Broken(), *coder.pipeline.stages])  # type: ignore[list-item]
    document = make_report("one", "Police arrested two activists in Nairobi on Monday.")
    doc = pipeline.run(replace(CodedDocument(document), parse=coder.parser.parse(document)))
    assert [failure.stage for failure in doc.failures] == ["find.nothing"]
    assert "ZeroDivisionError: for the test" in doc.failures[0].error
    assert len(doc.events) == 1
