"""Progress is for runs that last."""

import pytest

from onrecord.cli import progress
from onrecord.cli.progress import Mode, Watcher, describe_seconds, make_watcher


def test_a_quick_run_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    watcher = make_watcher(Mode.PLAIN, lambda: 10)
    watcher.step("coded")
    assert capsys.readouterr().err == ""


def test_a_long_run_writes_a_line_now_and_then(monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter(range(0, 1000, 3))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(clock)))
    watcher = make_watcher(Mode.AUTO, lambda: 4)
    for outcome in ("coded", "coded", "failed", "coded", "coded"):
        watcher.step(outcome)
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert "of about" in lines[-1]
    assert "coded" in lines[-1]


def test_no_progress_is_shown_when_none_is_wanted_or_records_are_on_the_screen() -> None:
    assert type(make_watcher(Mode.NONE, lambda: 1)) is Watcher
    assert type(make_watcher(Mode.AUTO, lambda: 1, is_free=False)) is Watcher


@pytest.mark.parametrize(("seconds", "words"), [(5, "5 s"), (90, "2 min"), (7500, "2 h 5 min")])
def test_seconds_are_said_in_large_units(seconds: float, words: str) -> None:
    assert describe_seconds(seconds) == words
