"""The program `onrecord`: all commands put together."""

import sys
from typing import Annotated

import typer

from onrecord.cli import actors, code, codebook, demo, doctor, explain, export, schema, verify
from onrecord.cli.group import SHOW_TRACEBACK, Commands
from onrecord.version import __version__

EPILOG = """\
[bold]Examples[/bold]

onrecord demo

onrecord code report.html

onrecord code articles/ --output corpus.db

Exit codes: 0 done · 1 a bug, or a check that found something · 2 wrong use · 3 done, but some items failed · \
4 nothing to read · 5 database busy, newer or broken · 6 disk full or not writable · 130 interrupted
"""

app = typer.Typer(
    name="onrecord",
    cls=Commands,
    help="Who did or said what to whom, where, when, and according to whom: news reports coded to PLOVER, offline.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (demo, code, explain, export, verify, doctor, schema):
    app.command(epilog=module.EPILOG)(getattr(module, module.__name__.rpartition(".")[2]))
app.add_typer(actors.app, name="actors")
app.add_typer(codebook.app, name="codebook")


def show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and end.")
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show the whole traceback of an error, for reporting a bug.")
    ] = False,
) -> None:
    """What all commands share."""
    del version
    ctx.obj = {SHOW_TRACEBACK: traceback}


def run() -> None:
    """The entry point of the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
