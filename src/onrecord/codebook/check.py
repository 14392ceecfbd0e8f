"""What is wrong with a codebook, all of it at once."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from onrecord.codebook import place_rows, schema
from onrecord.codebook.load import ENTRIES, LEXICONS, RULES, Reading, find_package_folder, key_of, read_folder
from onrecord.codebook.rows import Loaded, Problem
from onrecord.model.events import EVENT_TYPES
from onrecord.model.statements import Act
from onrecord.model.views import Polarity, Status

BEYOND_COUNTRIES = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
SECTORS = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "",
}  # fmt: skip
FRAMES = {"quote", "that", "infinitive", "gerund", "noun", "question"}
ROLES = ("actor", "recipient")
SLOTS = ("agent", "patient", "dative", "clause", "complement", "owner", "speaker")
MODALS = ("must", "should", "ought", "need", "have")
PREPOSITIONS = {
    "about", "above", "across", "after", "against", "along", "alongside", "amid", "among", "around", "as", "at",
    "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by", "concerning",
    "despite", "down", "during", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto",
    "opposite", "out", "outside", "over", "past", "regarding", "round", "since", "through", "throughout", "to",
    "toward", "towards", "under", "underneath", "until", "up", "upon", "versus", "via", "with", "within",
    "without",
}  # fmt: skip
LEAST_EXAMPLES, LEAST_COUNTEREXAMPLES = 2, 1
Check = Callable[[Any, "Known"], Iterator[tuple[str, str]]]


class Known:
    """The ids of our codebook with a user's folder over it, for rows that point to other rows."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        rows = {key: [row for reading in readings for one in reading.lists.get(key, ()) for row in one.rows]
                for key in (*LEXICONS, *ENTRIES)}  # fmt: skip
        self.sources = {row.id for row in rows["sources"]}
        self.countries = {row.id for row in rows["countries"]} | BEYOND_COUNTRIES
        self.places = {row.id for row in rows["places"]}
        self.actors = {row.id for row in rows["actors"]}
        self.people = {row.person for row in rows["offices"]}
        self.modes = {(row.event_type, row.id) for row in rows["modes"]}
        self.contexts = {row.id for row in rows["contexts"]}
        self.classes = {row.id for row in rows["word_classes"]}
        self.cameo = {(row.event_type, row.id) for row in rows["cameo_codes"]}


def check_codebook(folders: Sequence[Path] = ()) -> list[Problem]:
    """Every problem of the codebook that comes with Onrecord and of the folders laid over it, by file and line."""
    readings = [read_folder(find_package_folder(), is_whole=True)]
    readings += [read_folder(folder, is_whole=False) for folder in folders]
    known = Known(readings)
    problems = [problem for reading in readings for problem in reading.problems]
    problems += [problem for folder in folders for problem in find_strays(folder)]
    for reading in readings:
        for key, lists in reading.lists.items():
            for name, loaded in zip(reading.names[key], lists, strict=True):
                problems.extend(check_list(name, loaded, known))
    return sorted(problems, key=lambda one: (one.file, one.line, one.field))


def find_strays(folder: Path) -> Iterator[Problem]:
    """Files of a user's folder that are not where a codebook has them, and a folder that has none."""
    known = {path for path, _ in LEXICONS.values()} | {path for path, _, _ in ENTRIES.values()}
    if not folder.is_dir():
        yield Problem(str(folder), 0, "folder", "no such folder; expected a codebook folder, as docs/codebook.md says")
        return
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in (".toml", ".tsv")]
    for path in files:
        name = path.relative_to(folder).as_posix()
        if name not in known and not (path.parent == folder / RULES and path.suffix == ".toml"):
            yield Problem(
                f"{folder.name}/{name}", 0, "file", f"not read; expected {RULES}/*.toml or a file of docs/word-lists.md"
            )
    if not files:
        yield Problem(
            folder.name, 0, "folder", f"nothing in it that is read; expected {RULES}/*.toml or lexicons/*.tsv"
        )


