"""The codebook as one object: rules, lexicons, and the hash of every file that they came from.

A user's folder of the same shape is laid over ours: its rows replace ours by their id, new ones are added, and the
files are named in the Run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import sha256
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

from onrecord.codebook import count_rows, place_rows, schema
from onrecord.codebook.rows import Loaded, Problem, read_entries, read_table
from onrecord.errors import CodebookError

LEXICONS: dict[str, tuple[str, type]] = {
    "countries": ("lexicons/countries.tsv", schema.Country),
    "country_names": ("lexicons/country_names.tsv", schema.CountryName),
    "peoples": ("lexicons/peoples.tsv", schema.PeopleName),
    "metonyms": ("lexicons/metonyms.tsv", schema.Metonym),
    "places": ("lexicons/places.tsv", place_rows.PlaceEntry),
    "place_names": ("lexicons/place_names.tsv", place_rows.PlaceName),
    "place_words": ("lexicons/en/place_words.tsv", place_rows.PlaceWord),
    "scene_nouns": ("lexicons/en/scene_nouns.tsv", place_rows.SceneNoun),
    "count_nouns": ("lexicons/en/count_nouns.tsv", count_rows.CountNoun),
    "count_words": ("lexicons/en/count_words.tsv", count_rows.CountWord),
    "toponym_words": ("lexicons/en/toponym_words.tsv", place_rows.ToponymWord),
    "outlets": ("lexicons/outlets.tsv", place_rows.Outlet),
    "surnames": ("lexicons/surnames.tsv", place_rows.Surname),
    "actors": ("lexicons/actors.tsv", schema.ActorEntry),
    "actor_names": ("lexicons/actor_names.tsv", schema.ActorName),
    "offices": ("lexicons/offices.tsv", schema.Office),
    "memberships": ("lexicons/memberships.tsv", schema.Membership),
    "person_names": ("lexicons/person_names.tsv", schema.PersonName),
    "reporting_cues": ("lexicons/en/reporting_cues.tsv", schema.ReportingCue),
    "view_cues": ("lexicons/en/view_cues.tsv", schema.ViewCue),
    "light_verbs": ("lexicons/en/light_verbs.tsv", schema.LightVerb),
    "agents": ("lexicons/en/agents.tsv", schema.Agent),
    "titles": ("lexicons/en/titles.tsv", schema.Title),
    "given_names": ("lexicons/en/given_names.tsv", schema.GivenName),
    "organization_words": ("lexicons/en/organization_words.tsv", schema.OrganizationWord),
    "thing_words": ("lexicons/en/thing_words.tsv", schema.ThingWord),
    "kind_nouns": ("lexicons/en/kind_nouns.tsv", schema.KindNoun),
    "lemmas": ("lexicons/en/lemmas.tsv", schema.Lemma),
    "acronyms": ("lexicons/en/acronyms.tsv", schema.Acronym),
    "furniture": ("lexicons/en/furniture.tsv", schema.FurniturePattern),
    "place_prepositions": ("lexicons/en/place_prepositions.tsv", place_rows.PlacePreposition),
    "relation_cues": ("lexicons/en/relation_cues.tsv", schema.RelationCue),
    "place_nouns": ("lexicons/en/place_nouns.tsv", place_rows.PlaceNoun),
    "echo_words": ("lexicons/en/echo_words.tsv", schema.EchoWord),
    "medium_words": ("lexicons/en/medium_words.tsv", schema.MediumWord),
    "turn_words": ("lexicons/en/turn_words.tsv", schema.TurnWord),
    "turns": ("codebooks/plover/turns.tsv", schema.Turn),
    "confidence_weights": ("codebooks/plover/confidence.tsv", schema.ConfidenceWeight),
    "cameo_codes": ("codebooks/cameo/codes.tsv", schema.CameoCode),
}
"""Each table of a codebook: its file and the class of its rows."""
ENTRIES: dict[str, tuple[str, str, type]] = {
    "sources": ("lexicons/sources.toml", "source", schema.Source),
    "event_types": ("codebooks/plover/event_types.toml", "event_type", schema.EventTypeEntry),
    "modes": ("codebooks/plover/modes.toml", "mode", schema.Mode),
    "contexts": ("codebooks/plover/contexts.toml", "context", schema.Context),
    "word_classes": ("codebooks/plover/word_classes.toml", "word_class", schema.WordClass),
}
"""Each TOML file of a codebook: its path, the table in it, and the class of its entries."""
RULES = "codebooks/plover/rules/en"


@dataclass(frozen=True, eq=False)
class Codebook:
    """Everything that decides what is coded. `files` are (path, SHA-256), sorted by path. Equal only to itself."""

    countries: tuple[schema.Country, ...]
    country_names: tuple[schema.CountryName, ...]
    peoples: tuple[schema.PeopleName, ...]
    metonyms: tuple[schema.Metonym, ...]
    places: tuple[place_rows.PlaceEntry, ...]
    place_names: tuple[place_rows.PlaceName, ...]
    place_words: tuple[place_rows.PlaceWord, ...]
    scene_nouns: tuple[place_rows.SceneNoun, ...]
    count_nouns: tuple[count_rows.CountNoun, ...]
    count_words: tuple[count_rows.CountWord, ...]
    toponym_words: tuple[place_rows.ToponymWord, ...]
    outlets: tuple[place_rows.Outlet, ...]
    surnames: tuple[place_rows.Surname, ...]
    actors: tuple[schema.ActorEntry, ...]
    actor_names: tuple[schema.ActorName, ...]
    offices: tuple[schema.Office, ...]
    memberships: tuple[schema.Membership, ...]
    person_names: tuple[schema.PersonName, ...]
    reporting_cues: tuple[schema.ReportingCue, ...]
    view_cues: tuple[schema.ViewCue, ...]
    light_verbs: tuple[schema.LightVerb, ...]
    agents: tuple[schema.Agent, ...]
    titles: tuple[schema.Title, ...]
    given_names: tuple[schema.GivenName, ...]
    organization_words: tuple[schema.OrganizationWord, ...]
    thing_words: tuple[schema.ThingWord, ...]
    kind_nouns: tuple[schema.KindNoun, ...]
    lemmas: tuple[schema.Lemma, ...]
    acronyms: tuple[schema.Acronym, ...]
    furniture: tuple[schema.FurniturePattern, ...]
    place_prepositions: tuple[place_rows.PlacePreposition, ...]
    place_nouns: tuple[place_rows.PlaceNoun, ...]
    relation_cues: tuple[schema.RelationCue, ...]
    echo_words: tuple[schema.EchoWord, ...]
    medium_words: tuple[schema.MediumWord, ...]
    turn_words: tuple[schema.TurnWord, ...]
    turns: tuple[schema.Turn, ...]
    confidence_weights: tuple[schema.ConfidenceWeight, ...]
    cameo_codes: tuple[schema.CameoCode, ...]
    sources: tuple[schema.Source, ...]
    event_types: tuple[schema.EventTypeEntry, ...]
    modes: tuple[schema.Mode, ...]
    contexts: tuple[schema.Context, ...]
    word_classes: tuple[schema.WordClass, ...]
    rules: tuple[schema.Rule, ...]
    files: tuple[tuple[str, str], ...]
    overrides: tuple[str, ...]

    @cached_property
    def types_by_id(self) -> dict[str, schema.EventTypeEntry]:
        """Event types by their id."""
        return {one.id: one for one in self.event_types}

    @cached_property
    def classes_by_id(self) -> dict[str, frozenset[str]]:
        """The words of each class by its id."""
        return {one.id: frozenset(one.words) for one in self.word_classes}

    @cached_property
    def rules_by_id(self) -> dict[str, schema.Rule]:
        """Rules by their id."""
        return {rule.id: rule for rule in self.rules}


@dataclass(frozen=True)
class Reading:
    """What was read of one folder: lists by name, with lines and files for messages."""

    lists: dict[str, list[Loaded[Any]]]
    names: dict[str, list[str]]
    files: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def read_folder(root: Path, *, is_whole: bool) -> Reading:
    """All files of a codebook's folder. A whole one has every file; an overlay only those that it changes.

    The files of an overlay are named with its folder before them.
    """
    before = "" if is_whole else f"{root.name}/"
    lists: dict[str, list[Loaded[Any]]] = {}
    names: dict[str, list[str]] = {}
    hashes: list[tuple[str, str]] = []
    problems: list[Problem] = []

    def keep(key: str, name: str, loaded: Loaded[Any]) -> None:
        lists.setdefault(key, []).append(loaded)
        names.setdefault(key, []).append(before + name)
        hashes.append((before + name, sha256((root / name).read_bytes()).hexdigest()))
        problems.extend(loaded.problems)

    for key, (name, row_class) in LEXICONS.items():
        if (root / name).is_file():
            keep(key, name, read_table(root / name, before + name, row_class))
    for key, (name, table, row_class) in ENTRIES.items():
        if (root / name).is_file():
            keep(key, name, read_entries(root / name, before + name, table, row_class))
    for path in sorted((root / RULES).glob("*.toml")):
        name = f"{RULES}/{path.name}"
        keep("rules", name, read_entries(path, before + name, "rule", schema.Rule))
    if is_whole:
        wanted = [*LEXICONS, *ENTRIES, "rules"]
        problems.extend(Problem(key, 0, "file", "missing") for key in wanted if key not in lists)
    return Reading(lists, names, tuple(sorted(hashes)), tuple(problems))


def find_package_folder() -> Path:
    """Where the codebook that comes with Onrecord is installed."""
    return Path(str(package_files("onrecord")))


def key_of(row: Any) -> tuple[str, ...]:
    """What two rows of a list may not share: the id, else the first column with whatever tells its senses apart."""
    if hasattr(row, "id"):
        return (row.id, str(getattr(row, "event_type", "")))
    first = getattr(row, fields(row)[0].name)
    return (
        first,
        *(
            str(getattr(row, name))
            for name in (
                "country",
                "form",
                "city",
                "place",
                "role",
                "pos",
                "kind",
                "status",
                "polarity",
                "teller",
                "member",
                "start",
                "tag",
            )
            if hasattr(row, name)
        ),
    )


def merge_rows(folders: Iterable[Iterable[Loaded[Any]]]) -> tuple[Any, ...]:
    """The rows of one kind from several folders; a later one's replace all that share their id or first column."""
    rows: dict[str, dict[tuple[str, ...], Any]] = {}
    for folder in folders:
        here: dict[str, dict[tuple[str, ...], Any]] = {}
        for row in (row for one in folder for row in one.rows):
            key = key_of(row)
            here.setdefault(key[0], {})[key] = row
        rows.update(here)
    return tuple(row for same in rows.values() for row in same.values())


def load_codebook(overlays: Sequence[Path] = ()) -> Codebook:
    """The codebook that comes with Onrecord, with users' folders laid over it in their order.

    Raises CodebookError that lists every problem.
    """
    readings = [read_folder(find_package_folder(), is_whole=True)]
    for folder in overlays:
        if not folder.is_dir():
            raise CodebookError(f"{folder}: no such folder; expected a codebook folder, as docs/codebook.md says")
        readings.append(read_folder(folder, is_whole=False))
    problems = [problem for reading in readings for problem in reading.problems]
    if problems:
        raise CodebookError("\n".join(map(str, problems)))
    keys = [*LEXICONS, *ENTRIES, "rules"]
    lists = {key: merge_rows(reading.lists.get(key, ()) for reading in readings) for key in keys}
    hashes = tuple(file for reading in readings for file in reading.files)
    return Codebook(**lists, files=hashes, overrides=tuple(folder.name for folder in overlays))
