"""`onrecord codebook check DIR` finds what would silently code nothing."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app

RULE = """[[rule]]
id = "coerce.padlock"
verbs = ["padlock"]
needs = ["actor"]
cameo = "171"
source = "onrecord"
examples = [
  { text = "Police padlocked the offices of the opposition in Harare on Monday.", actor = "Police" },
  { text = "The Kenyan government padlocked two radio stations.", actor = "Kenyan government" },
]
counterexamples = ["Lovers in Paris padlock their names to the bridge."]
"""


def check(folder: Path, rule: str, place: str = "codebooks/plover/rules/en/coerce.toml") -> tuple[int, str]:
    """Exit status and output for a folder with one rule file."""
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rule, "utf-8")
    result = CliRunner().invoke(app, ["codebook", "check", str(folder)])
    return result.exit_code, result.stdout


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('needs = ["actor"]', 'needs = ["recepient"]', "needs: 'recepient'; allowed: actor, recipient"),
        ('needs = ["actor"]', 'actor = ["agnt"]', "actor: 'agnt'; allowed: agent, patient"),
        ('cameo = "171"', 'cameo = "057"', "cameo: '057'"),
        ('verbs = ["padlock"]', 'verbs = ["padlocked"]', "no event of coerce.padlock"),
        ("Lovers in Paris padlock", "Police in Paris padlock", "counterexample 'Police in Paris padlock"),
    ],
)
def test_a_wrong_rule_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    status, output = check(tmp_path, RULE.replace(old, new))
    assert status == 1
    assert message in output


def test_a_good_rule_has_no_problem(tmp_path: Path) -> None:
    good = RULE.replace("Lovers in Paris padlock their names to the bridge.", "The padlock rusted.")
    assert check(tmp_path, good) == (0, "No problems.\n")


def test_a_file_in_the_wrong_place_is_named(tmp_path: Path) -> None:
    status, output = check(tmp_path, RULE, "coerce.toml")
    assert status == 1
    assert "coerce.toml:0: file: not read; expected codebooks/plover/rules/en/*.toml" in output


def test_a_folder_without_a_codebook_is_named(tmp_path: Path) -> None:
    status, output = check(tmp_path, "Some news.", "report.txt")
    assert status == 1
    assert "nothing in it that is read" in output
