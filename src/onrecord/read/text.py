"""Plain text files: one report a file."""

from dataclasses import replace

from onrecord.errors import ReadError
from onrecord.model.documents import Document
from onrecord.read.encodings import decode_bytes, find_binary
from onrecord.read.publication import find_day_alone, find_day_of_dateline
from onrecord.read.reports import Note, ReaderSettings, ReadItem, date_document, make_report

LARGEST_FILE = 50_000_000


def read_text(key: str, raw: bytes, *, reader: ReaderSettings) -> list[ReadItem]:
    """The report, and a note where its encoding was guessed or faulty. Line ends become single line feeds.

    The title is the headline that the text begins with. The day of publication is that of its dateline or byline; else
    the given one; else, with a note, one that stands alone above the sentences. Raises ReadError where the bytes are
    not text.
    """
    if binary := find_binary(raw):
        raise ReadError(f"not a text file: {binary}; expected plain text, best in UTF-8")
    decoded = decode_bytes(raw)
    if nulls := decoded.text.count("\0"):
        raise ReadError(f"not a text file: {nulls} NUL characters; expected plain text, best in UTF-8")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    document = make_report(key, text, about={}, published=reader.published, reader=reader)
    document, note = _find_date(replace(document, title=_find_headline(document)))
    return [document, *(Note(key, words) for words in (decoded.note, note) if words)]


def _find_date(document: Document) -> tuple[Document, str | None]:
    """The document with the day that its text says, and a note where that is a guess."""
    day = find_day_of_dateline(document)
    if day is not None:
        return date_document(document, day), None
    alone = find_day_alone(document.text) if document.published is None else None
    if alone is None:
        return document, None
    note = f'published: {alone[0]}, which stands alone on the line "{alone[1]}"; give another with --published'
    return date_document(document, alone[0]), note


def _find_headline(document: Document) -> str | None:
    """The words of the first zone that is no furniture, if it is a headline."""
    first = next((zone for zone in document.zones if zone.kind != "furniture"), None)
    if first is None or first.kind != "headline":
        return None
    return " ".join(first.span.slice(document.text).split())
