"""The house rules that a machine can check."""

import ast
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
MOST_LINES, MOST_BODY = 500, 50


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_short_and_says_what_it_is(path: Path) -> None:
    """Files end before 500 lines, function bodies before 50, and every module has a docstring."""
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.body[0].lineno + 1 > MOST_BODY]
    assert source.count("\n") < MOST_LINES
    assert long == []
    assert ast.get_docstring(tree)


def test_public_names_are_there() -> None:
    """What the package promises can be had."""
    assert sorted(onrecord.__all__) == onrecord.__all__
    assert all(getattr(onrecord, name) for name in onrecord.__all__)


def test_the_codebook_has_no_problem() -> None:
    """Every row and rule is in order."""
    from onrecord.codebook.check import check_codebook

    assert check_codebook() == []
