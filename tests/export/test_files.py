"""A file is there whole or not at all."""

import errno
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.export.files import replace_file


def test_the_target_appears_only_when_all_is_written(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with replace_file(target) as opened:
        opened.write("é\n")
        assert not target.exists()
    assert target.read_bytes() == "é\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_older_target_is_as_it_was_where_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(TypeError), replace_file(target) as opened:
        opened.writelines(["new", None])  # type: ignore[list-item]
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_is_explained(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"a\.txt: cannot be written: No space left"), replace_file(tmp_path / "a.txt"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no/a.txt", "file/a.txt", ""])
def test_a_path_that_cannot_be_a_file_is_explained(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"cannot be written|a folder"), replace_file(tmp_path / name):
        pass


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "b.txt"
    target.write_text("old")
    link.symlink_to(target)
    with replace_file(link) as opened:
        opened.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_what_is_no_ordinary_file_is_written_to_directly() -> None:
    with replace_file("/dev/null") as opened:
        opened.write("x")
    assert Path("/dev/null").exists()
