"""`onrecord doctor`: whether everything is installed that coding needs."""

import sys
from collections.abc import Iterator
from importlib import import_module, metadata
from typing import NamedTuple

import typer

from onrecord.cli.exits import ExitCode, say

EPILOG = """[bold]Example[/bold]

onrecord doctor
"""
OLDEST_PYTHON = (3, 11)
PACKAGES = {
    "spacy": "spacy", "trafilatura": "trafilatura", "lxml": "lxml.html", "lxml_html_clean": "lxml_html_clean",
    "htmldate": "htmldate", "jinja2": "jinja2", "typer": "typer", "rich": "rich",
}  # fmt: skip
"""Packages and the module of each that must load."""


class Finding(NamedTuple):
    """One thing that was looked at; `state` is ok, note (works, but know this) or MISSING."""

    name: str
    state: str
    words: str


def doctor() -> None:
    """Say what is installed and whether it works. Ends with 0 where coding can start, else with 1."""
    from rich.text import Text

    from onrecord.cli.consoles import make_output, print_hanging

    findings = list(list_findings())
    output = make_output()
    for finding in findings:
        print_hanging(output, f"{finding.name:<17}{finding.state:<9}", Text(finding.words))
    missing = [finding.name for finding in findings if finding.state == "MISSING"]
    if missing:
        say(f"ERROR {', '.join(missing)}: not in order. Coding cannot start. pip install --upgrade onrecord")
        raise typer.Exit(ExitCode.FOUND)
    say("All is installed.")


def list_findings() -> Iterator[Finding]:
    """Everything that coding needs, looked at one by one; nothing raises."""
    yield check_python()
    for look in (check_packages, check_model, check_codebook, check_places, check_sqlite):
        try:
            yield from look()
        except Exception as error:  # whatever is broken is what we are here to say
            yield Finding(look.__name__.removeprefix("check_"), "MISSING", f"{type(error).__name__}: {error}")


def check_python() -> Finding:
    """The interpreter."""
    words = ".".join(map(str, sys.version_info[:3]))
    is_new = sys.version_info[:2] >= OLDEST_PYTHON
    return Finding("Python", "ok" if is_new else "MISSING", words if is_new else f"{words}; expected 3.11 or later")


def check_packages() -> Iterator[Finding]:
    """The packages that Onrecord rests on, each loaded."""
    from onrecord.version import __version__

    yield Finding("onrecord", "ok", __version__)
    for name, module in PACKAGES.items():
        try:
            import_module(module)
            yield Finding(name, "ok", metadata.version(name))
        except Exception as error:
            yield Finding(name, "MISSING", f"{type(error).__name__}: {error}; pip install {name}")


def check_model() -> Iterator[Finding]:
    """The parsing model and its hash."""
    from onrecord.parse.model import find_model, name_model

    model = name_model(find_model())
    yield Finding("model", "ok", f"{model.name} {model.version} · sha256 {model.hash[:12]}…")


def check_codebook() -> Iterator[Finding]:
    """The codebook and lexicons, all read."""
    from onrecord.codebook.load import load_codebook

    codebook = load_codebook()
    rules = f"{len(codebook.rules)} rules, {len(codebook.event_types)} event types"
    names = f"{len(codebook.actors):,} actors, {len(codebook.offices):,} offices, {len(codebook.places):,} places"
    yield Finding("codebook", "ok", f"{rules}, {len(codebook.reporting_cues):,} reporting cues, {names}")


def check_places() -> Iterator[Finding]:
    """The place names of the packages, compiled if they are not yet."""
    from onrecord.gazetteer.table import open_table

    table = open_table(say)
    yield Finding("place names", "ok", f"{len(table):,} places of {table.packages} · sha256 {table.digest[:12]}…")


def check_sqlite() -> Iterator[Finding]:
    """The SQLite in use, and whether it has the WAL-reset fault."""
    from onrecord.store.sqlite import find_engine

    engine = find_engine()
    found = f"{engine.version} by {engine.package}"
    if engine.has_fault:
        yield Finding("SQLite", "note", f"{found}: two writers at once can damage a database; pip install pysqlite3")
        return
    yield Finding("SQLite", "ok", found)
