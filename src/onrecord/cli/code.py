"""`onrecord code`: reports in, coded records out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.exits import CommandError, ExitCode, say
from onrecord.cli.progress import Mode

if TYPE_CHECKING:
    from datetime import date

    from onrecord.cli.summaries import Tally

EPILOG = """[bold]Examples[/bold]

onrecord code report.html

onrecord code report.txt --published 2024-03-07 --output report.html

onrecord code articles/ export.jsonl --output corpus.db --workers 4

cat report.txt | onrecord code - --output report.jsonl
"""


def code(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files (.txt, .html, .jsonl), folders of such files, or - for stdin."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Where the records go: OUT.jsonl, OUT.db (goes on where it stopped) or OUT.html. Without: the screen.",
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of reports that do not say it themselves, as 2024-03-07."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to code with.")] = 1,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another installed spaCy package to parse with.")
    ] = None,
    codebook: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder with rules or lexicons of your own; may be given several times."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="SHARE", help="Leave out events less sure than this (0 to 1).")
    ] = 0.0,
    progress: Annotated[Mode, typer.Option(help="A bar or lines (auto), lines, or nothing; on stderr.")] = Mode.AUTO,
) -> None:
    """Code news reports: events, statements with their speakers, actors, places, times, and who vouches for what."""
    day = parse_day(published)
    coder = (model, codebook or [], min_confidence)
    tally = run_code(inputs, output, day, workers=workers, built_from=coder, progress=progress)
    finish(tally, output)


def parse_day(words: str | None) -> "date | None":
    """The day that --published names. Raises CommandError for a form that can be read in two ways, or none."""
    from onrecord.errors import DateError
    from onrecord.read.dates import read_date

    if words is None:
        return None
    try:
        return read_date(words)
    except DateError as error:
        can = "Write the date as 2024-03-07"
        raise CommandError(ExitCode.USAGE, str(error), "--published", "Nothing was coded", can) from error


def run_code(
    inputs: list[str],
    output: Path | None,
    day: "date | None",
    *,
    workers: int,
    built_from: tuple[str | None, list[Path], float],
    progress: Mode,
) -> "Tally":
    """The tally of the run, with a coder built from a model, codebook folders and a least confidence."""
    import sys

    from onrecord.cli.coding import code_items, make_coder, make_output
    from onrecord.cli.inputs import STDIN, count_items, read_items
    from onrecord.cli.outputs import ScreenOutput
    from onrecord.cli.progress import make_watcher
    from onrecord.read.reports import ReaderSettings

    coder = make_coder(*built_from)
    target = make_output(output, coder, inputs, ScreenOutput())
    if STDIN in inputs and sys.stdin.isatty():
        say("Reading a report from the keyboard; end it with Ctrl-D on a line of its own (Ctrl-Z on Windows).")
    reader = ReaderSettings(published=day, furniture=coder.codebook.furniture)
    watcher = make_watcher(progress, lambda: count_items(inputs), is_free=output is not None)
    items = read_items(inputs, reader=reader, output=output)
    return code_items(items, coder=coder, output=target, watcher=watcher, workers=workers)


def finish(tally: "Tally", output: Path | None) -> None:
    """Says what the run came to, and what can be done next. Raises typer.Exit with the code of the run."""
    from onrecord.cli.consoles import make_talk
    from onrecord.cli.summaries import show_summary

    show_summary(tally, make_talk())
    if output is not None:
        say(f"Wrote {output} ({describe_size(output)}).")
        hint = list_next_steps(output)
        if hint:
            say(f"Next: {hint}")
    failed = tally.outcomes["failed"]
    if failed:
        items = "1 item is" if failed == 1 else f"{failed:,} items are"
        say(f"{items} left out, each named above. Mend or remove what failed, and run the same command again.")
    raise typer.Exit(tally.code)


def describe_size(path: Path) -> str:
    """The size of a file in a readable unit."""
    size = float(path.stat().st_size)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def list_next_steps(output: Path) -> str:
    """Commands that make sense on what was written."""
    if output.suffix.lower() == ".db":
        name = output.with_suffix("")
        return f"onrecord export {output} --format events --output {name}.csv  ·  onrecord verify {output}"
    if output.suffix.lower() == ".jsonl":
        return f"onrecord explain RECORD_ID {output}"
    return "open it in any browser; it needs no network"