def check_list(name: str, loaded: Loaded[Any], known: Known) -> Iterator[Problem]:
    """The problems of one file's good rows: repeated keys, rows out of order, values that lead nowhere."""
    seen: set[tuple[str, ...]] = set()
    previous: str | None = None
    for row, line in zip(loaded.rows, loaded.lines, strict=True):
        key = key_of(row)
        if key in seen:
            yield Problem(name, line, "key", f"{' / '.join(part for part in key if part)}: given twice")
        seen.add(key)
        if name.endswith(".tsv"):
            if previous is not None and key[0] < previous:
                yield Problem(
                    name, line, "order", f"{key[0]!r} after {previous!r}; expected rows sorted by the first column"
                )
            previous = key[0]
        if hasattr(row, "source") and row.source not in known.sources:
            yield Problem(name, line, "source", f"{row.source!r}; allowed: {', '.join(sorted(known.sources))}")
        for field, message in CHECKS.get(type(row), check_nothing)(row, known):
            yield Problem(name, line, field, message)


def check_nothing(_: Any, __: Known) -> Iterator[tuple[str, str]]:
    """No problems, for rows that point nowhere."""
    return iter(())


def check_sectors(sectors: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Sectors that PLOVER does not have."""
    for sector in sectors:
        if sector not in SECTORS:
            yield "sector", f"{sector!r}; allowed: {', '.join(sorted(SECTORS - {''}))}"


def check_reference(field: str, value: str, known: set[str], *, needed: bool = True) -> Iterator[tuple[str, str]]:
    """An id that no row has."""
    if (value or needed) and value not in known:
        yield field, f"{value!r}: no such id"


def check_actor(row: schema.ActorEntry, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of an actor."""
    yield from check_reference("country", row.country, known.countries, needed=False)
    yield from check_sectors([row.sector, *row.sectors])


def check_office(row: schema.Office, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of an office."""
    yield from check_reference("country", row.country, known.countries)
    yield from check_sectors([row.sector])
    shorter = min(len(row.start), len(row.end))
    if row.end and row.end[:shorter] < row.start[:shorter]:
        yield "to", f"{row.end}; expected a day not before {row.start}"


def check_membership(row: schema.Membership, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of a membership."""
    yield from check_reference("actor", row.actor, known.actors)
    yield from check_reference("member", row.member, known.countries)


def check_people(row: schema.PeopleName, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of an ethnic or religious group."""
    yield from check_reference("country", row.country, known.countries, needed=False)
    yield from check_sectors([row.sector])


def check_cue(row: schema.ReportingCue, _: Known) -> Iterator[tuple[str, str]]:
    """Problems of a reporting cue."""
    if row.act not in get_args(Act):
        yield "act", f"{row.act!r}; allowed: {', '.join(get_args(Act))}"
    if not set(row.frames) <= FRAMES:
        yield "frames", f"{sorted(set(row.frames) - FRAMES)}; allowed: {', '.join(sorted(FRAMES))}"


def check_view_cue(row: schema.ViewCue, _: Known) -> Iterator[tuple[str, str]]:
    """Problems of a view cue."""
    if row.polarity not in ("", *get_args(Polarity)):
        yield "polarity", f"{row.polarity!r}; allowed: {', '.join(get_args(Polarity))} or nothing"
    if row.status not in ("", *get_args(Status)):
        yield "status", f"{row.status!r}; allowed: {', '.join(get_args(Status))} or nothing"


def check_rule(row: schema.Rule, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of a rule."""
    if row.event_type not in EVENT_TYPES:
        yield "id", f"{row.id!r}; expected an event type before the first point: {', '.join(EVENT_TYPES)}"
    if not row.verbs and not row.nouns and not row.modals:
        yield "verbs", "no verbs, nouns or modals; expected at least one trigger"
    for modal in row.modals:
        if modal not in MODALS:
            yield "modals", f"{modal!r}; allowed: {', '.join(MODALS)}"
    if len(row.examples) < LEAST_EXAMPLES:
        yield "examples", f"{len(row.examples)}; expected at least {LEAST_EXAMPLES}"
    if len(row.counterexamples) < LEAST_COUNTEREXAMPLES:
        yield "counterexamples", f"{len(row.counterexamples)}; expected at least {LEAST_COUNTEREXAMPLES}"
    for need in row.needs:
        if need not in ROLES:
            yield "needs", f"{need!r}; allowed: {', '.join(ROLES)}"
    for field, slots in (("actor", row.actor), ("recipient", row.recipient)):
        for slot in slots:
            if slot not in SLOTS and slot not in PREPOSITIONS:
                yield field, f"{slot!r}; allowed: {', '.join(SLOTS)}, or a preposition"
    for mode in row.modes:
        if (row.event_type, mode) not in known.modes:
            yield (
                "modes",
                f"{mode!r}; allowed: {', '.join(sorted(one for type, one in known.modes if type == row.event_type))}",
            )
    for context in row.contexts:
        yield from check_reference("contexts", context, known.contexts)
    if (row.event_type, row.cameo) not in known.cameo:
        yield "cameo", f"{row.cameo!r}; expected a code of {row.event_type} in codebooks/cameo/codes.tsv"
    for field, listed in (
        ("verbs", row.verbs),
        ("nouns", row.nouns),
        ("not_with", row.not_with),
        ("only_with", row.only_with),
    ):
        for name in find_class_names(listed):
            yield from check_reference(field, name, known.classes)
    for words, count in Counter((*row.verbs, *(f"{noun} (noun)" for noun in row.nouns))).items():
        if count > 1:
            yield "verbs", f"{words!r}: given twice"


def find_class_names(listed: Sequence[str]) -> Iterator[str]:
    """The classes that triggers or conditions name: "give" of "{give} aid"."""
    for words in listed:
        for word in words.split():
            if word.startswith("{") and word.endswith("}"):
                yield word[1:-1]


def check_turn(row: schema.Turn, known: Known) -> Iterator[tuple[str, str]]:
    """Problems of a turn."""
    for field, value, allowed in (
        ("event_type", row.event_type, EVENT_TYPES),
        ("status", row.status, get_args(Status)),
        ("polarity", row.polarity, get_args(Polarity)),
    ):
        if value not in allowed:
            yield field, f"{value!r}; allowed: {', '.join(allowed)}"
    if (row.becomes, row.cameo) not in known.cameo:
        yield "cameo", f"{row.cameo!r}; expected a code of {row.becomes} in codebooks/cameo/codes.tsv"


def check_country(row: Any, known: Known) -> Iterator[tuple[str, str]]:
    """The country of a row, which may be left empty."""
    if row.country:
        yield from check_reference("country", row.country, known.countries)


def check_place(row: place_rows.PlaceEntry, known: Known) -> Iterator[tuple[str, str]]:
    """The country, the point and the weight of a place."""
    yield from check_country(row, known)
    for field, value, most in (("latitude", row.latitude, 90), ("longitude", row.longitude, 180)):
        if abs(value) > most:
            yield field, f"{value}; expected a number from -{most} to {most}"
    if row.weight not in range(1, 6):
        yield "weight", f"{row.weight}; expected a whole number from 1 to 5"


CHECKS: dict[type, Check] = {
    schema.Turn: check_turn,
    schema.ActorEntry: check_actor,
    schema.ActorName: lambda row, known: check_reference("actor", row.actor, known.actors),
    schema.Agent: lambda row, _: check_sectors([row.sector]),
    schema.Title: lambda row, _: check_sectors([row.sector]),
    schema.OrganizationWord: lambda row, _: check_sectors([row.sector]),
    place_rows.PlaceName: lambda row, known: check_reference("place", row.place, known.places),
    place_rows.PlaceEntry: check_place,
    place_rows.PlaceWord: check_country,
    place_rows.Outlet: check_country,
    schema.CountryName: lambda row, known: check_reference("country", row.country, known.countries),
    schema.Metonym: lambda row, known: check_reference("country", row.country, known.countries),
    schema.Office: check_office,
    schema.Membership: check_membership,
    schema.PeopleName: check_people,
    schema.PersonName: lambda row, known: check_reference("person", row.person, known.people),
    schema.ReportingCue: check_cue,
    schema.ViewCue: check_view_cue,
    schema.Rule: check_rule,
}
"""What is checked of each kind of row, beyond its types."""
