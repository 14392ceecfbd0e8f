"""Cases kept as data in tests/cases/*.toml, and what is wrong with how one is coded.

Every check returns sentences that say what was wanted and what was found; none means that the case is right.
Words with #2 are their second occurrence. Words that a text does not have are a mistake in the case: KeyError.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.coder import Coder
from onrecord.find.quotations import find_quotations
from onrecord.gazetteer.distances import measure_kilometres
from onrecord.model.actors import Actor
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import make_document
from onrecord.model.events import Event
from onrecord.model.mentions import Mention
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.views import View
from onrecord.read.zones import find_zones

FOLDER = Path(__file__).parent / "cases"
ALL_CASES = {"text", "published", "not_yet", "why"}
KEYS = {
    "actors": {"found", "none"},
    "references": {"same", "apart", "open", "none"},
    "statements": {"said"},
    "views": {"views", "none"},
    "places": {"found", "none"},
    "event_places": {"at"},
    "event_times": {"when"},
    "news_times": {"times"},
    "relations": {"relations"},
    "counts": {"counts", "holder", "holders", "fields", "not_figures"},
    "said": {"said"},
    "unsaid": {"said"},
    "vouched": {"views", "none"},
    "quotations": {"quotes", "unclosed"},
    "parsing": {"sentences", "words", "tags", "unparsed"},
}
"""The kinds of cases, one file each, and what a case of a kind may say."""
EDGES = " \n\"“”‘’'«».,;:!?…"
OPENERS = ("that ", "to ", "of ", "for ", "from ")
OPEN, UNTESTED = -1, -2
"""In counts: no upper bound; any number will do."""

Problems = Iterator[str]
Wanted = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One entry of a file: a text and what must be found in it."""

    kind: str
    text: str
    published: str | None
    not_yet: bool
    wanted: Wanted

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:60]}"


def load_cases(kind: str) -> list[Case]:
    """The cases of a kind. Raises KeyError for a key that no case of the kind has."""
    cases = []
    for entry in tomllib.loads((FOLDER / f"{kind}.toml").read_text("utf-8"))["case"]:
        unknown = set(entry) - ALL_CASES - KEYS[kind]
        if unknown or not KEYS[kind] & set(entry):
            raise KeyError(f"{kind}.toml: {entry['text']!r}: {unknown or 'nothing wanted'}")
        wanted = {key: value for key, value in entry.items() if key in KEYS[kind]}
        cases.append(Case(kind, entry["text"], entry.get("published"), entry.get("not_yet", False), wanted))
    return cases


def find_problems(coder: Coder, case: Case) -> list[str]:
    """Everything that is wrong with how a case is coded."""
    if case.kind == "quotations":
        return list(check_quotations(case))
    if case.kind == "parsing":
        return list(check_parsing(coder, case))
    doc = coder.code(case.text, published=case.published)
    failures = [f"{one.stage} failed: {one.error}" for one in doc.failures]
    return [*failures, *CHECKS[case.kind](doc, case.wanted)]


def find_words(text: str, words: str) -> Span:
    """Where words stand in a text, as whole words. Raises KeyError where they do not."""
    plain, _, number = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    if len(found) < int(number or 1):
        raise KeyError(f"{words!r} is not in {text!r}")
    match = found[int(number or 1) - 1]
    return Span(match.start(), match.end())


def find_mention(doc: CodedDocument, words: str) -> Mention | None:
    """The actor mention that has just these words."""
    span = find_words(doc.text, words)
    return next((one for one in doc.mentions if one.kind == "actor" and one.span == span), None)


def find_actor(doc: CodedDocument, words: str) -> Actor | None:
    """The actor that these words stand for."""
    mention = find_mention(doc, words)
    return doc.actors_by_id.get(mention.actor) if mention and mention.actor else None


def list_words(doc: CodedDocument, kind: str) -> str:
    """The words of all mentions of a kind, for messages."""
    return ", ".join(one.span.slice(doc.text) for one in doc.mentions if one.kind == kind) or "nothing"


