"""Minimal pairs: a sentence in which an event happened, and one of nearly the same words in which it did not, or in
which somebody else says so. What is asked of each member, and what became of it.

The affirmed member must have an event of its type at the trigger that its holder affirms. The contrast must have the
view it names, and no other that affirms; or nothing of its type at all (`none`); or another type (`becomes`).
"""

import tomllib
from dataclasses import dataclass

from tests.cases import FOLDER, Wanted, describe_view, find_words, name_holder, words_of

from onrecord.coder import Coder
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Event
from onrecord.model.spans import Span
from onrecord.model.views import View

KINDS = (
    "denied", "negated", "refused", "failed", "foiled", "no_evidence", "attributed", "accused", "place", "planned",
    "threatened", "requested", "hypothetical", "historical", "drill", "film", "sport", "market", "metaphor", "question",
)  # fmt: skip
OPEN = ("no_evidence", "question")
"""Kinds of what nobody knows, which the report may tell by itself."""
MATERIAL_CONFLICT = 4
HAPPENED = ("happened", "ongoing")
IN_VAIN = ("refused", "failed", "foiled")
"""Kinds of what did not happen, whether it was planned or ordered; a refusal may be told as one (REJECT)."""
ARTICLES = {"the", "a", "an", "of", "its", "their"}
KEYS = {
    "type", "text", "trigger", "actor", "recipient", "holder", "contrast", "kind", "view", "none", "becomes",
    "not_actor", "published", "not_yet",
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """One entry of contrasts.toml; `not_yet` names the members that are known to come out wrong."""

    type: str
    kind: str
    text: str
    contrast: str
    wanted: Wanted
    not_yet: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    "What is wrong with a member ("

    " if nothing), and the views that assert violence or coercion that nobody told of."

    problem: str
    invented: tuple[str, ...] = ()


def load_pairs() -> list[Pair]:
    """All pairs, in the order of the file. Raises KeyError for keys that no pair has."""
    pairs = []
    for entry in tomllib.loads((FOLDER / "contrasts.toml").read_text("utf-8"))["case"]:
        unknown = set(entry) - KEYS
        if unknown or entry["kind"] not in KINDS or not {"view", "none"} & set(entry):
            raise KeyError(f"contrasts.toml: {entry['text']!r}: {unknown or entry['kind']}")
        texts = entry["text"], entry["contrast"]
        pairs.append(Pair(entry["type"], entry["kind"], *texts, entry, tuple(entry.get("not_yet", ()))))
    return pairs


def judge_affirmed(coder: Coder, pair: Pair) -> Judgement:
    """Whether the event that happened is coded, and affirmed by whom it must be."""
    doc = coder.code(pair.text, published=pair.wanted.get("published"))
    span = find_words(doc.text, pair.wanted["trigger"])
    views = [one for event in list_events(doc, span) if event.type == pair.type for one in event.views]
    holder = pair.wanted["holder"]
    if any(one.polarity == "affirmed" and one.status in HAPPENED and is_holder(doc, one, holder) for one in views):
        return Judgement("")
    return Judgement(f"no {pair.type} that {holder!r} affirms; found {describe(doc)}")


def judge_contrast(coder: Coder, pair: Pair) -> Judgement:
    """Whether the contrast is coded as it says, and whether it makes anything up."""
    doc = coder.code(pair.contrast, published=pair.wanted.get("published"))
    view = pair.wanted.get("view")
    if view is None:
        found = [event for event in doc.events if event.type == pair.type and is_asserted(event)]
        becomes = pair.wanted.get("becomes")
        problem = f"{pair.type} is coded" if found else ""
        if becomes and not any(event.type == becomes for event in doc.events):
            problem = problem or f"no {becomes}"
        violent = [event for event in doc.events if event.quad == MATERIAL_CONFLICT and event.type != becomes]
        return Judgement(problem and f"{problem}; found {describe(doc)}", list_asserting(doc, violent, None))
    span = find_words(doc.text, view["trigger"])
    events = list_events(doc, span)
    if pair.kind in IN_VAIN:
        events += [one for one in doc.events if one.type == "REJECT" and one not in events]
    violent = [event for event in events if event.quad == MATERIAL_CONFLICT]
    is_affirmed = view["polarity"] == "affirmed" and view["status"] in HAPPENED
    invented = list_asserting(doc, violent, view["holder"] if is_affirmed else None)
    wrong = find_wrong_actor(doc, violent, pair.wanted.get("not_actor", ""))
    right = any(fits(doc, event, one, pair) for event in events for one in event.views)
    if invented or wrong or not right:
        return Judgement(f"wanted {view}; found {describe(doc)}", (*invented, *wrong))
    return Judgement("")


def list_events(doc: CodedDocument, span: Span) -> list[Event]:
    """The events that some words tell of."""
    return [one for one in doc.events if any(told.overlaps(span) for told in (one.trigger, *one.retold))]


def list_asserting(doc: CodedDocument, events: list[Event], holder: str | None) -> tuple[str, ...]:
    """The views by which somebody else than the holder affirms that something happened."""
    return tuple(
        describe_view(doc, event, view)
        for event in events
        for view in event.views
        if view.polarity == "affirmed" and view.status in HAPPENED
        if holder is None or not is_holder(doc, view, holder)
    )


def find_wrong_actor(doc: CodedDocument, events: list[Event], words: str) -> tuple[str, ...]:
    """The events that some words, which name where something was, are taken to have done."""
    return tuple(
        f"{words_of(doc, one.span)} did {words_of(doc, event.trigger)}"
        for event in events
        for one in event.actors
        if words and words in words_of(doc, one.span)
    )


def is_asserted(event: Event) -> bool:
    """Whether anybody affirms that an event happened."""
    return any(one.polarity == "affirmed" and one.status in HAPPENED for one in event.views)


def is_holder(doc: CodedDocument, view: View, words: str) -> bool:
    """Whether a view is the report's, or that of a speaker whom some words name."""
    found = set(name_holder(doc, view.holder).casefold().split()) - ARTICLES
    return bool(found & set(words.casefold().split()))


def fits(doc: CodedDocument, event: Event, view: View, pair: Pair) -> bool:
    """Whether a view of an event is the wanted one: its holder, polarity and status.

    What was refused, or not agreed to, is the same told as a REJECT; and what was in vain has any status.
    """
    wanted = pair.wanted["view"]
    is_told = pair.kind in OPEN and view.holder == "report"
    if event.type == "REJECT" and pair.type != "REJECT" and wanted["polarity"] == "negated":
        return view.polarity == "affirmed"
    if not is_told and not is_holder(doc, view, wanted["holder"]):
        return False
    same = HAPPENED if wanted["status"] in HAPPENED else (wanted["status"],)
    return (
        event.type == pair.type
        and view.polarity == wanted["polarity"]
        and (view.status in same or pair.kind in IN_VAIN)
    )


def describe(doc: CodedDocument) -> str:
    """All views of all events in a few words."""
    return "; ".join(describe_view(doc, event, view) for event in doc.events for view in event.views) or "no event"
