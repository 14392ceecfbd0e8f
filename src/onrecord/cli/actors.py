"""`onrecord actors`: names that the lexicons do not know yet."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.exits import say

if TYPE_CHECKING:
    from onrecord.model.coded import CodedDocument

SUGGEST_EPILOG = """[bold]Examples[/bold]

onrecord actors suggest corpus.db --least 3 > names.tsv

onrecord actors suggest corpus.db --lexicon my-codebook/

onrecord code articles/ --codebook my-codebook/ --output corpus.db
"""
app = typer.Typer(
    help="Names that the lexicons do not know yet.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    epilog="[bold]Example[/bold]\n\nonrecord actors suggest corpus.db",
)


@app.callback()
def actors() -> None:
    """Names that the lexicons do not know yet."""


@app.command(epilog=SUGGEST_EPILOG)
def suggest(
    source: Annotated[
        Path, typer.Argument(metavar="DB|OUT.jsonl", help="What `onrecord code … --output` wrote: OUT.db or OUT.jsonl.")
    ],
    least: Annotated[int, typer.Option(min=1, help="Only names that stand in so many reports.")] = 1,
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write them as a codebook folder, to check and give to `code --codebook`."),
    ] = None,
) -> None:
    """Print a line for lexicons/actors.tsv for each name that no lexicon knows, the most frequent first.

    Behind the line stand the number of reports and mentions, and the words around the first one.
    """
    from onrecord.export.suggestions import ACTOR_COLUMNS, suggest_actors, write_lexicon

    suggestions = suggest_actors(read_coded(source), least_reports=least)
    if lexicon:
        count = write_lexicon(suggestions, lexicon)
        say(f"{count} names written to {lexicon}: check their codes, then code with --codebook {lexicon}")
        return
    typer.echo("\t".join([*ACTOR_COLUMNS, "reports", "mentions", "example"]))
    for one in suggestions:
        typer.echo("\t".join([*one.row, str(one.reports), str(one.mentions), one.example]))


def read_coded(source: Path) -> "Iterator[CodedDocument]":
    """The documents of a database or of JSON lines."""
    from onrecord.cli.databases import check_file, is_database, open_database
    from onrecord.cli.records import read_lines
    from onrecord.store.views import read_documents

    check_file(source)
    if not is_database(source):
        yield from read_lines(source)
        return
    with open_database(source) as store:
        yield from read_documents(store)
