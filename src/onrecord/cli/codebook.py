"""`onrecord codebook`: for those who write rules and lexicons."""

from collections.abc import Iterator, Sequence
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

    Where nothing is wrong with the files of a folder of your own, the examples and counterexamples of its rules are
    coded too. Ends with 0 where nothing is wrong, else with 1.
    """
    from onrecord.codebook.check import check_codebook

    given = folders or []
    for folder in given:
        if not folder.is_dir():
            can = "Give a folder of the shape that docs/codebook.md describes"
            raise CommandError(ExitCode.USAGE, "no such folder", str(folder), "Nothing was checked", can)
    problems = [str(problem) for problem in check_codebook(given)]
    if given and not problems:
        problems = list(run_examples(given))
    for problem in problems:
        typer.echo(problem)
    if problems:
        say(f"Found wrong: {len(problems)}, each named above. Mend it, and check again.")
        raise typer.Exit(ExitCode.FOUND)
    typer.echo("No problems.")


def run_examples(folders: Sequence[Path]) -> Iterator[str]:
    """What the rules of some folders make of their own examples and counterexamples, where it is not what they say."""
    from onrecord.codebook.load import read_folder
    from onrecord.coder import Coder
    from onrecord.testing import check_counterexample, check_example

    coder = Coder(codebooks=folders)
    for folder in folders:
        reading = read_folder(folder, is_whole=False)
        rows = zip(reading.names.get("rules", ()), reading.lists.get("rules", ()), strict=True)
        for name, rule in ((name, rule) for name, loaded in rows for rule in loaded.rows):
            for example in rule.examples:
                if wrong := check_example(coder, rule, example):
                    yield f"{name}: {rule.id}: example {example.text!r}: {wrong}"
            for text in rule.counterexamples:
                if wrong := check_counterexample(coder, rule, text):
                    yield f"{name}: {rule.id}: counterexample {text!r}: coded: {wrong}"
