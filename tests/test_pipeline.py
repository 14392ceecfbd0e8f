"""The order of stages is checked when a pipeline is assembled, their records when they are made."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from onrecord.errors import PipelineError
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.documents import make_document
from onrecord.model.mentions import make_mention
from onrecord.model.spans import Span
from onrecord.pipeline import Pipeline


@dataclass
class FakeStage:
    """A stage that yields what it is told to."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    records: tuple[Record, ...] = ()

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        yield from self.records


def make_doc(text: str) -> CodedDocument:
    """A document without zones."""
    return CodedDocument(make_document("one", text, zones=(), published=None))


def test_a_stage_that_reads_what_none_writes_is_refused() -> None:
    with pytest.raises(PipelineError, match=r"find\.events reads mentions, which no stage before it writes"):
        Pipeline([FakeStage("find.events", ("mentions",), ("events",))])


def test_a_stage_after_the_one_that_writes_is_accepted() -> None:
    stages = [FakeStage("find.actors", ("parse",), ("mentions",)), FakeStage("find.events", ("mentions",), ("events",))]
    assert len(Pipeline(stages).stages) == 2


def test_a_stage_that_writes_an_unknown_list_is_refused() -> None:
    with pytest.raises(PipelineError, match="writes rumours; allowed: actors"):
        Pipeline([FakeStage("find.rumours", ("parse",), ("rumours",))])


@pytest.mark.parametrize(
    ("span", "writes", "message"),
    [
        (Span(0, 99), ("mentions",), "expected 0 <= start < end <= 5"),
        (Span(3, 3), ("mentions",), "expected 0 <= start < end <= 5"),
        (Span(0, 4), ("events",), "made a record of mentions; it declares events"),
    ],
)
def test_a_record_that_breaks_the_contract_is_a_failure(span: Span, writes: tuple[str, ...], message: str) -> None:
    record = make_mention("one", span, "actor", "name", maker="find.actors/name")
    doc = Pipeline([FakeStage("find.actors", ("parse",), writes, (record,))]).run(make_doc("Kenya"))
    assert doc.mentions == ()
    assert message in doc.failures[0].error


def test_a_good_record_is_kept() -> None:
    record = make_mention("one", Span(0, 5), "actor", "name", maker="find.actors/name")
    doc = Pipeline([FakeStage("find.actors", ("parse",), ("mentions",), (record,))]).run(make_doc("Kenya"))
    assert [mention.span for mention in doc.mentions] == [Span(0, 5)]
