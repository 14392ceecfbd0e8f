"""`onrecord verify`: whether a database keeps its promises."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.exits import ExitCode, format_error, say

EPILOG = """[bold]Example[/bold]

onrecord verify corpus.db
"""


def verify(
    database: Annotated[Path, typer.Argument(metavar="DB", help="A database that `onrecord code` wrote.")],
) -> None:
    """Check a database: damage, references, positions, texts, and that every item has exactly one outcome.

    Ends with 0 where every promise is kept, else with 1. Nothing is written.
    """
    from onrecord.cli.databases import open_database
    from onrecord.store.check import check_store
    from onrecord.store.views import count_outcomes

    with open_database(database) as store:
        problems = check_store(store)
        outcomes = {} if problems else count_outcomes(store)
    for problem in problems:
        typer.echo(problem)
    if problems:
        can = "Code the input again into a new database, or recover this one with `sqlite3 FILE .recover`"
        what = f"{len(problems)} promises broken, each named above"
        say(f"ERROR {format_error(what, which=str(database), done='Nothing was changed', can=can)}")
        raise typer.Exit(ExitCode.FOUND)
    counts = ", ".join(f"{count:,} {name}" for name, count in outcomes.items()) or "no items"
    typer.echo(f"{database}: every promise is kept ({counts})")
