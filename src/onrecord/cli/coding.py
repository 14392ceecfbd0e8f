"""One run: items are read, coded and handed to the output, in the order of the input."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.exits import CommandError, ExitCode, format_error, say
from onrecord.cli.outputs import LineOutput, Output, PageOutput, ScreenOutput, StoreOutput, check_path
from onrecord.cli.progress import Watcher
from onrecord.cli.summaries import KEPT, Tally

if TYPE_CHECKING:
    from onrecord.coder import Coder
    from onrecord.model.coded import CodedDocument
    from onrecord.model.documents import Document
    from onrecord.read.reports import ReadItem

MOST_NOTES = 20


def make_coder(model: str | None, codebooks: Sequence[Path], min_confidence: float = 0.0) -> "Coder":
    """The coder of a run. Raises CommandError or ModelError where there is no such model."""
    from onrecord.coder import Coder
    from onrecord.gazetteer.table import open_table
    from onrecord.parse.model import find_model, find_model_folder

    if model is not None and not model.isidentifier():
        can = "Give the name of an installed spaCy package, or leave out --model"
        raise CommandError(ExitCode.USAGE, "not the name of a model", model, "Nothing was coded", can)
    package = find_model(model)
    if model is not None:
        find_model_folder(package)
    open_table(say)
    return Coder(model=model, codebooks=codebooks, min_confidence=min_confidence)


def make_output(path: Path | None, coder: "Coder", inputs: list[str], screen: ScreenOutput) -> Output:
    """The output that a path names by its ending; the screen where there is none."""
    if path is None:
        return screen
    check_path(path, inputs)
    if path.suffix.lower() == ".jsonl":
        return LineOutput(path)
    if path.suffix.lower() == ".db":
        return StoreOutput(path, lambda: coder.run)
    return PageOutput(path, lambda: coder.codebook)


def code_items(
    items: Iterable["ReadItem"], *, coder: "Coder", output: Output, watcher: Watcher, workers: int = 1
) -> Tally:
    """The tally of a whole run. Raises CommandError where no item could be read; then nothing replaces an old file."""
    tally = Tally()
    try:
        with output:
            for doc in coder.code_many(sort_items(items, output, tally, watcher), workers=workers):
                hand_over(doc, output, tally, watcher)
            if not tally.read:
                raise CommandError(
                    ExitCode.NOTHING_READ, "nothing to read", "", "No report was coded",
                    "Give files ending in .txt, .html or .jsonl, folders of such files, or - for text on stdin",
                )  # fmt: skip
            output.finish()
    except KeyboardInterrupt:
        done, can = output.describe_interruption()
        raise CommandError(ExitCode.INTERRUPTED, "interrupted", "", done, can) from None
    finally:
        watcher.close()
    return tally


def sort_items(items: Iterable["ReadItem"], output: Output, tally: Tally, watcher: Watcher) -> Iterator["Document"]:
    """The documents that are to be coded; everything else is counted and said."""
    from onrecord.model.documents import Document
    from onrecord.read.reports import Note

    notes = 0
    for item in items:
        if isinstance(item, Document):
            tally.read += 1
            if output.has(item):
                tally.outcomes[KEPT] += 1
                watcher.step(KEPT)
            else:
                yield item
        elif isinstance(item, Note):
            notes += 1
            if notes <= MOST_NOTES:
                watcher.say(f"note    {item.key}: {item.message}")
        else:
            fail(item.key, item.reason, output, tally, watcher)
    if notes > MOST_NOTES:
        watcher.say(f"note    and {notes - MOST_NOTES:,} more notes of such kinds")


def hand_over(doc: "CodedDocument", output: Output, tally: Tally, watcher: Watcher) -> None:
    """A coded document goes to the output; one that breaks the contract of records is a failed item."""
    from onrecord.errors import RecordError

    try:
        outcome = output.take(doc)
    except RecordError as error:
        fail(doc.document.key, str(error), output, tally, watcher)
        return
    tally.add(doc, outcome)
    for failure in doc.failures:
        what = f"stage {failure.stage}: {failure.error}"
        watcher.say(f"FAILED  {format_error(what, which=doc.document.key, done='The other stages went on', can='')}")
    watcher.step(outcome)


def fail(key: str, reason: str, output: Output, tally: Tally, watcher: Watcher) -> None:
    """An item that gets no record: on file where there is a place for it, counted, and named on stderr."""
    output.fail(key, reason)
    tally.outcomes["failed"] += 1
    watcher.say(f"FAILED  {format_error(reason, which=key, done='Left out', can='')}")
    watcher.step("failed")
