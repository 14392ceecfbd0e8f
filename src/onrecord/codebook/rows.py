"""Tables (TSV) and entries (TOML) read into the classes of `schema`, with every problem of a file reported at once."""

import re
import tomllib
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

Row = TypeVar("Row")
MARK_IN_TOML = re.compile(r'^id = "(?P<id>[^"]*)"', re.MULTILINE)


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, and what is allowed. `line` counts from 1; 0 is the file as a whole."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


@dataclass(frozen=True)
class Loaded(Generic[Row]):
    """The good rows of a file, the line each stands at, and the problems of the others."""

    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


class WrongValueError(ValueError):
    """A cell or a key whose value is not of its field's type; the message says what is allowed."""


COLUMNS: dict[int, dict[str, tuple[Field[Any], Any]]] = {}
"""The columns of each class that was asked for, by the id of the class."""


def list_columns(row_class: Any) -> dict[str, tuple[Field[Any], Any]]:
    """The columns of a class: heading -> (field, type)."""
    if id(row_class) not in COLUMNS:
        hints = get_type_hints(row_class)
        COLUMNS[id(row_class)] = {
            one.metadata.get("key", one.name): (one, hints[one.name]) for one in fields(row_class)
        }
    return COLUMNS[id(row_class)]


def read_table(path: Path, name: str, row_class: type[Row]) -> Loaded[Row]:
    """The rows of a TSV file. `name` is what messages call the file. Lines that are empty are passed over."""
    columns = list_columns(row_class)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        return Loaded((), (), (Problem(name, 0, "encoding", f"{error.reason} at byte {error.start}; expected UTF-8"),))
    headings = lines[0].split("\t")
    if headings != list(columns):
        message = f"headings are {headings}; expected {list(columns)}"
        return Loaded((), (), (Problem(name, 1, "headings", message),))
    rows: list[Row] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(headings):
            problems.append(Problem(name, number, "line", f"{len(cells)} cells; expected {len(headings)}"))
            continue
        row = make_row(row_class, dict(zip(headings, cells, strict=True)), (name, number), problems)
        if row is not None:
            rows.append(row)
            numbers.append(number)
    return Loaded(tuple(rows), tuple(numbers), tuple(problems))


def read_entries(path: Path, name: str, table: str, row_class: type[Row]) -> Loaded[Row]:
    """The entries `[[table]]` of a TOML file; a line number is that of the entry's id."""
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return Loaded((), (), (Problem(name, 0, "encoding", f"{error.reason} at byte {error.start}; expected UTF-8"),))
    except tomllib.TOMLDecodeError as error:
        return Loaded((), (), (Problem(name, 0, "toml", str(error)),))
    at = {match["id"]: text.count("\n", 0, match.start()) + 1 for match in MARK_IN_TOML.finditer(text)}
    problems = [Problem(name, 0, key, f"unknown table; expected [[{table}]]") for key in content if key != table]
    rows: list[Row] = []
    numbers: list[int] = []
    entries = content.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        problems.append(Problem(name, 0, table, f"not a list of tables; expected [[{table}]]"))
        entries = []
    for entry in entries:
        number = at.get(str(entry.get("id")), 0)
        row = make_row(row_class, entry, (name, number), problems)
        if row is not None:
            rows.append(row)
            numbers.append(number)
    return Loaded(tuple(rows), tuple(numbers), tuple(problems))


def make_row(
    row_class: type[Row], values: dict[str, Any], where: tuple[str, int], problems: list[Problem]
) -> Row | None:
    """A row of its values; None, with problems added, where one of them is wrong."""
    columns = list_columns(row_class)
    wrong = [
        Problem(*where, key, f"unknown key; allowed: {', '.join(columns)}") for key in values if key not in columns
    ]
    ready: dict[str, Any] = {}
    for key, (one, kind) in columns.items():
        if key not in values:
            if one.default is MISSING:
                wrong.append(Problem(*where, key, "missing"))
            continue
        try:
            ready[one.name] = convert(values[key], kind)
        except WrongValueError as error:
            wrong.append(Problem(*where, key, str(error)))
    problems.extend(wrong)
    return None if wrong else row_class(**ready)


def convert(value: Any, kind: Any) -> Any:
    """A cell or TOML value as its field's type. Raises WrongValueError."""
    origin = get_origin(kind)
    if origin is tuple:
        return convert_list(value, get_args(kind)[0])
    if origin is Literal:
        if value not in get_args(kind):
            raise WrongValueError(f"{value!r}; allowed: {', '.join(map(str, get_args(kind)))}")
        return value
    if is_dataclass(kind):
        return convert_part(value, kind)
    if kind in (str, bool):
        return check_type(value, kind)
    return convert_number(value, kind)


def convert_part(value: Any, kind: Any) -> Any:
    """A TOML table inside a list, as its class."""
    if not isinstance(value, dict):
        raise WrongValueError(f"{value!r}; expected a table")
    wrong: list[Problem] = []
    part = make_row(kind, value, ("", 0), wrong)
    if wrong:
        raise WrongValueError("; ".join(f"{one.field}: {one.message}" for one in wrong))
    return part


def convert_list(value: Any, kind: Any) -> tuple[Any, ...]:
    """A TOML list, or a cell with `|` between its parts."""
    if isinstance(value, str):
        return tuple(part for part in value.split("|") if part)
    if not isinstance(value, list):
        raise WrongValueError(f"{value!r}; expected a list")
    return tuple(convert(one, kind) for one in value)


def convert_number(value: Any, kind: Any) -> Any:
    """A number; an empty cell is None where the field allows it."""
    optional = type(None) in get_args(kind)
    if optional and value == "":
        return None
    number = next((one for one in get_args(kind) if one is not type(None)), kind)
    try:
        return number(value)
    except (TypeError, ValueError):
        raise WrongValueError(f"{value!r}; expected {'a whole number' if number is int else 'a number'}") from None


def check_type(value: Any, kind: type) -> Any:
    """The value, if it is of the type."""
    if isinstance(value, kind):
        return value
    raise WrongValueError(f"{value!r}; expected {'text' if kind is str else 'true or false'}")
