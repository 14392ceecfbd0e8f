"""The compiled place names: the same bytes for the same places, found by all their names, never read when cut short."""

import multiprocessing
from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.gazetteer import table as tables
from onrecord.gazetteer.compiling import MOST_PLACES, compile_places
from onrecord.gazetteer.packages import ADMIN1, CITY, PackagePlace
from onrecord.gazetteer.table import PlaceTable, open_table


def make_place(number: int, name: str, *others: str, population: int = 1000, kind: int = CITY) -> PackagePlace:
    return PackagePlace(number, name, others, -1.25, 36.5, "KEN", "05", kind, population, 7, 9)


PLACES = [
    make_place(1, "Mbale", "Mbále", "mbl", population=90_000),
    make_place(2, "Mbale", population=400),
    make_place(3, "Ol Kalou", "Mbale"),
    make_place(4, "Nyeri County", population=300_000, kind=ADMIN1),
    make_place(5, "Östersund", "OSD"),
]
TABLE = PlaceTable(compile_places(PLACES, "invented 1.0"))


def list_ids(key: str, table: PlaceTable = TABLE) -> list[int]:
    return [one.geonames_id for one in table.look_up(key)]


def test_main_names_come_first_then_the_larger_place() -> None:
    assert list_ids("mbale") == [1, 2, 3]
    assert [one.is_other_name for one in TABLE.look_up("mbale")] == [False, False, True]


def test_a_place_comes_back_as_it_was() -> None:
    (one,) = TABLE.look_up("ol kalou")
    assert (one.name, one.latitude, one.longitude, one.country, one.code) == ("Ol Kalou", -1.25, 36.5, "KEN", "05")
    assert (one.kind, one.population, one.admin1, one.admin2) == (CITY, 1000, 7, 9)
    assert TABLE.look_up("ostersund")[0].name == "Östersund"


def test_a_subdivision_is_found_without_its_kind() -> None:
    assert list_ids("nyeri") == list_ids("nyeri county") == [4]


@pytest.mark.parametrize("key", ["mbl", "osd", "kalou", "", "mbale mbale"])
def test_codes_parts_and_unknown_names_are_not_found(key: str) -> None:
    assert list_ids(key) == []
    assert not TABLE.knows(key)


def test_a_name_of_very_many_places_keeps_the_largest() -> None:
    many = [make_place(number, "Springs", population=number) for number in range(1, 200)]
    ids = list_ids("springs", PlaceTable(compile_places(many, "invented 1.0")))
    assert ids == list(range(199, 199 - MOST_PLACES, -1))


def test_the_same_places_give_the_same_bytes_on_every_machine() -> None:
    digest = sha256(compile_places(PLACES, "invented 1.0")).hexdigest()
    assert digest == "571cd3733cc5d0ef681a804833240c6a24dc2b720869d6a25d2463698f343314", "a new form needs a new FORM"


@pytest.mark.parametrize("length", [0, 10, 300, -1])
def test_a_file_that_was_cut_short_is_refused(length: int) -> None:
    with pytest.raises(GazetteerError):
        PlaceTable(compile_places(PLACES, "invented 1.0")[:length])


def test_a_file_of_another_form_is_refused() -> None:
    with pytest.raises(GazetteerError, match="form"):
        PlaceTable(b'{"form": "something else"}\n')


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, and packages that hold the places above."""
    monkeypatch.setenv(tables.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(tables, "name_packages", lambda: "invented 1.0")
    monkeypatch.setattr(tables, "read_packages", lambda: PLACES)
    monkeypatch.setattr(tables.tempfile, "gettempdir", lambda: str(tmp_path / "temp"))
    return tmp_path / "cache"


def test_the_file_is_made_once_and_said_so(invented: Path) -> None:
    told: list[str] = []
    assert list_ids("mbale", open_table(told.append)) == [1, 2, 3]
    open_table(told.append)
    assert len(told) == len(list(invented.iterdir())) == 1


def test_a_damaged_file_is_made_anew(invented: Path) -> None:
    open_table()
    (path,) = invented.iterdir()
    whole = path.read_bytes()
    for damage in (b"", whole[:500], b"not a gazetteer"):
        path.write_bytes(damage)
        assert list_ids("mbale", open_table()) == [1, 2, 3]
        assert path.read_bytes() == whole


def test_without_a_folder_to_write_to_the_names_are_there_all_the_same(invented: Path, tmp_path: Path) -> None:
    for folder in (invented, tmp_path / "temp"):
        folder.write_text("a file, where a folder should be")
    assert list_ids("mbale", open_table()) == [1, 2, 3]


def read_in_process(folder: str) -> str:
    tables.os.environ[tables.CACHE] = folder
    return open_table().digest


def test_processes_share_the_file() -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        folder = str(tables.find_folder())
        assert len(set(pool.map(read_in_process, [folder] * 4))) == 1


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.gazetteer.packages.PACKAGES", ("no_such_package_of_places",))
    with pytest.raises(GazetteerError, match="no_such_package_of_places"):
        tables.name_packages()
