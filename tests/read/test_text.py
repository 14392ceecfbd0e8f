"""Plain text files become documents whose text is what was in the file."""

from datetime import date

import pytest

from onrecord.errors import ReadError
from onrecord.model.documents import Document
from onrecord.read.reports import LONGEST_TEXT, Note, ReaderSettings
from onrecord.read.text import read_text

READER = ReaderSettings()


def read(raw: bytes, reader: ReaderSettings = READER) -> tuple[Document, list[str]]:
    document, *notes = read_text("a.txt", raw, reader=reader)
    assert isinstance(document, Document)
    return document, [note.message for note in notes if isinstance(note, Note)]


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    document, notes = read("\ufeffOne “a”.\r\nTwo\u2028\u00adé.\rThree \n".encode())
    assert document.text == "One “a”.\nTwo\u2028\u00adé.\nThree \n"
    assert notes == []


def test_the_headline_is_the_title_and_the_byline_is_read() -> None:
    document, _ = read(b"Rebels  seize Alpha\nBy Jane Doe\nThe army left the town on Monday.\n")
    assert (document.title, document.byline) == ("Rebels seize Alpha", "Jane Doe")
    assert read(b"The army left.\nIt came back.")[0].title is None


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u2003".encode()])
def test_an_empty_file_is_skipped(raw: bytes) -> None:
    document, _ = read(raw)
    assert (document.outcome, document.reason, document.zones) == ("skipped", "empty: no text", ())


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.4", b"PK\x03\x04", b"The army\0 left the town.", b"\x7fELF", bytes(range(256))]
)
def test_binary_files_are_errors(raw: bytes) -> None:
    with pytest.raises(ReadError, match="not a text file"):
        read(raw)


def test_a_guessed_encoding_is_noted() -> None:
    document, notes = read("The café was “closed”.".encode("cp1252"))
    assert document.text == "The café was “closed”."
    assert len(notes) == 1


def test_the_day_is_the_given_one() -> None:
    assert read(b"The army left.")[0].published is None
    assert read(b"The army left.", ReaderSettings(published=date(2014, 8, 20)))[0].published == date(2014, 8, 20)


def test_a_megabyte_is_coded_and_too_much_is_skipped() -> None:
    sentence = b"The army said on Monday that it had left the town of Alpha.\n"
    assert read(sentence * (1_000_000 // len(sentence)))[0].outcome == "coded"
    document, _ = read(sentence * (LONGEST_TEXT // len(sentence) + 1))
    assert (document.outcome, (document.reason or "")[:8]) == ("skipped", "too long")


@pytest.mark.parametrize("piece", ["x", " ", "\n", "2", '"', "(", "a\n", ", ", "A ", "—", "[", "By "])
def test_floods_of_one_piece_are_read(piece: str) -> None:
    document, _ = read(("a" + piece * 100_000 + "b").encode())
    assert document.outcome == "coded"


def test_other_languages_are_skipped_with_their_text() -> None:
    spanish = "El gobierno dijo que los rebeldes tomaron la ciudad y que el ejército se retiró con sus tropas. " * 4
    document, _ = read(spanish.encode())
    assert (document.outcome, document.language, document.text) == ("skipped", "es", spanish)
