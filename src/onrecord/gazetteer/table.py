"""The compiled file of place names: made once for the packages that are installed, then opened in milliseconds.

It lies in the user's cache folder (or where ONRECORD_CACHE says) under a name that tells its form and its packages, so
that another version of a package makes another file. Processes share the pages of the one file.
"""

import json
import mmap
import os
import sys
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple

from platformdirs import user_cache_path

from onrecord.errors import GazetteerError
from onrecord.gazetteer.compiling import COLUMNS, FORM, SCALE, compile_places
from onrecord.gazetteer.keys import hash_key
from onrecord.gazetteer.packages import name_packages, read_packages

READABLE = 0o644
"""The mode of the file, which holds nothing of the user's and may be shared."""
CACHE = "ONRECORD_CACHE"
"""The environment variable that names another folder for the file."""


class TablePlace(NamedTuple):
    """A place of the file; `number` is its place in it. `admin1` and `admin2` are GeoNames ids, 0 for none."""

    number: int
    is_other_name: bool
    geonames_id: int
    name: str
    latitude: float
    longitude: float
    country: str
    code: str
    kind: int
    population: int
    admin1: int
    admin2: int


class PlaceTable:
    """Look-ups in the bytes of a compiled file. Raises GazetteerError where they are cut short or of another form."""

    def __init__(self, content: bytes | mmap.mmap) -> None:
        first, sections = split_file(content)
        self.content = content
        self.packages: str = first["packages"]
        self.digest: str = first["digest"]
        self.countries: list[str] = first["countries"]
        self.codes: list[str] = first["codes"]
        self.columns = {name: read_column(sections[name], type) for name, type in COLUMNS.items()}
        self.names = sections["names"]

    def __len__(self) -> int:
        """The number of places."""
        return len(self.columns["ids"])

    def look_up(self, key: str) -> list[TablePlace]:
        """The places that a key can stand for: main names first, then the larger."""
        number = hash_key(key)
        keys, starts, links = self.columns["keys"], self.columns["starts"], self.columns["links"]
        index = bisect_left(keys, number)
        if index == len(keys) or keys[index] != number:
            return []
        return [self.read(link // 2, bool(link % 2)) for link in links[starts[index] : starts[index + 1]]]

    def knows(self, key: str) -> bool:
        """Whether any place has this key."""
        keys, number = self.columns["keys"], hash_key(key)
        index = bisect_left(keys, number)
        return index < len(keys) and bool(keys[index] == number)

    def read(self, number: int, is_other_name: bool) -> TablePlace:
        """The place of a number."""
        columns = self.columns
        start, end = columns["offsets"][number], columns["offsets"][number + 1]
        return TablePlace(
            number,
            is_other_name,
            columns["ids"][number],
            bytes(self.names[start:end]).decode(),
            columns["latitudes"][number] / SCALE,
            columns["longitudes"][number] / SCALE,
            self.countries[columns["countries"][number]],
            self.codes[columns["codes"][number]],
            columns["kinds"][number],
            columns["populations"][number],
            columns["admin1"][number],
            columns["admin2"][number],
        )


def split_file(content: bytes | mmap.mmap) -> tuple[dict[str, Any], dict[str, memoryview]]:
    """The header and the sections of a file."""
    end = content.find(b"\n", 0, 1_000_000)
    try:
        first = json.loads(content[:end]) if end > 0 else {}
    except ValueError:
        first = {}
    if first.get("form") != FORM:
        raise GazetteerError(f"the place names are not in the form {FORM!r}")
    position, view, sections = end + 1, memoryview(content), {}
    position += -position % 8
    for name, length in first["sections"].items():
        sections[name] = view[position : position + length]
        position += length + -length % 8
    if position != len(content):
        raise GazetteerError(f"the place names have {len(content)} bytes; expected {position}")
    return first, sections


def read_column(section: memoryview, type: Literal["B", "H", "I", "i", "Q"]) -> "memoryview[int] | array[int]":
    """A column as numbers, in the byte order of this machine."""
    if sys.byteorder == "little":
        return section.cast(type)
    column: array[int] = array(type, section.tobytes())
    column.byteswap()
    return column


def find_folder() -> Path:
    """The folder of the compiled file."""
    return Path(os.environ[CACHE]) if os.environ.get(CACHE) else user_cache_path("onrecord", appauthor=False)


def open_table(tell: Callable[[str], None] = lambda _: None) -> PlaceTable:
    """The compiled place names, made first where they are not there; `tell` is told so.

    Where no folder can be written to, they are made anew for this process alone.
    """
    packages = name_packages()
    digest = sha256(f"{FORM}, {packages}".encode()).hexdigest()[:12]
    places = [folder / f"places-{digest}.bin" for folder in list_folders()]
    for path in places:
        table = open_file(path)
        if table:
            return table
    tell(f"Compiling place names ({packages}): once, about ten seconds …")
    content = compile_places(read_packages(), packages)
    for path in places:
        if write_file(path, content):
            table = open_file(path)
            if table:
                return table
    return PlaceTable(content)


def list_folders() -> Iterator[Path]:
    """Folders for the file, the best first."""
    yield find_folder()
    yield Path(tempfile.gettempdir()) / f"onrecord-{getattr(os, 'getuid', int)()}"


def open_file(path: Path) -> PlaceTable | None:
    """The table in a file; None where there is none, or one that was cut short."""
    try:
        with path.open("rb") as file:
            return PlaceTable(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, GazetteerError):
        return None


def write_file(path: Path, content: bytes) -> bool:
    """Write the file so that no other process ever sees a part of it; False where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(READABLE)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True