def differ(what: str, wanted: object, found: object) -> Problems:
    """A problem, where what was found is not what was wanted; "" is None."""
    if (wanted or None) != (found or None):
        yield f"{what}: wanted {wanted!r}, found {found!r}"


def check_actors(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of mentions and of the actors they stand for."""
    for one in wanted.get("found", ()):
        mention, actor = find_mention(doc, one["words"]), find_actor(doc, one["words"])
        if mention is None or actor is None:
            if "not_type" in one:
                continue
            yield f"{one['words']!r} is no mention of an actor; found {list_words(doc, 'actor')}"
            continue
        for key in ("type", "country", "sector", "form"):
            if key in one:
                yield from differ(
                    f"{one['words']}: {key}", one[key], mention.form if key == "form" else getattr(actor, key)
                )
        if "role" in one:
            yield from differ(f"{one['words']}: role", one["role"].casefold(), (actor.role or "").casefold())
        for key in ("sector", "type"):
            if getattr(actor, key) == one.get(f"not_{key}", UNTESTED):
                yield f"{one['words']}: {key} is {getattr(actor, key)}, and must not be"
        for key, value in (("identifier", actor.identifier), ("place", mention.place)):
            if key in one and one[key] != bool(value):
                yield f"{one['words']}: {key} is {value}"
    yield from check_none(doc, wanted, "actor")


def check_none(doc: CodedDocument, wanted: Wanted, kind: str) -> Problems:
    """Mentions of actors, or of anything with a place, where there must be none."""
    for words in wanted.get("none", ()):
        span = find_words(doc.text, words)
        for one in doc.mentions:
            target = one.actor if kind == "actor" else one.place
            if target and one.span.overlaps(span):
                yield f"{words!r} is in a mention of {kind}: {one.span.slice(doc.text)!r}"


def check_references(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of who is who."""
    for first, second in wanted.get("same", ()):
        one, other = find_actor(doc, first), find_actor(doc, second)
        if one is None or other is None:
            yield f"{first!r} or {second!r} is no mention of an actor; found {list_words(doc, 'actor')}"
        elif one.id != other.id:
            yield f"{first!r} is {one.name!r}, not {other.name!r}"
    for first, second in wanted.get("apart", ()):
        one, other = find_actor(doc, first), find_actor(doc, second)
        if one is not None and other is not None and one.id == other.id:
            yield f"{first!r} and {second!r} are one actor, {one.name!r}"
    for words in wanted.get("open", ()):
        actor = find_actor(doc, words)
        named = {one.actor for one in doc.mentions if one.form in ("name", "adjective")}
        if actor and (actor.type != "unnamed" or actor.id in named):
            yield f"{words!r} is {actor.name!r}; it must stay open"
    yield from check_none(doc, wanted, "actor")


def words_of(doc: CodedDocument, span: Span | None) -> str:
    """The words of a span; "" for none."""
    return span.slice(doc.text) if span else ""


def describe_statement(doc: CodedDocument, one: Statement) -> str:
    """A statement in a few words."""
    content = " | ".join(span.slice(doc.text) for span in one.content)
    return f"[{words_of(doc, one.speaker_span)}] {words_of(doc, one.cue)} ({one.act}, {one.manner}): {content}"


def check_statements(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of all statements of a text: each wanted one is looked for among those that are left."""
    left = list(doc.statements)
    for one in wanted["said"]:
        rated = [(list(check_statement(doc, one, found)), found) for found in left]
        if not rated:
            yield f"no statement {one}"
            continue
        problems, best = min(rated, key=lambda pair: len(pair[0]))
        yield from problems
        left.remove(best)
    for found in left:
        yield f"not wanted: {describe_statement(doc, found)}"


def check_statement(doc: CodedDocument, wanted: Wanted, found: Statement) -> Problems:
    """What is wrong with one statement."""
    for key in ("act", "manner"):
        if key in wanted:
            yield from differ(key, wanted[key], getattr(found, key))
    for key in ("speaker", "addressee", "medium"):
        if key in wanted:
            yield from differ(key, wanted[key], words_of(doc, getattr(found, f"{key}_span")))
    if "commitment" in wanted:
        yield from differ("commitment", wanted["commitment"], found.commitment)
    if "place" in wanted:
        yield from differ("place", wanted["place"], next((one.name for one in doc.places if one.id == found.place), ""))
    if "day" in wanted:
        yield from differ("day", wanted["day"], next((one.start for one in doc.times if one.id == found.time), ""))
    if "cue" in wanted:
        yield from differ("cue", wanted["cue"].casefold(), words_of(doc, found.cue).casefold())
    if "who" in wanted:
        actor = find_actor(doc, wanted["who"])
        if actor is None or actor.id != found.speaker:
            yield f"speaker is not {wanted['who']!r} but {words_of(doc, found.speaker_span)!r}"
    if "inside" in wanted:
        outer = next((one for one in doc.statements if one.id == found.inside), None)
        yield from differ("inside", wanted["inside"], words_of(doc, outer.cue) if outer else "")
    if "pieces" in wanted and wanted["pieces"] != len(found.content):
        yield f"wanted {wanted['pieces']} pieces: {describe_statement(doc, found)}"
    if found.cue and found.covers(found.cue) and not words_of(doc, found.cue).endswith("ly"):
        yield f"the content covers the cue: {describe_statement(doc, found)}"
    if not has_content(doc, wanted["content"], found):
        yield f"content: wanted {wanted['content']!r}, found {describe_statement(doc, found)}"


def has_content(doc: CodedDocument, wanted: str, found: Statement) -> bool:
    """Whether a content is the words, or begins and ends with those around "…"."""
    first, last = trim(found.content[0].slice(doc.text)), trim(found.content[-1].slice(doc.text))
    if "…" not in wanted:
        return len(found.content) == 1 and first == trim(wanted)
    start, end = wanted.split("…")
    return first.startswith(trim(start)) and last.endswith(end.strip(EDGES))


def trim(words: str) -> str:
    """Words without the marks at their ends and without "that" or "to" before them."""
    plain = words.strip(EDGES)
    return next((plain.removeprefix(one) for one in OPENERS if plain.startswith(one)), plain)


def name_holder(doc: CodedDocument, holder: str) -> str:
    """ "report", or the words of a statement's speaker."""
    statement = next((one for one in doc.statements if one.id == holder), None)
    return words_of(doc, statement.speaker_span) if statement else holder


def describe_view(doc: CodedDocument, event: Event, view: View) -> str:
    """An event and a view of it in a few words."""
    holder = name_holder(doc, view.holder)
    return f"{event.type} ({words_of(doc, event.trigger)}) {view.polarity} {view.status} by {holder!r}"


def check_views(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of the views of each wanted event: all of them and no more."""
    groups: dict[tuple[str, str], list[Wanted]] = {}
    for one in wanted.get("views", ()):
        groups.setdefault((one["type"], one["trigger"]), []).append(one)
    for (type, trigger), views in groups.items():
        span = find_words(doc.text, trigger)
        events = [one for one in doc.events if one.type == type and one.trigger.overlaps(span)]
        if not events and all(one.get("optional") for one in views):
            continue
        if not events:
            others = ", ".join(describe_view(doc, event, view) for event in doc.events for view in event.views)
            yield f"no {type} at {trigger!r}; found {others or 'no event'}"
            continue
        found = [(event, view) for event in events for view in event.views]
        if len(found) != len(views):
            yield f"wanted {len(views)} views; found {'; '.join(describe_view(doc, *pair) for pair in found)}"
        for one in views:
            if not any(fits_view(doc, one, view) for _, view in found):
                yield f"no view {one}; found {'; '.join(describe_view(doc, *pair) for pair in found)}"
    for event in doc.events:
        if event.type in wanted.get("none", ()):
            yield f"not wanted: {event.type} ({words_of(doc, event.trigger)})"


def fits_view(doc: CodedDocument, wanted: Wanted, view: View) -> bool:
    """Whether a view is the wanted one, as far as that says."""
    if "holder" in wanted and wanted["holder"] != name_holder(doc, view.holder):
        return False
    return all(wanted.get(key, value) == value for key, value in (("polarity", view.polarity), ("status", view.status)))


def check_places(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of places."""
    places = {one.id: one for one in doc.places}
    for one in wanted.get("found", ()):
        span = find_words(doc.text, one["words"])
        place = next((places[m.place] for m in doc.mentions if m.place and m.span == span), None)
        if place is None:
            yield f"{one['words']!r} has no place; found {list_words(doc, 'place')}"
            continue
        if "country" in one:
            yield from differ(f"{one['words']}: country", one["country"], place.country)
        if one.get("located", True) != (place.latitude is not None):
            yield f"{one['words']}: latitude is {place.latitude}"
        point = (place.latitude or 0.0, place.longitude or 0.0)
        if "near" in one and measure_kilometres(point, tuple(one["near"])) > one["km"]:
            yield f"{one['words']} is at {place.latitude}, {place.longitude}; wanted {one['near']}"
    yield from check_none(doc, wanted, "place")


def check_event_places(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of where events happened: [trigger, words of the place], "" where the text does not say."""
    for trigger, words in wanted["at"]:
        span = find_words(doc.text, trigger)
        events = [one for one in doc.events if one.trigger.overlaps(span)]
        events = [one for one in events if one.trigger.start == span.start] or events
        if not events:
            yield f"no event at {trigger!r}; found {[one.trigger.slice(doc.text) for one in doc.events]}"
            continue
        mentions = [
            one for one in doc.mentions if words and one.place and one.span.contains(find_words(doc.text, words))
        ]
        if words and not mentions:
            yield f"{words!r} has no place; found {list_words(doc, 'place')}"
            continue
        place = mentions[0].place if mentions else None
        if all(one.place != place for one in events):
            names = [doc.places_by_id[one.place].name if one.place else None for one in events]
            yield f"{trigger!r}: wanted {words or None!r}, found {names}"


def check_event_times(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of when events happened: [trigger, first day], "" where the text does not say."""
    starts = {one.id: one.start[:10] for one in doc.times}
    for trigger, day in wanted["when"]:
        span = find_words(doc.text, trigger)
        events = [one for one in doc.events if one.trigger.overlaps(span)]
        found = [starts.get(one.time or "", "") for one in events]
        if day not in found:
            yield f"{trigger!r}: wanted {day or None!r}, found {found}"


def check_news_times(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of all expressions of time of a text: their words, first day and last day."""
    times = {time.id: time for time in doc.times}
    known = [(one.span.slice(doc.text), times.get(one.time or "")) for one in doc.mentions if one.kind == "time"]
    found = [[words, time.start[:10] if time else "", time.end[:10] if time else ""] for words, time in known]
    left = list(found)
    for one in wanted["times"]:
        if one in left:
            left.remove(one)
        else:
            yield f"wanted {one}, found {[other for other in found if other[0] in one[0] or one[0] in other[0]]}"
    if left:
        extra = [one for one in left if not any(one[0] in other[0] or other[0] in one[0] for other in wanted["times"])]
        if extra:
            yield f"found {extra}, which is no time"


def check_relations(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of all relations of a text."""
    found = sorted(
        (one.type, name_actor(doc, one.source), name_actor(doc, one.target), name_holder(doc, one.holder))
        for one in doc.relations
    )
    expected = []
    for one in wanted["relations"]:
        actors = [find_actor(doc, one["from"]), find_actor(doc, one["to"])]
        names = ["?" if actor is None else name_actor(doc, actor.id) for actor in actors]
        expected.append((one["type"], *names, one["holder"]))
    if sorted(expected) != found:
        yield f"wanted {expected}, found {found}"


def name_actor(doc: CodedDocument, actor: str) -> str:
    """An actor's name and id."""
    return f"{doc.actors_by_id[actor].name} {actor}"


def check_counts(doc: CodedDocument, wanted: Wanted) -> Problems:
    """Problems of the figures of all events."""
    counts = [count for event in doc.events for count in event.counts]
    found = sorted({(one.unit, one.low, OPEN if one.high is None else one.high) for one in counts})
    if "counts" in wanted:
        expected = sorted(tuple(one) for one in wanted["counts"])
        if len(expected) != len(found) or not all(any(fits_count(one, f) for f in found) for one in expected):
            yield f"wanted {expected}, found {found}"
    for one, holder in zip(counts, wanted.get("holders", ()), strict=False):
        yield from differ("holder", holder, name_holder(doc, one.holder))
    for one in counts if "holder" in wanted else ():
        yield from differ("holder", wanted["holder"], name_holder(doc, one.holder))
    for unit, value in wanted.get("fields", {}).items():
        values = [getattr(event, unit) for event in doc.events]
        if (None if value == OPEN else value) not in values:
            yield f"{unit}: wanted {value}, found {values}"
        if value == OPEN and any(values):
            yield f"{unit}: wanted null, found {values}"
    for figure in wanted.get("not_figures", ()):
        if any(figure in (low, high) for _, low, high in found):
            yield f"{figure} is counted: {found}"


def fits_count(wanted: tuple[Any, ...], found: tuple[Any, ...]) -> bool:
    """Whether a figure is the wanted one."""
    return all(mine in (theirs, UNTESTED) for mine, theirs in zip(wanted, found, strict=True))


def check_quotations(case: Case) -> Problems:
    """Problems of quotation marks."""
    found = list(find_quotations(case.text, Span(0, len(case.text))))
    yield from differ("quotes", case.wanted["quotes"], [one.span.slice(case.text) for one in found])
    closed = len(found) - case.wanted.get("unclosed", 0)
    yield from differ("closed", [True] * closed + [False] * (len(found) - closed), [one.is_closed for one in found])


def check_parsing(coder: Coder, case: Case) -> Problems:
    """Problems of sentences and tokens."""
    zones = find_zones(case.text, None, coder.codebook.furniture)
    parse = coder.parser.parse(make_document("case", case.text, zones=zones, published=None))
    for token in parse.tokens:
        yield from differ(f"token {token.index}", token.words, token.span.slice(case.text))
    if "sentences" in case.wanted:
        found = [one.span.slice(case.text) for one in parse.sentences]
        yield from differ("sentences", case.wanted["sentences"], found)
    tokens = {token.span: token for token in parse.tokens}
    for words in (*case.wanted.get("words", ()), *case.wanted.get("tags", {})):
        if find_words(case.text, words) not in tokens:
            yield f"{words!r} is no token"
    for words, tag in case.wanted.get("tags", {}).items():
        token_found = tokens.get(find_words(case.text, words))
        yield from differ(f"tag of {words}", tag, token_found.tag if token_found else None)
    for words in case.wanted.get("unparsed", ()):
        if parse.tokens_in(find_words(case.text, words)):
            yield f"{words!r} is parsed"


CHECKS: dict[str, Callable[[CodedDocument, Wanted], Problems]] = {
    "actors": check_actors,
    "references": check_references,
    "statements": check_statements,
    "said": check_statements,
    "unsaid": check_statements,
    "views": check_views,
    "vouched": check_views,
    "places": check_places,
    "event_places": check_event_places,
    "event_times": check_event_times,
    "news_times": check_news_times,
    "relations": check_relations,
    "counts": check_counts,
}
"""What is checked of each kind of case that is coded as a report."""
