"""Our own codebook is read once for all tests of this folder; a user's folder is read each time."""

from functools import cache
from pathlib import Path

import pytest

from onrecord.codebook.load import Reading, read_folder


@cache
def read_ours(root: Path) -> Reading:
    """The codebook that comes with Onrecord."""
    return read_folder(root, is_whole=True)


def read_quickly(root: Path, *, is_whole: bool) -> Reading:
    """What `read_folder` gives."""
    return read_ours(root) if is_whole else read_folder(root, is_whole=False)


@pytest.fixture(autouse=True)
def _read_ours_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.codebook.load.read_folder", read_quickly)
    monkeypatch.setattr("onrecord.codebook.check.read_folder", read_quickly)
