"""`onrecord actors suggest`: lines that a lexicon could have, and that change the coding when it has them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from onrecord.codebook.check import check_codebook
from onrecord.coder import Coder
from onrecord.model.interchange import format_line

REPORTS = (
    "The Meridian Forum accused Kenya of spying. Laos denied it.",
    "Kenya condemned the Meridian Forum on Friday.",
    "Olga Testarova met Laos and the Meridian Forum in Geneva.",
)


@pytest.fixture
def coded(coder: Coder, tmp_path: Path) -> Path:
    """Three reports about a body that no lexicon knows."""
    path = tmp_path / "coded.jsonl"
    lines = [format_line(coder.code(text, key=str(number))) for number, text in enumerate(REPORTS)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_unknown_names_are_suggested_and_known_ones_are_not(coded: Path) -> None:
    result = CliRunner().invoke(app, ["actors", "suggest", str(coded)])
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert rows[0][:4] == ["id", "name", "type", "country"]
    assert rows[1][1] == "Meridian Forum"
    assert rows[1][8] == "3"
    assert not {"Kenya", "Laos"} & {row[1] for row in rows}


def test_names_of_few_reports_can_be_left_out(coded: Path) -> None:
    result = CliRunner().invoke(app, ["actors", "suggest", str(coded), "--least", "2"])
    assert [line.split("\t")[1] for line in result.stdout.splitlines()[1:]] == ["Meridian Forum"]


def test_a_written_lexicon_changes_the_codes_and_is_named_in_the_run(coded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert CliRunner().invoke(app, ["actors", "suggest", str(coded), "--lexicon", str(folder)]).exit_code == 0
    assert check_codebook([folder]) == []
    actors = folder / "lexicons" / "actors.tsv"
    changed = [
        "\t".join([*cells[:3], "IGO", "SOC", *cells[5:]]) if "meridian" in line else line
        for line in actors.read_text("utf-8").splitlines()
        for cells in [line.split("\t")]
    ]
    actors.write_text("\n".join(changed) + "\n", "utf-8")
    coder = Coder(codebooks=[folder])
    found = {actor.name: (actor.country, actor.sector) for actor in coder.code(REPORTS[0]).actors}
    assert found["Meridian Forum"] == ("IGO", "SOC")
    assert coder.run.overrides == ("mine",)
    assert coder.run.id != Coder().run.id


def test_a_missing_file_is_wrong_use() -> None:
    assert CliRunner().invoke(app, ["actors", "suggest", "no-such.jsonl"]).exit_code == 2


def test_every_line_has_an_example(coded: Path) -> None:
    result = CliRunner().invoke(app, ["actors", "suggest", str(coded)])
    texts = [json.loads(line)["document"]["text"] for line in coded.read_text("utf-8").splitlines()]
    assert all(any(row.split("\t")[10] in text for text in texts) for row in result.stdout.splitlines()[1:])
