"""Bytes become text without silent loss."""

import pytest

from onrecord.errors import ReadError
from onrecord.read.encodings import decode_bytes, find_binary

WORDS = "The café was “closed” on Monday, the mayor said, and nobody knew why it had to be so."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_utf8_bytes_need_no_note(encoding: str) -> None:
    found = decode_bytes(WORDS.encode(encoding))
    assert (found.text, found.note) == (WORDS, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_a_guessed_encoding_is_noted(encoding: str) -> None:
    found = decode_bytes(WORDS.encode(encoding))
    assert found.text == WORDS
    assert found.note is not None


def test_a_declared_encoding_needs_no_note() -> None:
    russian = "Повстанцы заняли город в понедельник."
    assert decode_bytes(russian.encode("koi8-r"), "KOI8-R").text == russian
    assert decode_bytes(russian.encode("koi8-r"), "KOI8-R").note is None


@pytest.mark.parametrize("declared", ["latin-1", "utf-16", "no-such-code", "rot13", "idna", "undefined", "\x00"])
def test_utf8_wins_over_a_wrong_declaration(declared: str) -> None:
    assert decode_bytes(WORDS.encode(), declared).text == WORDS


def test_a_western_page_that_declares_utf8_keeps_its_quotation_marks() -> None:
    assert decode_bytes(WORDS.encode("cp1252"), "utf-8").text == WORDS


def test_faults_in_utf8_are_shown_and_counted() -> None:
    found = decode_bytes(WORDS.encode() + b"\xe2\x80")
    assert found.text == WORDS + "\ufffd"
    assert found.note is not None
    assert "1 fault" in found.note


def test_japanese_in_seven_bits_is_decoded_as_declared() -> None:
    words = "首相は月曜日に会談した。"
    assert decode_bytes(words.encode("iso2022_jp"), "iso-2022-jp").text == words


def test_arabic_without_a_word_about_its_encoding_is_guessed() -> None:
    words = "هاجم المتمردون البلدة يوم الاثنين وقال المسؤولون إن الجنود غادروا " * 10
    found = decode_bytes(words.encode("cp1256"))
    assert found.text == words
    assert "guess" in (found.note or "")


def test_bytes_that_fit_no_encoding_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoGuess:
        def best(self) -> None:
            return None

    monkeypatch.setattr("charset_normalizer.from_bytes", lambda raw: NoGuess())
    with pytest.raises(ReadError, match="expected UTF-8"):
        decode_bytes(bytes(range(128, 256)) * 40)


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.4\n",
        b"\x89PNG\r\n",
        b"PK\x03\x04rest",
        b"\x7fELF\x02",
        b"SQLite format 3\0",
        b"\x1f\x8b\x08",
        bytes(range(256)) * 4,
        b"ab\0\0cd\0\0" * 40,
    ],
)
def test_binary_files_are_named(raw: bytes) -> None:
    assert find_binary(raw)


@pytest.mark.parametrize("raw", [b"", b"a", "Zürich".encode("utf-16"), WORDS.encode("utf-16-le"), b"a\tb\r\n\x0cc"])
def test_text_is_not_binary(raw: bytes) -> None:
    assert find_binary(raw) is None
