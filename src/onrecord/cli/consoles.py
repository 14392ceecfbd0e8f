"""Where words go: records to stdout, talk to stderr; plain and of fixed width where nobody looks at a screen."""

import sys
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

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


def print_hanging(console: Console, start: str, words: Text) -> None:
    """The words after a start, wrapped so that later lines stand below the first word; no spaces at line ends."""
    width = max(console.width - len(start), 20)
    for index, line in enumerate(words.wrap(console, width)):
        line.rstrip()
        console.print(Text(" " * len(start) if index else start).append_text(line))


def print_facts(console: Console, pairs: Iterable[tuple[str, str]], *, label_style: str = "") -> None:
    """Labels and words in two columns, as wide as the longest label needs."""
    rows = list(pairs)
    wide = max((len(label) for label, _ in rows), default=0) + 2
    for label, words in rows:
        width = max(console.width - wide, 20)
        for index, line in enumerate(Text(words).wrap(console, width) or [Text("")]):
            line.rstrip()
            console.print(
                Text("" if index else label, style=label_style)
                .append(" " * (wide - len("" if index else label)))
                .append_text(line)
            )
