"""A database that is coded into again, after the run was interrupted or was done."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import make_jsonl

from onrecord.store.writer import Store


def test_a_second_run_codes_nothing_again(run, write, monkeypatch) -> None:
    name = write("r.jsonl", make_jsonl(3))
    assert run("code", name, "--output", "out.db").exit_code == 0
    monkeypatch.setattr("onrecord.coder.Coder.code_document", None)
    result = run("code", name, "--output", "out.db")
    assert result.exit_code == 0
    assert "already there" in result.stderr


def test_an_interrupted_run_goes_on_and_ends_as_if_it_had_not_been(run, write, monkeypatch) -> None:
    name = write("r.jsonl", make_jsonl(4) + "{broken\n")
    assert run("code", name, "--output", "whole.db").exit_code == 3
    keep, calls = Store.write, []

    def interrupt(self: Store, *arguments: Any) -> Any:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return keep(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", interrupt)
        result = run("code", name, "--output", "parts.db")
    assert result.exit_code == 130
    assert "Run the same command again" in result.stderr
    assert run("code", name, "--output", "parts.db").exit_code == 3
    for database in ("whole", "parts"):
        assert run("export", f"{database}.db", "--format", "record", "--output", f"{database}.jsonl").exit_code == 0
    assert Path("whole.jsonl").read_bytes() == Path("parts.jsonl").read_bytes()
    assert run("verify", "parts.db").exit_code == 0


def test_an_interrupted_run_leaves_no_lines(run, write, monkeypatch, tmp_path: Path) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.outputs.LineOutput.take", interrupt)
    result = run("code", write("r.jsonl", make_jsonl(1)), "--output", "out.jsonl")
    assert result.exit_code == 130
    assert "No file was written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["r.jsonl"]


def test_the_same_text_twice_is_a_duplicate_in_a_database_only(run, write) -> None:
    line = json.loads(make_jsonl(1))
    name = write("r.jsonl", "".join(json.dumps(line | {"id": id}) + "\n" for id in ("a", "b")))
    assert "duplicate" in run("code", name, "--output", "out.db").stderr
    assert "duplicate" not in run("code", name, "--output", "out.jsonl").stderr
