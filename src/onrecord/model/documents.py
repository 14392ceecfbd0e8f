"""A report as it was read: its text, what is known about it, and the zones of its page."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.identity import make_id
from onrecord.model.spans import Span

ZoneKind = Literal["headline", "standfirst", "byline", "dateline", "caption", "body", "furniture"]
Outcome = Literal["coded", "duplicate", "skipped"]


@dataclass(frozen=True)
class Zone:
    """One paragraph of the text and what it is on the page. Furniture is kept and never coded."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True)
class Document:
    """One report. Its `text` never changes after it was read.

    `zones` are in the order of the text, do not overlap, and cover all of it but white space.
    `outcome` is "coded" unless the reader or the pipeline has a reason to skip it.
    """

    id: str
    key: str
    title: str | None
    text: str
    published: date | None
    publisher: str | None
    byline: str | None
    url: str | None
    language: str | None
    outcome: Outcome
    reason: str | None
    same_as: str | None
    zones: tuple[Zone, ...]


def make_document(
    key: str,
    text: str,
    *,
    zones: tuple[Zone, ...],
    published: date | None,
    about: dict[str, str | None] | None = None,
) -> Document:
    """A document named by its key, text and date. `about` may give title, publisher, byline, url and language."""
    known = about or {}
    return Document(
        id=make_id("document", key, text, published.isoformat() if published else None),
        key=key,
        title=known.get("title"),
        text=text,
        published=published,
        publisher=known.get("publisher"),
        byline=known.get("byline"),
        url=known.get("url"),
        language=known.get("language"),
        outcome="coded" if text.strip() else "skipped",
        reason=None if text.strip() else "empty: no text",
        same_as=None,
        zones=zones,
    )
