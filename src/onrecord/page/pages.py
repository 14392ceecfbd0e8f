"""Coded reports as one self-contained HTML page: no script, no link to anywhere else, nothing loaded.

Invariant: whatever stands in a report is text on the page, never markup; the same reports give the same bytes.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.codebook.load import Codebook
from onrecord.model.coded import CodedDocument
from onrecord.page.cards import make_report
from onrecord.version import __version__

if TYPE_CHECKING:
    from jinja2 import Template

MOST_REPORTS = 200
"""More than these on one page no browser shows in comfort."""


def render_page(docs: Sequence[CodedDocument], codebook: Codebook) -> str:
    """The page of the reports in their order, with a table of contents where there are several."""
    reports = [make_report(doc, number, codebook) for number, doc in enumerate(docs, 1)]
    title = reports[0].title if len(reports) == 1 else f"{len(reports)} coded reports"
    return _load_template().render(reports=reports, title=title, version=__version__)


@cache
def _load_template() -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files("onrecord.page") / "templates"
    environment = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")
