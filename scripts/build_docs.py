"""Write docs/word-lists.md: every table and file of a codebook with its columns, from the classes that read them.

python scripts/build_docs.py
"""

from inspect import getdoc
from pathlib import Path

from onrecord.codebook.load import ENTRIES, LEXICONS
from onrecord.codebook.rows import list_columns

TARGET = Path(__file__).resolve().parents[1] / "docs" / "word-lists.md"
HEAD = """# Word lists

Written by `scripts/build_docs.py` from the program; do not edit. How files are written: [codebook.md](codebook.md).
Lists inside a cell have `|` between their parts. An empty cell is "not known", or "none".
"""


def render() -> str:
    """The page."""
    parts = [HEAD]
    files = [*((path, row) for path, row in LEXICONS.values()), *((path, row) for path, _, row in ENTRIES.values())]
    for path, row_class in sorted(files, key=lambda pair: pair[0]):
        columns = ", ".join(f"`{name}`" for name in list_columns(row_class))
        parts.append(f"## {path}\n\n{getdoc(row_class)}\n\n{columns}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8", newline="\n")
