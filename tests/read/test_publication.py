"""The day of publication is read from a report's own head, and never from its sentences."""

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.model.documents import Document
from onrecord.read.html import read_html
from onrecord.read.jsonl import read_jsonl
from onrecord.read.reports import Note, ReaderSettings
from onrecord.read.text import read_text

DAY = date(2014, 8, 20)
OTHER = ReaderSettings(published=date(2015, 1, 1))
SENTENCE = "Rebels seized the town of Alpha on Monday, officials said, and the army left it the same day.\n"


def read(text: str, reader: ReaderSettings | None = None) -> tuple[Document, list[str]]:
    document, *notes = read_text("a.txt", text.encode(), reader=reader or ReaderSettings())
    assert isinstance(document, Document)
    return document, [note.message for note in notes if isinstance(note, Note)]


@pytest.mark.parametrize(
    "head",
    [
        "KABUL, Aug 20, 2014 (Reuters) - ", "KABUL, Aug. 20, 2014 (AP) — ", "Kabul, 20 August 2014 (IRIN) - ",
        "20 August 2014 – ", "AL-ALPHA, Betaland, Aug. 20, 2014 (AP) – ", "By Jane Doe, 20 August 2014\n",
        "Rebels seize Alpha\nBy Jane Doe | August 20, 2014\n",
    ],
)  # fmt: skip
def test_a_full_day_in_the_dateline_or_byline_is_the_day(head: str) -> None:
    for reader in (None, OTHER):
        document, notes = read(head + SENTENCE, reader)
        assert (document.published, notes) == (DAY, [])


@pytest.mark.parametrize(
    "head",
    [
        "KABUL, Aug 20 (Reuters) - ", "KABUL (AP) — ", "KABUL, 20/08/2014 (AP) - ", "By Jane Doe\n",
        "By Jane Doe, 3/4/2014\n", "By Jane Doe, August 2014\n",
        "By Jane Doe, 20 August 2014, updated 22 August 2014\n",
    ],
)  # fmt: skip
def test_a_dateline_or_byline_without_one_full_day_gives_none(head: str) -> None:
    assert read(head + SENTENCE)[0].published is None
    assert read(head + SENTENCE, OTHER)[0].published == OTHER.published


@pytest.mark.parametrize(
    "line",
    [
        "20 August 2014", "August 20, 2014", "Wednesday, August 20, 2014", "2014-08-20", "Published: 20 August 2014",
        "Posted on Aug 20, 2014", "Wed, 20 Aug 2014 10:00:00 GMT",
    ],
)  # fmt: skip
def test_a_full_day_alone_on_one_of_the_first_lines_is_read_with_a_note(line: str) -> None:
    for text in (f"{line}\n\n{SENTENCE}", f"Rebels seize Alpha\n{line}\n{SENTENCE}"):
        document, notes = read(text)
        assert document.published == DAY
        assert len(notes) == 1
        assert line in notes[0]


def test_a_given_day_comes_before_one_that_stands_alone() -> None:
    document, notes = read(f"20 August 2014\n\n{SENTENCE}", OTHER)
    assert (document.published, notes) == (OTHER.published, [])


@pytest.mark.parametrize(
    "text",
    [
        f"3/4/2014\n{SENTENCE}", f"20/08/2014\n{SENTENCE}", f"August 2014\n{SENTENCE}", f"20140820\n{SENTENCE}",
        f"20 August\n{SENTENCE}", f"20 August 2014\n22 August 2014\n{SENTENCE}", f"31 February 2014\n{SENTENCE}",
        f"{SENTENCE}{SENTENCE}20 August 2014\n{SENTENCE}",
        "The truce was signed on\n20 August 2014\nin the port of Alpha by both sides.\n",
        "The truce of the port was signed by both sides on\n20 August 2014\nThe war went on.\n",
        f"On 20 August 2014 the army left the town of Alpha.\n{SENTENCE}",
        f"The truce of 20 August 2014\n{SENTENCE}", f"20 August 2014: a day of war\n{SENTENCE}",
        f"Updated 20 August 2014\n{SENTENCE}",
    ],
)  # fmt: skip
def test_near_misses_give_no_day(text: str) -> None:
    document, notes = read(text)
    assert (document.published, notes) == (None, [])


def test_the_id_of_a_dated_report_is_that_of_its_day() -> None:
    text = f"KABUL, Aug 20, 2014 (AP) — {SENTENCE}"
    assert read(text)[0].id == read(text, ReaderSettings(published=DAY))[0].id


def test_a_page_without_a_day_has_that_of_its_dateline() -> None:
    prose = SENTENCE * 5
    page = f"<html><head><title>Rebels seize Alpha</title></head><body><p>KABUL, Aug 20, 2014 (AP) — {prose}</p></body>"
    document, *_ = read_html("a.html", page.encode(), reader=OTHER)
    assert isinstance(document, Document)
    assert document.published == DAY


@pytest.mark.parametrize("text", [f"20 August 2014\n\n{SENTENCE}", f"KABUL, Aug 20, 2014 (AP) — {SENTENCE}"])
def test_a_json_record_is_taken_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "published": None}) + "\n", encoding="utf-8")
    (document,) = read_jsonl("a.jsonl", path, reader=ReaderSettings())
    assert isinstance(document, Document)
    assert document.published is None
