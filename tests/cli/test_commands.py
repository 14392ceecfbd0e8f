"""The commands beside code and explain, and what all of them share."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import GOOD, make_jsonl, read_lines

from onrecord.cli import doctor
from onrecord.version import __version__

COMMANDS = ("demo", "code", "explain", "export", "verify", "doctor", "schema", "codebook", "codebook check")
HEAVY = ("spacy", "thinc", "numpy", "jinja2", "lxml", "trafilatura", "pysqlite3", "onrecord.codebook", "onrecord.coder")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_shows_an_example(run, command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"onrecord {command.split()[0]}" in result.stdout.partition("Example")[2]


def test_the_version_is_shown(run) -> None:
    assert run("--version").stdout == f"onrecord {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    script = f"import sys; import onrecord.cli.main; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_python_m_onrecord_is_the_program_and_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_two_workers_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(make_jsonl(20))
    for workers in "12":
        command = [sys.executable, "-m", "onrecord", "code", "r.jsonl", "--output", f"{workers}.jsonl"]
        environment = os.environ | {"PYTHONHASHSEED": workers, "NO_COLOR": "1"}
        done = subprocess.run(
            [*command, "--workers", workers, "--progress", "plain"],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert "\x1b" not in done.stderr
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert len(read_lines(tmp_path / "1.jsonl")) == 20


def test_the_demo_codes_all_sample_reports_and_says_what_is_next(run) -> None:
    result = run("demo")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("EVENTS") == result.stdout.count("STATEMENTS") == 3
    assert "Next" in result.stderr
    assert "demo --all" in result.stdout
    assert len(run("demo", "--all").stdout) > len(result.stdout)


def test_the_demo_can_be_written_as_a_page(run) -> None:
    assert run("demo", "--output", "demo.html").exit_code == 0
    assert Path("demo.html").read_text().count("<article") == 3
    assert run("demo", "--output", "demo.pdf").exit_code == 2


def test_a_database_is_exported_in_both_formats(run, write) -> None:
    run("code", write("r.jsonl", make_jsonl(2)), "--output", "out.db")
    assert run("export", "out.db", "--format", "record", "--output", "out.jsonl").exit_code == 0
    assert {line["document"]["key"] for line in read_lines("out.jsonl")} == {"r0", "r1"}
    assert run("export", "out.db", "--format", "events", "--output", "out.csv").exit_code == 0
    with Path("out.csv").open(newline="") as opened:
        assert {row["document_key"] for row in csv.DictReader(opened)} == {"r0", "r1"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nosuch.db", "--format", "record", "--output", "a.jsonl"], 2),
        (["out.db", "--format", "xml", "--output", "a.xml"], 2),
        (["out.db", "--format", "record", "--output", "nosuch/a.jsonl"], 2),
        (["out.db", "--format", "record", "--output", "out.db"], 2),
        (["text.db", "--format", "record", "--output", "a.jsonl"], 5),
    ],
)
def test_what_cannot_be_exported_leaves_no_file(run, write, arguments: list[str], code: int) -> None:
    run("code", write("report.txt", GOOD), "--output", "out.db")
    write("text.db", "text")
    assert run("export", *arguments).exit_code == code
    assert not list(Path().glob("a.*"))


def test_a_sound_database_is_verified_and_a_broken_one_is_not(run, write) -> None:
    run("code", write("report.txt", GOOD), "--output", "out.db")
    assert run("verify", "out.db").exit_code == 0
    raw = Path("out.db").read_bytes()
    Path("out.db").write_bytes(raw[:8192] + b"\xff" * 4096 + raw[12288:])
    result = run("verify", "out.db")
    assert result.exit_code in (1, 5)
    assert "ERROR out.db" in result.stderr
    assert run("verify", "nosuch.db").exit_code == 2


def test_the_schema_is_printed(run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "A coded document"


def test_the_doctor_finds_everything_and_says_what_is_missing(run, monkeypatch) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "rules" in result.stdout
    assert "SQLite" in result.stdout
    monkeypatch.setitem(doctor.PACKAGES, "nosuch", "nosuch.package")
    result = run("doctor")
    assert result.exit_code == 1
    assert "pip install nosuch" in result.stdout


def test_a_codebook_of_ones_own_is_checked(run, write, monkeypatch) -> None:
    write("mine/lexicons/en/light_verbs.tsv", "lemma\tsource\nlaunch\tnowhere\n")
    result = run("codebook", "check", "mine")
    assert result.exit_code == 1
    assert "light_verbs.tsv:2: source: 'nowhere'" in result.stdout
    assert run("codebook", "check", "nosuch").exit_code == 2
    monkeypatch.setattr("onrecord.codebook.check.check_codebook", lambda _: [])
    assert run("codebook", "check").exit_code == 0
