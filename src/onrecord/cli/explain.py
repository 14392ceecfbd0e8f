"""`onrecord explain`: why a record was made."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.exits import CommandError, ExitCode, say

if TYPE_CHECKING:
    from onrecord.codebook.load import Codebook

EPILOG = """[bold]Examples[/bold]

onrecord explain event-3f9a0c corpus.db

onrecord explain statement-19f6759bd511cf91 report.jsonl
"""


def explain(
    record_id: Annotated[
        str, typer.Argument(metavar="RECORD_ID", help="The id of any record, or as much of it as no other shares.")
    ],
    source: Annotated[
        Path, typer.Argument(metavar="DB|OUT.jsonl", help="What `onrecord code … --output` wrote: OUT.db or OUT.jsonl.")
    ],
    codebook: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="The folders of your own that it was coded with."),
    ] = None,
) -> None:
    """Show why a record was made: its sentence, the rule behind it, the candidates, and who vouches for it."""
    from onrecord.cli.consoles import make_output
    from onrecord.cli.explanations import Explanation
    from onrecord.cli.records import find_record
    from onrecord.codebook.load import load_codebook

    if not record_id.strip():
        raise CommandError(ExitCode.USAGE, "an empty id", "RECORD_ID", "Nothing was shown", "Give the id of a record")
    doc, record = find_record(source, record_id.strip())
    rules = load_codebook(codebook or ())
    Explanation(doc, rules, make_output()).show(record)
    if is_of_other_codebook(source, rules):
        say("note    coded with another codebook than the one explained with; rules may have changed since")


def is_of_other_codebook(source: Path, codebook: "Codebook") -> bool:
    """Whether a database says that no run in it used these very files; JSON lines do not say."""
    from onrecord.cli.databases import is_database, open_database
    from onrecord.store.views import read_runs

    if not is_database(source):
        return False
    with open_database(source) as store:
        return all(run.files != codebook.files for run in read_runs(store))
