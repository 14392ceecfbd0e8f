"""The documents say what the program does."""

import runpy
from pathlib import Path

import pytest

from onrecord.cli.main import app
from onrecord.model.events import EVENT_TYPES

ROOT = Path(__file__).parents[1]


def test_the_page_of_word_lists_is_the_one_that_the_program_writes() -> None:
    """`python scripts/build_docs.py` writes it anew."""
    built = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))
    assert (ROOT / "docs" / "word-lists.md").read_text("utf-8") == built["render"]()


@pytest.mark.parametrize("name", [command.callback.__name__ for command in app.registered_commands if command.callback])
def test_every_command_is_documented(name: str) -> None:
    """A command stands in the how-to or the README."""
    text = (ROOT / "docs" / "how-to.md").read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    assert f"onrecord {name}" in text


@pytest.mark.parametrize("type", EVENT_TYPES)
def test_every_event_type_has_rules(type: str) -> None:
    """At least three rules for each of the sixteen."""
    from onrecord.codebook.load import load_codebook

    assert len([rule for rule in load_codebook().rules if rule.event_type == type]) >= 3
