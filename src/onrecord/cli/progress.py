"""How far a run is, on stderr: a bar on a screen, a line now and then elsewhere, nothing for a quick run."""

import sys
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, Any

from onrecord.cli.exits import say

if TYPE_CHECKING:
    from rich.progress import Progress

QUICK_SECONDS = 2.0
"""A run shorter than this shows no progress."""
LINE_SECONDS = 5.0


class Mode(StrEnum):
    """What `--progress` may be."""

    AUTO = "auto"
    PLAIN = "plain"
    NONE = "none"


class Watcher:
    """Counts how items end, and says nothing."""

    def __init__(self, total: Callable[[], int]) -> None:
        self.find_total = total
        self.total = 0
        self.began = monotonic()
        self.first: float | None = None
        self.outcomes: Counter[str] = Counter()

    def step(self, outcome: str) -> None:
        """One more item has ended."""
        self.first = self.first or monotonic()
        self.outcomes[outcome] += 1
        if not self.total and monotonic() - self.began > QUICK_SECONDS:
            self.total = max(self.find_total(), 1)
        if self.total:
            self.show()

    def show(self) -> None:
        """Nothing."""

    def say(self, words: str) -> None:
        """Talk that does not break the progress."""
        say(words)

    def close(self) -> None:
        """Nothing."""

    def describe_rate(self) -> str:
        """Reports a second, and the time that is left; the first report, which loads the model, is not counted."""
        done, seconds = self.outcomes.total(), monotonic() - (self.first or self.began)
        rate = (done - 1) / seconds if seconds else 0.0
        if not rate:
            return "starting"
        left = max(self.total - done, 0) / rate
        return f"{rate:.1f} a second, about {describe_seconds(left)} left"

    def describe_outcomes(self) -> str:
        """How the items ended so far."""
        return " · ".join(f"{count:,} {name}" for name, count in self.outcomes.most_common())


class LineWatcher(Watcher):
    """Writes a line every few seconds."""

    last = 0.0

    def show(self) -> None:
        """A line, unless the last one is fresh or the run is about to end."""
        done = self.outcomes.total()
        if self.total <= done or monotonic() - self.last < LINE_SECONDS:
            return
        self.last = monotonic()
        say(f"coding: {done:,} of about {self.total:,}; {self.describe_rate()}; {self.describe_outcomes()}")


class BarWatcher(Watcher):
    """Draws a bar at the foot of the screen."""

    bar: "Progress | None" = None
    task: Any = None

    def show(self) -> None:
        """The bar as it is now; drawn first when the run turns out not to be quick."""
        if self.bar is None:
            self.bar, self.task = _draw_bar(self.total)
        done = self.outcomes.total()
        words = f"{self.describe_rate()}; {self.describe_outcomes()}"
        self.bar.update(self.task, completed=done, total=max(self.total, done), words=words)

    def say(self, words: str) -> None:
        """Talk above the bar."""
        if self.bar is None:
            say(words)
            return
        from onrecord.page.wording import show_controls

        self.bar.console.print(show_controls(words))

    def close(self) -> None:
        """The bar is left as it is."""
        if self.bar is not None:
            self.bar.stop()


def _draw_bar(total: int) -> "tuple[Progress, Any]":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from onrecord.cli.consoles import make_talk

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[words]}"))
    bar = Progress(*columns, console=make_talk())
    task = bar.add_task("coding", total=total, words="")
    bar.start()
    return bar, task


def make_watcher(mode: Mode, total: Callable[[], int], *, is_free: bool = True) -> Watcher:
    """The watcher for a mode; no bar where records go to the same screen (`is_free` False)."""
    if mode is Mode.NONE or (mode is Mode.AUTO and not is_free):
        return Watcher(total)
    if mode is Mode.AUTO and sys.stderr.isatty():
        return BarWatcher(total)
    return LineWatcher(total)


def describe_seconds(seconds: float) -> str:
    """A length of time in the largest units: "2 h 5 min", "40 s"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
