"""Every item of any mixture of inputs is a document or a problem."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from onrecord.model.documents import Document
from onrecord.read.inputs import ReaderSettings, ReadItem, ReadProblem, read_inputs

READER = ReaderSettings(published=date(2014, 8, 20))


def read(*paths: Path | str) -> list[ReadItem]:
    return list(read_inputs([str(path) for path in paths], reader=READER))


def keys(items: list[ReadItem], kind: type = Document) -> list[str]:
    return [item.key for item in items if isinstance(item, kind)]


def reason_of(item: ReadItem) -> str:
    assert isinstance(item, ReadProblem)
    return item.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("The army left.", encoding="utf-8")
    (tmp_path / "c.HTML").write_text("<p>The army left the town on Monday.</p>", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"id": "x", "text": "Two."}\n{', encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.txt").write_text("The army came back.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("No.", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("No.", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_folder_is_walked_by_name(folder: Path) -> None:
    items = read(folder)
    assert keys(items) == [f"{folder}/a.jsonl#1", "x", f"{folder}/b.txt", f"{folder}/c.HTML", f"{folder}/sub/d.txt"]
    assert keys(items, ReadProblem) == [f"{folder}/a.jsonl#3", f"{folder}/picture.png"]


def test_inputs_come_in_the_order_given(folder: Path) -> None:
    assert keys(read(folder / "sub", folder / "b.txt", folder / "a.jsonl")) == [
        f"{folder}/sub/d.txt",
        f"{folder}/b.txt",
        f"{folder}/a.jsonl#1",
        "x",
    ]


def test_the_key_is_the_path_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert keys(read("./b.txt", "sub/")) == ["./b.txt", "sub/d.txt"]


def test_an_id_given_twice_is_a_problem_the_second_time(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": text}) for text in ("One.", "Two.")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    first, second = read(tmp_path / "a.jsonl")
    assert isinstance(first, Document)
    assert first.text == "One."
    assert reason_of(second).startswith("id given twice")


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    assert len(keys(read(folder / "b.txt", folder / "b.txt"))) == 1


@pytest.mark.parametrize("name", ["no such.txt", "a\0b.txt", "x" * 5000 + ".txt", "", "b.txt/c.txt"])
def test_a_path_that_is_none_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(folder)
    (item,) = read(name)
    assert isinstance(item, ReadProblem)
    assert item.key == name


@pytest.mark.parametrize("name", ["a.pdf", "a.md", "a", "a.txt.gz", "a.json", "a.csv"])
def test_other_endings_are_problems_that_name_the_supported_ones(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("The army left.", encoding="utf-8")
    assert ".txt, .text, .html, .htm, .xhtml, .jsonl, .ndjson" in reason_of(read(tmp_path / name)[0])


def test_devices_and_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    items = read(tmp_path / "pipe.txt", "/dev/zero", "/dev/null")
    assert all(reason_of(item).startswith("not a file") for item in items)


def test_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army left.", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    items = read(tmp_path)
    assert keys(items) == [f"{tmp_path}/a.txt", f"{tmp_path}/link.txt"]
    assert keys(items, ReadProblem) == [f"{tmp_path}/gone.txt", f"{tmp_path}/loop", f"{tmp_path}/self.txt"]


def test_a_folder_named_like_a_page_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    (tmp_path / "a.html" / "b.txt").write_text("The army left.", encoding="utf-8")
    assert keys(read(tmp_path)) == [f"{tmp_path}/a.html/b.txt"]


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The army left.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{}", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert [reason_of(item) for item in read(tmp_path)] == ["cannot be read: Permission denied"] * 2


def test_a_file_too_large_is_a_problem(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(10**12)
    with (tmp_path / "b.html").open("wb") as file:
        file.truncate(10**9)
    assert all(reason_of(item).startswith("larger than") for item in read(tmp_path))


def test_names_that_are_no_text_give_keys_that_are(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text("The army left.", encoding="utf-8")
    (item,) = read(tmp_path)
    assert isinstance(item, Document)
    assert item.key.encode("utf-8").endswith(b"caf\\udce9.txt")


@pytest.mark.parametrize("name", ["new\nline.txt", "emoji 😀.txt", "\u202eright.txt", "CON.txt", "-rf.txt"])
def test_strange_names_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("The army left.", encoding="utf-8")
    assert keys(read(tmp_path)) == [f"{tmp_path}/{name}"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) == []
    assert read() == []


def test_binary_files_are_problems(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.jsonl"):
        (tmp_path / name).write_bytes(b"%PDF-1.4\n")
    assert [reason_of(item).split(":")[0] for item in read(tmp_path)] == [
        "not a text file",
        "not a web page",
        "not JSON lines",
    ]


def test_the_heavy_libraries_are_loaded_only_for_pages() -> None:
    code = (
        "import sys, onrecord.read.inputs; print([m for m in ('trafilatura', 'lxml', 'htmldate') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
