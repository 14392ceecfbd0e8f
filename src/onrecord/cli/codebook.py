"""`onrecord codebook`: for those who write rules and lexicons."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.exits import CommandError, ExitCode, say

CHECK_EPILOG = """[bold]Examples[/bold]

onrecord codebook check

onrecord codebook check my-codebook/
"""
app = typer.Typer(
    help="Check rules and lexicons.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    epilog="[bold]Example[/bold]\n\nonrecord codebook check my-codebook/",
)


@app.callback()
def codebook() -> None:
    """Check rules and lexicons, ours and your own."""


@app.command(epilog=CHECK_EPILOG)
def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DIR", help="Folders of your own, laid over the codebook that comes with Onrecord."),
    ] = None,
) -> None:
    """List everything that is wrong, as `file:line: field: what is wrong; what is allowed`.

    Ends with 0 where nothing is wrong, else with 1.
    """
    from onrecord.codebook.check import check_codebook

    given = folders or []
    for folder in given:
        if not folder.is_dir():
            can = "Give a folder of the shape that docs/codebook.md describes"
            raise CommandError(ExitCode.USAGE, "no such folder", str(folder), "Nothing was checked", can)
    problems = check_codebook(given)
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        say(f"{len(problems)} problems, each named above. Mend them, and check again.")
        raise typer.Exit(ExitCode.FOUND)
    typer.echo("No problems.")
