"""Where words go: records to stdout, talk to stderr; plain and of fixed width where nobody looks at a screen."""

import sys
from typing import TextIO

from rich.console import Console

WIDTH = 100
"""Of output that goes to a file or a pipe, and at most on a screen."""


class QuietConsole(Console):
    """A console that leaves a closed pipe to the command, which ends without a word."""

    def on_broken_pipe(self) -> None:
        """Raise what was raised: the group of commands knows what to do."""
        raise BrokenPipeError


def make_output() -> Console:
    """The console for records."""
    return _make(sys.stdout)


def make_talk() -> Console:
    """The console for everything else."""
    return _make(sys.stderr)


def _make(file: TextIO) -> Console:
    console = QuietConsole(file=file, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = min(console.width, WIDTH + 20) if console.is_terminal else WIDTH
    return console
