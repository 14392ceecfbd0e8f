"""Names that no lexicon knows, as lines that a lexicon could have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.export.files import replace_file
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument

KNOWN_BY_TEXT = "resolve.actors/text"
SOURCE = "suggested"
ACTOR_COLUMNS = ("id", "name", "type", "country", "sector", "sectors", "wikidata", "source")
NAME_COLUMNS = ("name", "actor", "source")
PREFIXES = {"person": "person", "organization": "org", "group": "group", "state": "org"}
SOURCES_TOML = f"""[[source]]
id = "{SOURCE}"
title = "Suggested by onrecord actors suggest, and checked by you"
licence = "yours"
date = ""
"""


@dataclass
class Suggestion:
    """A name with what the reports tell of it. `codes` counts (type, country, sector) as the reports have them."""

    name: str
    reports: int = 0
    mentions: int = 0
    codes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    example: str = ""

    @property
    def row(self) -> tuple[str, ...]:
        """The line for lexicons/actors.tsv, with the codes that most reports give it."""
        type, country, sector = max(sorted(self.codes), key=lambda code: (self.codes[code], code))
        return (make_slug(self.name, type), self.name, type, country, sector, "", "", SOURCE)


def suggest_actors(documents: Iterable[CodedDocument], *, least_reports: int = 1) -> list[Suggestion]:
    """The names that no lexicon knows, those in the most reports first, then the most often mentioned."""
    found: dict[str, Suggestion] = {}
    for doc in documents:
        named = Counter(link.target for link in doc.links if link.maker == KNOWN_BY_TEXT and link.rank == 0)
        for actor in doc.actors:
            if named[actor.id] and actor.type != "unnamed":
                note_actor(found.setdefault(actor.name, Suggestion(actor.name)), actor, doc, named[actor.id])
    wanted = (one for one in found.values() if one.reports >= least_reports)
    return sorted(wanted, key=lambda one: (-one.reports, -one.mentions, one.name))


def note_actor(suggestion: Suggestion, actor: Actor, doc: CodedDocument, mentions: int) -> None:
    """Count one document's actor."""
    suggestion.reports += 1
    suggestion.mentions += mentions
    suggestion.codes[actor.type, actor.country or "", actor.sector or ""] += 1
    if not suggestion.example:
        first = next(mention for mention in doc.mentions if mention.actor == actor.id)
        suggestion.example = quote_around(doc.text, first.span.start)


def quote_around(text: str, position: int, width: int = 80) -> str:
    """The words around a position, on one line."""
    before = text.rfind("\n", max(position - width, 0), position) + 1 or max(position - width, 0)
    after = text.find("\n", position, position + width)
    return " ".join(text[before : after if after >= 0 else position + width].split())


def make_slug(name: str, type: str) -> str:
    """An id for a lexicon: "org.national_unity_front"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "unnamed"
    return f"{PREFIXES.get(type, 'org')}.{slug}"


def write_lexicon(suggestions: Iterable[Suggestion], folder: Path) -> int:
    """A codebook folder with the suggestions, ready for `--codebook`; how many were written."""
    rows = {row[0]: row for row in (one.row for one in suggestions)}
    tables: dict[str, list[tuple[str, ...]]] = {
        "actors.tsv": [ACTOR_COLUMNS, *(rows[key] for key in sorted(rows))],
        "actor_names.tsv": [NAME_COLUMNS, *sorted((row[1], row[0], SOURCE) for row in rows.values())],
    }
    target = folder / "lexicons"
    target.mkdir(parents=True, exist_ok=True)
    for name, lines in tables.items():
        with replace_file(target / name) as file:
            file.write("".join("\t".join(line) + "\n" for line in lines))
    with replace_file(target / "sources.toml") as file:
        file.write(SOURCES_TOML)
    return len(rows)
