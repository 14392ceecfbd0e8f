"""Finding one record by its id, or by the beginning of its id, in a database or in JSON lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.databases import check_file, is_database, open_database
from onrecord.cli.exits import CommandError, ExitCode

if TYPE_CHECKING:
    from onrecord.model.coded import CodedDocument, Record
    from onrecord.model.documents import Document

    Found = tuple[CodedDocument, Record | Document]

KINDS = ("document", "event", "statement", "mention", "actor", "place", "time", "view", "relation", "link")
MOST_NAMED = 5


@dataclass
class Search:
    """The ids that begin with some words, and those that come closest where none does."""

    wanted: str
    found: dict[str, "Found"] = field(default_factory=dict)
    closest: list[str] = field(default_factory=list)

    def look_in(self, doc: "CodedDocument") -> None:
        """Adds what a document has."""
        records = dict(list_records(doc))
        for id, record in records.items():
            if id.startswith(self.wanted):
                self.found.setdefault(id, (doc, record))
        self.closest = nlargest(MOST_NAMED, dict.fromkeys([*self.closest, *records]), key=self.count_common)

    def count_common(self, id: str) -> int:
        """How many characters an id has in common with what is wanted, from the start."""
        pairs = zip(id, self.wanted, strict=False)
        return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(id), len(self.wanted)))


def list_records(doc: "CodedDocument") -> "Iterator[tuple[str, Record | Document]]":
    """Every record of a finished document that has an id, with that id; the document first."""
    from onrecord.model.interchange import LISTS

    yield doc.id, doc.document
    for name in LISTS:
        if name != "failures":
            yield from ((record.id, record) for record in getattr(doc, name))
    yield from ((view.id, view) for event in doc.events for view in event.views)


def find_record(path: Path, id: str) -> "Found":
    """The record and its document. Raises CommandError where no id begins so, or where several do."""
    check_file(path)
    if is_database(path):
        return _find_in_database(path, id)
    search = Search(id)
    for doc in read_lines(path):
        search.look_in(doc)
    return _choose(search, path)


def _find_in_database(path: Path, id: str) -> "Found":
    """A whole id is looked up; for the beginning of one all documents are read."""
    from onrecord.store import views

    with open_database(path) as store:
        exact = views.find_record(store, id)
        if exact is not None:
            return exact
        search = Search(id)
        for doc in views.read_documents(store):
            search.look_in(doc)
    return _choose(search, path)


def read_lines(path: Path) -> "Iterator[CodedDocument]":
    """The documents of a file of JSON lines. Raises CommandError that names the first line that is none."""
    from onrecord.errors import RecordError
    from onrecord.model.interchange import read_line

    with path.open(encoding="utf-8", errors="replace", newline="\n") as opened:
        for number, line in enumerate(opened, 1):
            if not line.strip():
                continue
            try:
                yield read_line(line)
            except RecordError as error:
                can = "Give the file that `onrecord code … --output OUT.jsonl` wrote"
                raise CommandError(ExitCode.USAGE, str(error), f"{path}#{number}", "Nothing was shown", can) from error


def _choose(search: Search, path: Path) -> "Found":
    if search.wanted in search.found:
        return search.found[search.wanted]
    if len(search.found) == 1:
        return next(iter(search.found.values()))
    if search.found:
        can = f"Give more of it: {_name_some(search.found)}"
        what = f"{len(search.found)} records have ids that begin so"
        raise CommandError(ExitCode.USAGE, what, search.wanted, "Nothing was shown", can)
    known = [id for id in search.closest if search.count_common(id) > 0]
    can = f"The closest are {_name_some(known)}" if known else f"Ids begin with {', '.join(KINDS)}, as in event-3f9a0c"
    raise CommandError(ExitCode.USAGE, f"no record of that id in {path}", search.wanted, "Nothing was shown", can)


def _name_some(ids: Iterable[str]) -> str:
    names = list(ids)
    return ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
