"""Where coded reports go: the screen, JSON lines, a database, or a page.

Each is a context: entering opens it, leaving well finishes it, leaving by an error keeps what a reader may trust.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from onrecord.cli.exits import CommandError, ExitCode

if TYPE_CHECKING:
    from onrecord.codebook.load import Codebook
    from onrecord.model.coded import CodedDocument
    from onrecord.model.documents import Document
    from onrecord.model.provenance import Run
    from onrecord.store.writer import Store

MOST_IN_FULL = 20
"""So many reports are printed in full; of the others a line each."""
ENDINGS = (".jsonl", ".db", ".html")


class Output(AbstractContextManager["Output"]):
    """What every kind of output does; the base keeps nothing."""

    def __init__(self) -> None:
        self.stack = ExitStack()

    def __enter__(self) -> "Output":
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.__exit__(kind, error, trace)

    def open(self) -> None:
        """Made ready to take documents."""

    def has(self, document: "Document") -> bool:  # noqa: ARG002
        """Whether the document is there already, coded in the same way."""
        return False

    def take(self, doc: "CodedDocument") -> str:
        """The outcome that is now on record for a coded document."""
        return doc.document.outcome

    def fail(self, key: str, reason: str) -> None:
        """An item that could not be read or coded is noted, where there is a place for that."""

    def finish(self) -> None:
        """All documents are taken."""

    def describe_interruption(self) -> tuple[str, str]:
        """What a run that was interrupted has left, and what the user can do."""
        return "No file was written", "Use --output with a name ending in .db for a run that can be taken up again"


class ScreenOutput(Output):
    """Prints each report."""

    def __init__(self, *, most: int | None = None, hint: str = "") -> None:
        super().__init__()
        self.most, self.hint, self.count = most, hint, 0

    def open(self) -> None:
        """The console is found."""
        from onrecord.cli.consoles import make_output

        self.console = make_output()

    def take(self, doc: "CodedDocument") -> str:
        """Printed in full, or in a line where there were many before."""
        from onrecord.cli.reports import print_heading, print_report

        self.count += 1
        if self.count <= MOST_IN_FULL:
            print_report(doc, self.console, most=self.most, hint=self.hint)
        else:
            print_heading(doc, self.console)
        return doc.document.outcome


class LineOutput(Output):
    """Writes JSON lines; the file is there whole or not at all."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def open(self) -> None:
        """A file beside the target."""
        from onrecord.export.files import replace_file

        self.file: TextIO = self.stack.enter_context(replace_file(self.path))

    def take(self, doc: "CodedDocument") -> str:
        """A line."""
        from onrecord.model.interchange import format_line

        self.file.write(format_line(doc) + "\n")
        return doc.document.outcome


class StoreOutput(Output):
    """Writes to a database, one transaction a document."""

    def __init__(self, path: Path, find_run: "Callable[[], Run]") -> None:
        super().__init__()
        self.path, self.find_run = path, find_run

    def open(self) -> None:
        """The database, made where there is none."""
        from onrecord.store.writer import open_store

        self.store: Store = self.stack.enter_context(open_store(self.path))
        self.run = self.find_run()

    def has(self, document: "Document") -> bool:
        """Whether this run, or one like it, has coded the document."""
        return self.store.is_done(document.id, self.run.id)

    def take(self, doc: "CodedDocument") -> str:
        """A transaction; the same text under another key is a duplicate."""
        return self.store.write(doc, self.run, doc.document.key)

    def fail(self, key: str, reason: str) -> None:
        """On file as failed."""
        self.store.write_failure(key, reason)

    def describe_interruption(self) -> tuple[str, str]:
        """Every document that was written is whole."""
        return f"What was coded is in {self.path}", "Run the same command again to go on from there"


class PageOutput(Output):
    """Writes one page when all documents are there."""

    def __init__(self, path: Path, find_codebook: "Callable[[], Codebook]") -> None:
        super().__init__()
        self.path, self.find_codebook = path, find_codebook
        self.docs: list[CodedDocument] = []

    def take(self, doc: "CodedDocument") -> str:
        """Kept for the page."""
        from onrecord.page.pages import MOST_REPORTS

        if len(self.docs) == MOST_REPORTS:
            raise CommandError(
                ExitCode.USAGE, f"more than {MOST_REPORTS} reports, which is too much for one page", str(self.path),
                "Nothing was written", "Use --output with a name ending in .db, or give fewer reports",
            )  # fmt: skip
        self.docs.append(doc)
        return doc.document.outcome

    def finish(self) -> None:
        """The page."""
        from onrecord.export.files import replace_file
        from onrecord.page.pages import render_page

        with replace_file(self.path) as opened:
            opened.write(render_page(self.docs, self.find_codebook()))


def check_path(path: Path, inputs: list[str]) -> None:
    """Raise CommandError for an ending that is no kind of output, a folder that is missing, or an input's own path."""
    if path.suffix.lower() not in ENDINGS:
        found = f'its name ends in "{path.suffix}"' if path.suffix else "its name has no ending"
        can = f"Give --output a name ending in {', '.join(ENDINGS)}: JSON lines, a database, a page"
        raise CommandError(ExitCode.USAGE, found, str(path), "Nothing was coded", can)
    if not path.absolute().parent.is_dir():
        raise CommandError(
            ExitCode.USAGE, "no such folder", str(path.parent), "Nothing was coded", "Make the folder, or name another"
        )
    if any(Path(one).exists() and path.exists() and path.samefile(one) for one in inputs):
        can = "Give --output another name"
        raise CommandError(ExitCode.USAGE, "both input and output", str(path), "Nothing was coded", can)
