"""Why a record was made: its maker, and what the codebook says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.codebook.load import Codebook
from onrecord.codebook.schema import Rule
from onrecord.model.coded import CodedDocument
from onrecord.model.spans import Span
from onrecord.page.wording import show_span

STAGES = {
    "find.actors": "an expression that can name an actor: from the lexicons, the tags and capital letters",
    "find.places": "a name that can be a place: from the gazetteer, or after a preposition of place",
    "find.times": "an expression of time, by the patterns of find/time_patterns.py",
    "find.statements": "an attribution: a cue with its speaker and content, or words that the layout gives a speaker",
    "find.events": "an event: a trigger of the codebook whose needed roles are filled",
    "find.views": "who vouches for an event: the innermost statement that holds it, else the report; and who echoes it",
    "find.relations": "a relation between two actors that a word of the sentence states",
    "resolve.actors": "which actor a name stands for, on the day of the report",
    "resolve.places": "which place a name stands for: what fits the report's other places best, then the largest",
    "resolve.times": "which days an expression of time means",
    "resolve.references": "whom a pronoun or a nominal stands for",
}
"""What each stage decides, in a line."""
UNCUED = {
    "continued": "a quotation that goes on with the speaker before it, or whom the paragraph before tells of",
    "turn": "a line with its speaker before a colon or after a dash, or a turn of a conversation",
    "letter": "a paragraph of a letter, with the one who signs it",
}
"""What gives a statement without a cue its speaker."""
MOST_WORDS = 16
STEM = 4


@dataclass(frozen=True)
class Reason:
    """What made a record. `details` are (label, words) in the order to show them."""

    maker: str
    says: str
    details: tuple[tuple[str, str], ...] = ()


def explain_maker(maker: str, codebook: Codebook, words: str = "") -> Reason:
    """The stage of a maker and, where a row or rule of the codebook is behind it, what that says.

    Of a rule's triggers those come first that are most like the words of the record.
    """
    stage, _, name = maker.partition("/")
    says = STAGES.get(stage, "a stage that this version does not know")
    if stage == "find.events":
        return Reason(maker, says, tuple(describe_rule(name.removeprefix("plover."), codebook, words)))
    if stage == "find.statements" and "." in name:
        return Reason(maker, says, tuple(describe_cue(name, codebook)))
    if stage == "find.statements" and name in UNCUED:
        return Reason(maker, says, (("layout", UNCUED[name]),))
    return Reason(maker, says)


def describe_rule(id: str, codebook: Codebook, words: str = "") -> Iterator[tuple[str, str]]:
    """What a rule of the codebook asks for, with its examples and its source."""
    rule = codebook.rules_by_id.get(id)
    if rule is None:
        yield "rule", f"{id}: not in this codebook; the report was coded with another one (give it with --codebook)"
        return
    yield "rule", rule.id
    yield from _list_triggers(rule, words)
    code = next((one for one in codebook.cameo_codes if one.id == rule.cameo), None)
    if code:
        yield "cameo", f"{code.id} {code.label}"
    for example in rule.examples[:2]:
        yield "example", example.text
    for text in rule.counterexamples[:1]:
        yield "not coded", text
    yield "source", name_source(rule.source, codebook)


def _list_triggers(rule: Rule, near: str) -> Iterator[tuple[str, str]]:
    for label, words in (
        ("verbs", sort_by_likeness(rule.verbs, near)),
        ("nouns", sort_by_likeness(rule.nouns, near)),
        ("only with", rule.only_with),
        ("not with", rule.not_with),
        ("needs", rule.needs),
    ):
        if words:
            more = len(words) - MOST_WORDS
            yield label, ", ".join(words[:MOST_WORDS]) + (f" … and {more} more" if more > 0 else "")


def sort_by_likeness(triggers: tuple[str, ...], words: str) -> list[str]:
    """The triggers, first those whose words all begin like words of the text: "fire" for "exchanged fire"."""
    stems = {word[:STEM] for word in words.casefold().split()}

    def count_unlike(trigger: str) -> tuple[int, int]:
        parts = trigger.casefold().split()
        unlike = sum(part[:STEM] not in stems for part in parts)
        return unlike, unlike - len(parts)

    return sorted(triggers, key=count_unlike) if words else list(triggers)


def describe_cue(name: str, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """The row of the reporting cues behind a statement: "verb.call_for"."""
    pos, _, words = name.partition(".")
    for row in codebook.reporting_cues:
        if row.pos == pos and row.cue.replace(" ", "_") == words:
            yield "cue", f"{row.cue} ({row.pos}): {row.act}; content as {', '.join(row.frames)}"
            yield "source", name_source(row.source, codebook)
            return


def describe_view_cues(doc: CodedDocument, cues: tuple[Span, ...], codebook: Codebook) -> Iterator[tuple[str, str]]:
    """The words that turned a view, each with what the lexicon says of it."""
    rows = {row.cue.casefold(): row for row in codebook.view_cues}
    for span in cues:
        words = show_span(doc, span)
        row = rows.get(words.casefold())
        effect = ", ".join(part for part in (row.kind, row.polarity, row.status) if part) if row else ""
        yield "cue", f"“{words}”" + (f": {effect}" if effect else "")


def name_source(id: str, codebook: Codebook) -> str:
    """The title and licence of a source."""
    source = next((one for one in codebook.sources if one.id == id), None)
    return f"{source.title} ({source.licence})" if source else id
