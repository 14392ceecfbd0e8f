"""`onrecord schema`: the form of a line of output, for other programs."""

import json

import typer

EPILOG = """[bold]Example[/bold]

onrecord schema > onrecord.schema.json
"""


def schema() -> None:
    """Print the JSON Schema of a line of output."""
    from onrecord.model.schema import build_schema

    typer.echo(json.dumps(build_schema(), indent=2, ensure_ascii=False))
