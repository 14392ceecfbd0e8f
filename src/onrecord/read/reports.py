"""What reading gives: documents, problems and notes, and the one place where a document is put together."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from onrecord.codebook.schema import FurniturePattern
from onrecord.model.documents import Document, make_document
from onrecord.read.languages import check_english
from onrecord.read.zones import find_zones

LONGEST_TEXT = 2_000_000


@dataclass(frozen=True)
class ReadProblem:
    """An item that could not be read, and why. It gets no document."""

    key: str
    reason: str


@dataclass(frozen=True)
class Note:
    """Something a person should know about a document that was read. It follows its document."""

    key: str
    message: str


@dataclass(frozen=True)
class ReaderSettings:
    """What the user and the lexicons say to the readers. `published` is the date of reports that give none."""

    published: date | None = None
    furniture: tuple[FurniturePattern, ...] = ()


ReadItem: TypeAlias = Document | ReadProblem | Note


def make_report(
    key: str, text: str, *, about: dict[str, str | None], published: date | None, reader: ReaderSettings
) -> Document:
    """A document with its zones; skipped, with the reason, where it is empty, too long or not English.

    A byline that `about` does not give is taken from the text's own byline zone.
    """
    zones = find_zones(text, about.get("title"), reader.furniture, byline=about.get("byline"))
    known = dict(about)
    if known.get("byline") is None:
        known["byline"] = next((_read_byline(z.span.slice(text)) for z in zones if z.kind == "byline"), None)
    document = make_document(key, text, zones=zones, published=published, about=known)
    if document.outcome == "skipped":
        return document
    if len(text) > LONGEST_TEXT:
        reason = f"too long: {len(text):,} characters; at most {LONGEST_TEXT:,} are coded"
        return replace(document, outcome="skipped", reason=reason)
    language, reason_against = check_english(text, document.language)
    if reason_against:
        return replace(document, outcome="skipped", reason=reason_against, language=language)
    return replace(document, language=language)


def date_document(document: Document, day: date) -> Document:
    """The document with its day of publication, which its id depends on."""
    dated = make_document(document.key, document.text, zones=document.zones, published=day)
    return replace(document, id=dated.id, published=day)


def skip_document(document: Document, reason: str) -> Document:
    """The document with its outcome set to skipped."""
    return replace(document, outcome="skipped", reason=reason)


def _read_byline(words: str) -> str:
    """ "By Jane Doe" and "(Reporting by Jane Doe)" without what is not the name."""
    line = " ".join(words.split()).strip("()[] ")
    return line[3:] if line[:3].lower() == "by " else line
