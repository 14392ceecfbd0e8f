"""`onrecord code`: what becomes of good and bad input, and how the command ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import GOOD, make_jsonl, read_lines

from onrecord.cli import coding, outputs
from onrecord.coder import Coder
from onrecord.model.provenance import Failure


def test_a_report_is_printed_on_stdout_and_talk_goes_to_stderr(run, write) -> None:
    result = run("code", write("report.txt", GOOD), "--published", "2014-08-20")
    assert result.exit_code == 0
    assert "[shelled]" in result.stdout
    assert "ASSAULT" in result.stdout
    assert "2014-08-19" in result.stdout
    assert "negated, happened: rebels" in result.stdout
    assert "STATEMENTS" in result.stdout
    assert "coded" in result.stderr
    assert "outcome" not in result.stdout


def test_plain_output_is_at_most_100_wide_and_has_no_escapes(run, write) -> None:
    result = run("code", write("report.txt", " ".join([GOOD] * 10)))
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert "\x1b" not in result.stdout
    assert not any(line.endswith(" ") for line in result.stdout.splitlines())


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("empty.txt", b"", 0, "empty: no text"),
        ("latin.txt", "Café owners said police had arrested them.".encode("latin-1"), 0, "not UTF-8"),
        ("binary.txt", b"PK\x03\x04\x00\x00\x00\x08", 4, "not a text file"),
        ("broken.html", b"<html><p>Police said rebels shelled Aleppo.<b><p>The rebels denied it.<div", 0, "coded"),
        ("report.docx", b"x", 4, 'ends in ".docx"'),
        ("broken.jsonl", b'{"id": "a", "tex\n', 4, "broken JSON"),
    ],
)
def test_bad_input_ends_as_it_should(run, write, name: str, content: bytes, code: int, words: str) -> None:
    result = run("code", write(name, content))
    assert result.exit_code == code
    assert words in result.stderr


def test_an_empty_report_gets_a_line(run, write) -> None:
    assert run("code", write("empty.txt", ""), "--output", "out.jsonl").exit_code == 0
    [line] = read_lines("out.jsonl")
    assert line["document"]["outcome"] == "skipped"
    assert line["events"] == []


def test_a_broken_line_between_good_ones_is_named_and_the_others_are_coded(run, write) -> None:
    first, last = make_jsonl(2).splitlines()
    result = run("code", write("r.jsonl", f"{first}\n{{broken\n{last}\n"), "--output", "out.jsonl")
    assert result.exit_code == 3
    assert "r.jsonl#2" in result.stderr
    assert [line["document"]["key"] for line in read_lines("out.jsonl")] == ["r0", "r1"]


def test_a_missing_file_beside_a_good_one_is_named(run, write) -> None:
    result = run("code", "nosuch.txt", write("good.txt", GOOD), "--output", "out.jsonl")
    assert result.exit_code == 3
    assert "FAILED  nosuch.txt: cannot be read: No such file" in result.stderr
    assert len(read_lines("out.jsonl")) == 1


def test_nothing_to_read_leaves_an_older_file_alone(run, write, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    write("out.jsonl", "older")
    result = run("code", "folder", "--output", "out.jsonl")
    assert result.exit_code == 4
    assert "nothing to read" in result.stderr
    assert Path("out.jsonl").read_text() == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "out.jsonl"]


def test_a_folder_is_read_by_name_and_without_what_the_run_writes_itself(run, write) -> None:
    for name in ("in/b.txt", "in/a.txt", "in/sub/c.txt"):
        write(name, GOOD + name)
    for _ in range(2):
        assert run("code", "in", "--output", "in/out.jsonl").exit_code == 0
        assert run("code", "in", "--output", "in/out.db").exit_code == 3, "out.jsonl is not a file of reports"
        Path("in/out.db").unlink()
    assert [line["document"]["key"] for line in read_lines("in/out.jsonl")] == ["in/a.txt", "in/b.txt", "in/sub/c.txt"]


def test_dash_is_text_on_stdin(run) -> None:
    result = run("code", "-", "--output", "out.jsonl", input=GOOD)
    assert result.exit_code == 0
    assert read_lines("out.jsonl")[0]["document"]["text"] == GOOD
    assert run("code", "-", input=b"\x00\x01\x02").exit_code == 4


def test_the_same_key_twice_is_a_failed_item(run, write) -> None:
    name = write("r.jsonl", make_jsonl(1))
    result = run("code", name, "-", name, input=GOOD)
    assert result.exit_code == 3
    assert "id given twice" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "01/02/2014"], "Write the date as 2024-03-07"),
        (["--output", "out.csv"], ".jsonl, .db, .html"),
        (["--output", "out"], "no ending"),
        (["--output", "nosuch/out.db"], "no such folder"),
        (["--output", "report.jsonl"], "both input and output"),
        (["--codebook", "nosuch"], "nosuch: no such folder"),
        (["--model", "no-model"], "not the name of a model"),
        (["--model", "nosuchmodel"], "nosuchmodel"),
        (["--model", "json"], "expected an installed spaCy pipeline"),
        (["--workers", "0"], "workers"),
        (["--progress", "often"], "progress"),
    ],
)
def test_wrong_use_ends_with_2_says_what_is_right_and_writes_nothing(
    run, write, arguments: list[str], words: str
) -> None:
    name = write("report.jsonl", make_jsonl(1))
    result = run("code", name, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert Path(name).read_text() == make_jsonl(1)
    assert [path.name for path in Path().iterdir()] == [name]


def test_a_file_that_is_no_database_is_not_touched(run, write) -> None:
    result = run("code", write("report.txt", GOOD), "--output", write("out.db", "not a database"))
    assert result.exit_code == 5
    assert "not a database" in result.stderr
    assert Path("out.db").read_text() == "not a database"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_ends_with_6(run, write) -> None:
    write("report.txt", GOOD)
    Path("out.jsonl").symlink_to("/dev/full")
    result = run("code", "report.txt", "--output", "out.jsonl")
    assert result.exit_code == 6
    assert "No space left" in result.stderr


def test_control_characters_of_a_report_do_not_reach_the_terminal(run, write) -> None:
    text = GOOD.replace("Aleppo", "Aleppo \x1b[31m\u202e")
    result = run("code", write("r.jsonl", json.dumps({"id": "\x1b]0;x", "text": text})))
    assert "\x1b" not in result.stdout + result.stderr
    assert "\u202e" not in result.stdout
    assert "\ufffd" in result.stdout


def test_a_stage_that_failed_is_named_and_the_run_ends_with_3(run, write, monkeypatch, coder: Coder) -> None:
    broken = coder.code_document

    def fail(document: Any) -> Any:
        from dataclasses import replace

        return replace(broken(document), failures=(Failure("find.events", "ValueError: odd"),))

    monkeypatch.setattr(coder, "code_document", fail)
    result = run("code", write("report.txt", GOOD), "--output", "out.db")
    assert result.exit_code == 3
    assert "report.txt: stage find.events: ValueError: odd" in result.stderr


def test_a_bug_is_one_line_and_its_traceback_is_in_a_file(run, write, monkeypatch) -> None:
    monkeypatch.setattr(outputs.ScreenOutput, "take", lambda *_: 1 / 0)
    monkeypatch.setattr("tempfile.tempdir", str(Path().absolute()))
    result = run("code", write("report.txt", GOOD))
    assert result.exit_code == 1
    assert "This is a bug in Onrecord" in result.stderr
    assert "Traceback" not in result.stderr
    [saved] = Path().glob("onrecord-*.txt")
    assert "ZeroDivisionError" in saved.read_text()
    assert "Traceback" in run("--traceback", "code", "report.txt").stderr


def test_many_reports_on_the_screen_are_a_line_each_at_the_end(run, write, monkeypatch) -> None:
    monkeypatch.setattr(outputs, "MOST_IN_FULL", 1)
    result = run("code", write("r.jsonl", make_jsonl(3)))
    assert result.stdout.count("EVENTS") == 1
    assert result.stdout.count("published 2014-08-20") == 3


def test_a_page_holds_so_many_reports_and_no_more(run, write, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.page.pages.MOST_REPORTS", 2)
    assert run("code", write("two.jsonl", make_jsonl(2)), "--output", "out.html").exit_code == 0
    page = Path("out.html").read_text()
    result = run("code", write("three.jsonl", make_jsonl(3)), "--output", "out.html")
    assert result.exit_code == 2
    assert "too much for one page" in result.stderr
    assert Path("out.html").read_text() == page


def test_notes_are_named_up_to_a_number(run, write, monkeypatch) -> None:
    monkeypatch.setattr(coding, "MOST_NOTES", 1)
    lines = "".join(json.dumps({"id": f"{n}", "text": GOOD, "published": "soon"}) + "\n" for n in range(3))
    result = run("code", write("r.jsonl", lines))
    assert result.stderr.count("published: date") == 1
    assert "and 2 more notes" in result.stderr


def test_events_less_sure_than_asked_for_are_left_out(run, write) -> None:
    report = write("report.txt", GOOD)
    assert "ASSAULT" in run("code", report).stdout
    result = run("code", report, "--min-confidence", "1")
    assert result.exit_code == 0
    assert "ASSAULT" not in result.stdout
    assert run("code", report, "--min-confidence", "1.5").exit_code == 2


def test_a_missing_package_of_place_names_is_said(run, write, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.gazetteer.packages.PACKAGES", ("no_such_package_of_places",))
    result = run("code", write("report.txt", GOOD), "--min-confidence", "0.1")
    assert result.exit_code == 2
    assert "no_such_package_of_places is not installed" in result.stderr
    assert "Traceback" not in result.stderr
