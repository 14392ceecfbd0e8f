"""Onrecord: who did or said what to whom, where, when, and according to whom. Offline.

import onrecord
coded = onrecord.code("Laos denied on Monday that it had closed the border.", published="2024-03-04")
for event in coded.events: ...
"""

from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from onrecord.coder import Coder
    from onrecord.model.coded import CodedDocument

__all__ = ["Coder", "OnrecordError", "__version__", "code", "open_store"]


def code(text: str, *, published: "date | str | None" = None, title: str | None = None) -> "CodedDocument":
    """One report, coded with the default coder, which is built at the first call."""
    return make_default_coder().code(text, published=published, title=title)


@cache
def make_default_coder() -> "Coder":
    """The coder with the codebook and model that come with Onrecord."""
    from onrecord.coder import Coder

    return Coder()


def __getattr__(name: str) -> object:
    """Heavy public names, imported when they are first asked for."""
    if name == "Coder":
        from onrecord.coder import Coder

        return Coder
    if name == "open_store":
        from onrecord.store.writer import open_store

        return open_store
    raise AttributeError(f"onrecord has no {name!r}")
