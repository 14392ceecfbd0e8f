"""Tables and entries are read into rows, with every problem of a file at its line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from onrecord.codebook.rows import Loaded, Problem, WrongValueError, convert, read_entries, read_table


@dataclass(frozen=True)
class Part:
    """A part of a row."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A row with a field of every kind."""

    id: str
    form: Literal["name", "adjective"]
    start: str = field(metadata={"key": "from"})
    size: float | None
    count: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """An entry with parts and a default."""

    id: str
    parts: tuple[Part, ...]
    is_old: bool = False


HEADINGS = "id\tform\tfrom\tsize\tcount\twords"


def read_rows(folder: Path, *lines: str) -> Loaded[Row]:
    """A table with our headings and these lines."""
    path = folder / "rows.tsv"
    path.write_text("\n".join([HEADINGS, *lines, ""]), "utf-8")
    return read_table(path, "rows.tsv", Row)


def read_toml(folder: Path, text: str) -> Loaded[Entry]:
    """A TOML file of entries."""
    path = folder / "entries.toml"
    path.write_text(text, "utf-8")
    return read_entries(path, "entries.toml", "entry", Entry)


def list_problems(loaded: Loaded[Row] | Loaded[Entry]) -> list[str]:
    """The problems as they are shown."""
    return [str(one) for one in loaded.problems]


def test_a_problem_is_shown_with_file_line_and_field() -> None:
    assert str(Problem("modes.toml", 14, "lable", "unknown key")) == "modes.toml:14: lable: unknown key"


def test_cells_become_values_of_their_fields(tmp_path: Path) -> None:
    loaded = read_rows(tmp_path, "a\tname\t2014-08\t1.5\t3\tone|two words", "b\tadjective\t\t\t0\t")
    assert loaded.rows == (
        Row("a", "name", "2014-08", 1.5, 3, ("one", "two words")),
        Row("b", "adjective", "", None, 0, ()),
    )
    assert loaded.lines == (2, 3)
    assert loaded.problems == ()


def test_empty_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    loaded = read_rows(tmp_path, "", "a\tname\t\t\t1\t", "", "b\tname\t\t\tx\t")
    assert loaded.lines == (3,)
    assert list_problems(loaded) == ["rows.tsv:5: count: 'x'; expected a whole number"]


def test_quotation_marks_and_hashes_are_words(tmp_path: Path) -> None:
    loaded = read_rows(tmp_path, 'say "no"\tname\t#1\t\t1\t"a|b"')
    assert loaded.rows == (Row('say "no"', "name", "#1", None, 1, ('"a', 'b"')),)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("a\tname\t", "rows.tsv:2: line: 3 cells; expected 6"),
        ("a\tname\t\t\t1\t\t", "rows.tsv:2: line: 7 cells; expected 6"),
        ("a\tverb\t\t\t1\t", "rows.tsv:2: form: 'verb'; allowed: name, adjective"),
        ("a\tname\t\tmuch\t1\t", "rows.tsv:2: size: 'much'; expected a number"),
        ("a\tname\t\t\t1.5\t", "rows.tsv:2: count: '1.5'; expected a whole number"),
        ("a\tname\t\t\t\t", "rows.tsv:2: count: ''; expected a whole number"),
    ],
)
def test_a_wrong_line_is_a_problem_and_the_next_is_read(tmp_path: Path, line: str, problem: str) -> None:
    loaded = read_rows(tmp_path, line, "b\tname\t\t\t1\t")
    assert list_problems(loaded) == [problem]
    assert [row.id for row in loaded.rows] == ["b"]


def test_every_wrong_cell_of_a_line_is_a_problem(tmp_path: Path) -> None:
    loaded = read_rows(tmp_path, "a\tverb\t\tmuch\tx\t")
    assert [one.field for one in loaded.problems] == ["form", "size", "count"]


@pytest.mark.parametrize(
    "headings", ["", "id", "id\tform\tsize", HEADINGS + "\tmore", HEADINGS.replace("from", "start")]
)
def test_other_headings_are_one_problem_at_line_1(tmp_path: Path, headings: str) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(headings + "\na\tname\t\t\t1\t\n", "utf-8")
    loaded = read_table(path, "rows.tsv", Row)
    assert [(one.line, one.field) for one in loaded.problems] == [(1, "headings")]
    assert loaded.rows == ()


def test_entries_are_read_with_the_line_of_their_id(tmp_path: Path) -> None:
    loaded = read_toml(
        tmp_path, '[[entry]]\nid = "a"\nparts = [{ text = "x" }]\n\n[[entry]]\nid = "b"\nparts = []\nis_old = true\n'
    )
    assert loaded.rows == (Entry("a", (Part("x"),)), Entry("b", (), is_old=True))
    assert loaded.lines == (2, 6)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[entry]]\nid = "a"\n', "entries.toml:2: parts: missing"),
        ("[[entry]]\nparts = []\n", "entries.toml:0: id: missing"),
        (
            '[[entry]]\nid = "a"\nparts = []\nold = true\n',
            "entries.toml:2: old: unknown key; allowed: id, parts, is_old",
        ),
        ('[[entry]]\nid = "a"\nparts = 3\n', "entries.toml:2: parts: 3; expected a list"),
        ('[[entry]]\nid = "a"\nparts = []\nis_old = "yes"\n', "entries.toml:2: is_old: 'yes'; expected true or false"),
        ("[[entry]]\nid = 4\nparts = []\n", "entries.toml:0: id: 4; expected text"),
        (
            '[[entry]]\nid = "a"\nparts = [{ txt = "x" }]\n',
            "entries.toml:2: parts: txt: unknown key; allowed: text, note; text: missing",
        ),
        ('[[other]]\nid = "a"\n', "entries.toml:0: other: unknown table; expected [[entry]]"),
    ],
)
def test_a_wrong_entry_is_a_problem(tmp_path: Path, text: str, problem: str) -> None:
    loaded = read_toml(tmp_path, text)
    assert list_problems(loaded) == [problem]
    assert loaded.rows == ()


def test_broken_toml_is_one_problem_of_the_file(tmp_path: Path) -> None:
    loaded = read_toml(tmp_path, '[[entry]\nid = "a"\n')
    assert [(one.file, one.line, one.field) for one in loaded.problems] == [("entries.toml", 0, "toml")]


def test_a_part_without_a_needed_key_is_a_problem(tmp_path: Path) -> None:
    assert [one.field for one in read_toml(tmp_path, '[[entry]]\nid = "a"\nparts = [{}]\n').problems] == ["parts"]


def test_a_part_with_a_value_of_another_type_is_a_problem(tmp_path: Path) -> None:
    loaded = read_toml(tmp_path, '[[entry]]\nid = "a"\nparts = [{ text = 3 }]\n')
    assert [one.field for one in loaded.problems] == ["parts"]


def test_a_single_table_instead_of_a_list_is_a_problem(tmp_path: Path) -> None:
    assert [one.line for one in read_toml(tmp_path, '[entry]\nid = "a"\nparts = []\n').problems] == [0]


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "rows.tsv"
    path.write_bytes((HEADINGS + "\ncaf\xe9\tname\t\t\t1\t\n").encode("latin-1"))
    assert [one.file for one in read_table(path, "rows.tsv", Row).problems] == ["rows.tsv"]


def test_a_value_of_a_wrong_type_says_what_is_allowed() -> None:
    with pytest.raises(WrongValueError, match=r"'x'; expected true or false"):
        convert("x", bool)
