"""`onrecord demo`: the sample reports that come with the program, coded."""

import tomllib
from collections.abc import Iterator
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.exits import say
from onrecord.cli.progress import Mode

if TYPE_CHECKING:
    from datetime import date

    from onrecord.codebook.schema import FurniturePattern
    from onrecord.read.reports import ReaderSettings, ReadItem

EPILOG = """[bold]Examples[/bold]

onrecord demo

onrecord demo --all

onrecord demo --output demo.html
"""
SHOWN = 6
"""So many events and statements of each report are shown unless all are asked for."""
NEXT = """
Next, with reports of your own:
  onrecord code report.txt --published 2024-03-07      print the records of one report
  onrecord code report.txt --output report.html        one page to read in the browser
  onrecord code folder/ --output corpus.db             a database; the same command again goes on where it stopped
  onrecord explain RECORD_ID corpus.db                 why a record was made
  onrecord export corpus.db --format events --output events.csv"""


def demo(
    everything: Annotated[bool, typer.Option("--all", help="Show every event and statement.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to OUT.html, OUT.jsonl or OUT.db instead.")
    ] = None,
) -> None:
    """Code the sample reports that come with Onrecord, and show what is found."""
    from onrecord.cli.coding import code_items, make_coder, make_output
    from onrecord.cli.consoles import make_talk
    from onrecord.cli.outputs import ScreenOutput
    from onrecord.cli.progress import make_watcher
    from onrecord.cli.summaries import show_summary

    coder = make_coder(None, ())
    screen = ScreenOutput(most=None if everything else SHOWN, hint="onrecord demo --all")
    target = make_output(output, coder, [], screen)
    items = read_examples(coder.codebook.furniture)
    tally = code_items(items, coder=coder, output=target, watcher=make_watcher(Mode.NONE, lambda: 0))
    show_summary(tally, make_talk())
    if output is not None:
        say(f"Wrote {output}.")
    say(NEXT)
    raise typer.Exit(tally.code)


def read_examples(furniture: "tuple[FurniturePattern, ...]") -> "Iterator[ReadItem]":
    """The sample reports in the order of demo.toml, named by their file names wherever Onrecord is installed."""
    from onrecord.read.dates import read_date
    from onrecord.read.reports import ReaderSettings

    folder = files("onrecord") / "examples"
    for entry in tomllib.loads((folder / "demo.toml").read_text("utf-8"))["report"]:
        published: date = read_date(entry["published"])
        yield from read_example(folder / entry["file"], ReaderSettings(published=published, furniture=furniture))


def read_example(file: Traversable, reader: "ReaderSettings") -> "Iterator[ReadItem]":
    """The reports of one file, by its ending."""
    from onrecord.read.html import read_html
    from onrecord.read.jsonl import read_jsonl
    from onrecord.read.text import read_text

    if file.name.endswith(".jsonl"):
        with as_file(file) as path:
            yield from read_jsonl(file.name, path, reader=reader)
    elif file.name.endswith(".html"):
        yield from read_html(file.name, file.read_bytes(), reader=reader)
    else:
        yield from read_text(file.name, file.read_bytes(), reader=reader)
