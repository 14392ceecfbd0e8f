"""`onrecord export`: a database as files for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.exits import CommandError, ExitCode, say

EPILOG = """[bold]Examples[/bold]

onrecord export corpus.db --format record --output corpus.jsonl

onrecord export corpus.db --format events --output events.csv
"""


class Format(StrEnum):
    """What a database can be written as."""

    RECORD = "record"
    EVENTS = "events"


def export(
    database: Annotated[Path, typer.Argument(metavar="DB", help="A database that `onrecord code` wrote.")],
    format: Annotated[
        Format,
        typer.Option(
            help="record: JSON lines, one a report. events: CSV, one row an event × actor × recipient × view."
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write; an older one is replaced whole.")],
) -> None:
    """Write the records of a database to a file."""
    from onrecord.cli.databases import open_database
    from onrecord.export.events import export_events
    from onrecord.export.record import export_record

    if not output.absolute().parent.is_dir():
        can = "Make the folder, or name another"
        raise CommandError(ExitCode.USAGE, "no such folder", str(output.parent), "Nothing was written", can)
    if output.exists() and database.exists() and output.samefile(database):
        can = "Give --output another name"
        raise CommandError(ExitCode.USAGE, "both database and output", str(output), "Nothing was written", can)
    write, unit = (export_record, "reports") if format is Format.RECORD else (export_events, "rows")
    with open_database(database) as store:
        count = write(store, output)
    say(f"Wrote {count:,} {unit} to {output}.")
