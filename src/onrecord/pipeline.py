"""Stages in an order that can work, run over one document after another.

find.times > find.places > find.actors > resolve.times > resolve.places > resolve.actors > find.statements >
resolve.references > find.events > find.views > find.relations
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from onrecord.errors import OnrecordError, PipelineError, RecordError
from onrecord.model.coded import KINDS, CodedDocument, Record, finish
from onrecord.model.events import Event
from onrecord.model.mentions import Mention
from onrecord.model.provenance import Failure
from onrecord.model.spans import Span, check_span
from onrecord.model.statements import Statement

GIVEN = ("parse",)
"""What is there before the first stage."""


class Stage(Protocol):
    """One step of coding: pure, built once per worker. `reads` and `writes` are lists of a coded document."""

    @property
    def name(self) -> str:
        """The prefix of every maker: "find.events"."""
        ...

    @property
    def reads(self) -> tuple[str, ...]:
        """Lists that must have been written before."""
        ...

    @property
    def writes(self) -> tuple[str, ...]:
        """Lists that its records go to."""
        ...

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """New records, in the order of the text."""
        ...


class Pipeline:
    """Stages whose order was checked. Raises PipelineError where one reads what none before it writes."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        check_order(stages)
        self.stages = tuple(stages)

    def run(self, doc: CodedDocument) -> CodedDocument:
        """The document with the records of all stages; a stage that raises leaves a Failure and the others go on."""
        failures = list(doc.failures)
        for stage in self.stages:
            try:
                doc = doc.add(check_records(stage, stage(doc), doc))
            except Exception as error:
                failures.append(Failure(stage.name, describe(error)))
        finished = finish(doc)
        return finished if not failures else add_failures(finished, failures)


def check_order(stages: Iterable[Stage]) -> None:
    """Raise PipelineError where a stage reads a list that no stage before it writes, or writes an unknown one."""
    written = set(GIVEN)
    for stage in stages:
        missing = sorted(set(stage.reads) - written)
        if missing:
            raise PipelineError(f"{stage.name} reads {', '.join(missing)}, which no stage before it writes")
        unknown = sorted(set(stage.writes) - set(KINDS.values()))
        if unknown:
            raise PipelineError(f"{stage.name} writes {', '.join(unknown)}; allowed: {', '.join(KINDS.values())}")
        written |= set(stage.writes)


def check_records(stage: Stage, records: Iterable[Record], doc: CodedDocument) -> Iterator[Record]:
    """The records of a stage. Raises RecordError for a kind that it does not declare, or a span outside the text."""
    for record in records:
        kind = KINDS.get(type(record))
        if kind not in stage.writes:
            raise RecordError(f"{stage.name} made a record of {kind}; it declares {', '.join(stage.writes)}")
        for span in list_spans(record):
            check_span(span, len(doc.text))
        yield record


def list_spans(record: Record) -> Iterator[Span]:
    """The spans of a record."""
    if isinstance(record, Mention):
        yield record.span
    elif isinstance(record, Statement):
        yield from (span for span in (record.speaker_span, record.cue, record.addressee_span) if span)
        yield from record.content
    elif isinstance(record, Event):
        yield record.trigger
        yield record.extent
        yield from (one.span for one in (*record.actors, *record.recipients))


def describe(error: Exception) -> str:
    """An error in one line; our own by its message alone."""
    return str(error) if isinstance(error, OnrecordError) else f"{type(error).__name__}: {error}"


def add_failures(doc: CodedDocument, failures: list[Failure]) -> CodedDocument:
    """The document with its failures."""
    return replace(doc, failures=tuple(failures))
