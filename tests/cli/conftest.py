"""One coder for all commands: a model takes seconds to load."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.cli import coding
from onrecord.cli.main import app
from onrecord.codebook.load import load_codebook
from onrecord.coder import Coder

GOOD = "Police said rebels shelled Aleppo on Tuesday. The rebels denied that they had shelled the city."
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _share_coder(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands without a model or codebook of their own use the shared coder."""
    make, load = coding.make_coder, load_codebook

    def get_coder(model: str | None, codebooks: Sequence[Path], min_confidence: float = 0.0) -> Coder:
        return make(model, codebooks, min_confidence) if model or codebooks or min_confidence else coder

    monkeypatch.setattr(coding, "make_coder", get_coder)
    monkeypatch.setattr(
        "onrecord.codebook.load.load_codebook", lambda folders=(): load(folders) if folders else coder.codebook
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls a command in an empty folder; the result has exit_code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, input: str | bytes | None = None) -> Any:
        return CliRunner().invoke(app, list(arguments), input=input)

    return invoke


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Writes a file in that folder, and gives its name."""

    def write_file(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write_file


def read_lines(path: str | Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def make_jsonl(count: int, *, text: str = GOOD) -> str:
    """JSON lines of so many reports, no two the same."""
    return "".join(
        json.dumps({"id": f"r{number}", "text": f"{text} {number}", "published": "2014-08-20"}) + "\n"
        for number in range(count)
    )
