"""JSON lines are taken exactly, and a broken line loses nothing but itself."""

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ReadError
from onrecord.model.documents import Document
from onrecord.read import jsonl
from onrecord.read.jsonl import read_jsonl
from onrecord.read.reports import Note, ReaderSettings, ReadItem, ReadProblem

GOOD = '{"id": "good", "text": "The army left."}'
READER = ReaderSettings()


def read(folder: Path, *lines: str | bytes, reader: ReaderSettings = READER) -> list[ReadItem]:
    path = folder / "a.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(read_jsonl("a.jsonl", path, reader=reader))


def read_one(folder: Path, **fields: object) -> Document:
    (document, *_) = read(folder, json.dumps({"text": "The army left.", **fields}))
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("text", ["a\r\nb\rc", " a \n", "\u2028\ufeffa\u0000b\u00ad", "e\u0301 é 😀", "\t"])
def test_text_is_taken_character_for_character(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, text=text).text == text


def test_all_fields_come_back(tmp_path: Path) -> None:
    document = read_one(
        tmp_path, id="7", title="T", published="2014-08-20", url="u", publisher="P", language="en-GB", more=[1]
    )
    assert (document.key, document.title, document.published) == ("7", "T", date(2014, 8, 20))
    assert (document.url, document.publisher, document.language) == ("u", "P", "en-GB")


@pytest.mark.parametrize(
    ("given", "key"), [(7, "7"), (10**40, str(10**40)), ("", "a.jsonl#1"), (None, "a.jsonl#1"), (1.5, "1.5")]
)
def test_the_key_is_the_id_or_the_line(tmp_path: Path, given: object, key: str) -> None:
    assert read_one(tmp_path, id=given).key == key


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "broken JSON"),
        ("The army left.", "broken JSON"),
        (GOOD + GOOD, "broken JSON"),
        (GOOD[:-1], "broken JSON"),
        ("[]", "found a list"),
        ("[" + GOOD + "]", "found a list"),
        ("null", "found null"),
        ('"a"', "found text"),
        ("3", "found a number"),
        ("{}", 'no "text"; found keys: none'),
        ('{"body": "a"}', 'no "text"; found keys: "body"'),
        ('{"text": null}', "text: found null"),
        ('{"text": 3}', "text: found a number"),
        ('{"text": ["a"]}', "text: found a list"),
        ('{"text": "a", "id": true}', "id: found true or false"),
        ('{"text": "a", "id": {}}', "id: found an object"),
        ('{"text": "a", "text": "b"}', 'key "text" given twice'),
        ('{"text": "a\\ud800"}', "text: half a surrogate pair at character 2"),
        ('{"text": "a", "id": "\\udc00"}', "id: half a surrogate pair"),
        ('{"text": "a", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", "JSON nested too deeply"),
        ('{"text": "a", "id": ' + "1" * 10_000 + "}", "a number too long"),
        (b'{"text": "caf\xe9"}', "not UTF-8 at byte 14"),
        ('{"text": "a\tb"}', "broken JSON"),
    ],
)
def test_a_broken_line_is_a_problem_and_the_others_are_read(tmp_path: Path, line: str | bytes, reason: str) -> None:
    first, problem, last = read(tmp_path, GOOD, line, GOOD)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(problem, ReadProblem)
    assert problem.key == "a.jsonl#2"
    assert problem.reason.startswith(reason)
    assert "expected" in problem.reason


def test_blank_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    items = read(tmp_path, "", '{"text": "a"}', "  \r", '{"text": "b"}\r', "")
    assert [item.key for item in items if isinstance(item, Document)] == ["a.jsonl#2", "a.jsonl#4"]


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, b"\xef\xbb\xbf" + GOOD.encode())[0], Document)


@pytest.mark.parametrize("start", [GOOD.encode("utf-16"), b"%PDF-1.4", b"\x1f\x8b\x08", bytes(range(256))])
def test_a_file_that_is_no_json_lines_is_one_error(tmp_path: Path, start: bytes) -> None:
    with pytest.raises(ReadError, match="not JSON lines"):
        read(tmp_path, start, GOOD)


def test_a_line_too_long_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 100)
    items = read(tmp_path, GOOD, '{"text": "' + "a" * 3_000_000 + '"}', GOOD)
    assert [type(item) for item in items] == [Document, ReadProblem, Document]


def test_nan_is_no_matter(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, '{"text": "a", "score": NaN}')[0], Document)


@pytest.mark.parametrize("given", ["01/02/2014", "soon", [2014], {"a": 1}, True, 1408492800, 3.5])
def test_a_day_that_cannot_be_read_is_noted_and_unknown(tmp_path: Path, given: object) -> None:
    line = json.dumps({"id": "1", "text": "The army left.", "published": given})
    document, note = read(tmp_path, line, reader=ReaderSettings(published=date(2014, 8, 20)))
    assert isinstance(document, Document)
    assert isinstance(note, Note)
    assert document.published is None
    assert note.key == "1"
    assert note.message.startswith("published: ")


@pytest.mark.parametrize(
    ("given", "expected"), [(None, date(2014, 8, 20)), ("", date(2014, 8, 20)), (20130102, date(2013, 1, 2))]
)
def test_a_missing_day_is_supplied(tmp_path: Path, given: object, expected: date) -> None:
    line = json.dumps({"text": "The army left.", "published": given})
    (document,) = read(tmp_path, line, reader=ReaderSettings(published=date(2014, 8, 20)))
    assert isinstance(document, Document)
    assert document.published == expected


def test_what_is_not_text_is_passed_over_and_noted(tmp_path: Path) -> None:
    document, *notes = read(tmp_path, '{"text": "a", "title": ["T"], "url": 3}')
    assert isinstance(document, Document)
    assert (document.title, document.url) == (None, None)
    assert [note.message for note in notes if isinstance(note, Note)] == [
        "title: found a list; expected text; passed over",
        "url: found a number; expected text; passed over",
    ]


@pytest.mark.parametrize(
    ("language", "outcome"), [("en", "coded"), ("EN-us", "coded"), ("English", "coded"), ("fr", "skipped")]
)
def test_a_given_language_decides(tmp_path: Path, language: str, outcome: str) -> None:
    document = read_one(tmp_path, language=language)
    assert (document.outcome, document.language) == (outcome, language)


def test_an_empty_text_is_skipped(tmp_path: Path) -> None:
    document = read_one(tmp_path, text="")
    assert (document.outcome, document.reason) == ("skipped", "empty: no text")


def test_the_title_is_a_zone_only_where_the_text_has_it(tmp_path: Path) -> None:
    title = "Rebels seize town of Alpha"
    assert [zone.kind for zone in read_one(tmp_path, title=title, text=f"{title} The army left.").zones] == [
        "headline",
        "body",
    ]
    assert [zone.kind for zone in read_one(tmp_path, title=title, text="The army left.").zones] == ["body"]
