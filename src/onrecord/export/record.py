"""The interchange format: one line of JSON a document."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.export.files import replace_file
from onrecord.model.coded import CodedDocument
from onrecord.model.interchange import format_line
from onrecord.store.views import read_documents
from onrecord.store.writer import Store


def export_record(store: Store, target: str | Path) -> int:
    """The number of documents written to the target, ordered by document id."""
    return write_documents(read_documents(store), target)


def write_documents(documents: Iterable[CodedDocument], target: str | Path) -> int:
    """The number of finished documents written to the target, in the order given."""
    count = 0
    with replace_file(target) as opened:
        for doc in documents:
            opened.write(format_line(doc) + "\n")
            count += 1
    return count
