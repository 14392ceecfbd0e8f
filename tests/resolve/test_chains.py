"""Chains of reference in whole reports: the share of second references that come to the right actor.

python -m pytest tests/resolve/test_chains.py -s     prints the counts and lists what is wrong and what is open
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from onrecord.coder import Coder
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.spans import Span

REPORTS = tomllib.loads((Path(__file__).parents[1] / "cases" / "chains.toml").read_text("utf-8"))["report"]
FLOOR = 0.90
"""The least share of the resolved references that is right."""

Verdict = Literal["right", "wrong", "open", "rightly open", "wrongly resolved"]


@dataclass(frozen=True)
class Outcome:
    """What became of one reference."""

    report: dict
    reference: dict
    verdict: Verdict
    found: str

    def __str__(self) -> str:
        words, nth = self.reference["words"], self.reference.get("nth", 1)
        wanted = self.reference["is"] or "(open)"
        start = find_words(self.report["text"], words, nth).start
        before = self.report["text"][max(0, start - 40) : start].replace("\n", " ")
        kind = self.reference["kind"] + (", near miss" if self.reference.get("near") else "")
        return f"{self.report['published']} [{kind}] …{before}[{words}]: {self.found}, not {wanted}"


def find_words(text: str, words: str, nth: int) -> Span:
    """Where the words stand for the nth time, as words."""
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return Span(*found[nth - 1])


def find_mention(doc: CodedDocument, span: Span) -> Mention | None:
    """The actor mention of these words, else the longest that ends with them (a title left out) or starts them."""
    mentions = [one for one in doc.mentions if one.kind == "actor" and one.span.overlaps(span)]
    exact = [one for one in mentions if one.span == span]
    ending = [one for one in mentions if one.span.end == span.end]
    starting = [one for one in mentions if one.span.start == span.start and one.span.end < span.end]
    return next(iter(exact or sorted(ending or starting, key=lambda one: one.span.start)), None)


def find_wanted(doc: CodedDocument, name: str) -> set[str]:
    """The ids of the actors with a name, or with a mention of it."""
    wanted, ending = name.casefold(), " " + name.casefold()
    found = {actor.id for actor in doc.actors if actor.name.casefold() == wanted}
    for mention in doc.mentions:
        words = mention.span.slice(doc.text).casefold()
        if mention.kind == "actor" and mention.actor and (words == wanted or words.endswith(ending)):
            found.add(mention.actor)
    return found


def judge(doc: CodedDocument, reference: dict) -> tuple[Verdict, str]:
    """What a reference came to, and the actor's name."""
    mention = find_mention(doc, find_words(doc.text, reference["words"], reference.get("nth", 1)))
    actor = {one.id: one for one in doc.actors}.get(mention.actor) if mention and mention.actor else None
    name = f"{actor.name} ({actor.type})" if actor else "no mention" if mention is None else "no actor"
    is_open = actor is None or actor.type == "unnamed"
    if not reference["is"]:
        return ("rightly open" if is_open else "wrongly resolved"), name
    if actor and actor.id in find_wanted(doc, reference["is"]):
        return "right", name
    return ("open" if is_open else "wrong"), name


@pytest.fixture(scope="module")
def outcomes(coder: Coder) -> list[Outcome]:
    """All references, each report coded once."""
    found = []
    for report in REPORTS:
        doc = coder.code(report["text"], published=report["published"])
        found += [Outcome(report, reference, *judge(doc, reference)) for reference in report["reference"]]
    return found


def test_the_cases_are_many_and_well_formed():
    references = [one for report in REPORTS for one in report["reference"]]
    kinds = {"alias", "surname", "role", "person", "group", "first", "cataphora"}
    assert len(REPORTS) >= 90
    assert len(references) >= 300
    assert {one["kind"] for one in references} == kinds
    for report in REPORTS:
        spans = [find_words(report["text"], one["words"], one.get("nth", 1)) for one in report["reference"]]
        assert len(set(spans)) == len(spans), report["published"]


def test_the_references_that_are_resolved_come_to_the_right_actor(outcomes):
    counts = Counter(one.verdict for one in outcomes)
    resolved = counts["right"] + counts["wrong"] + counts["wrongly resolved"]
    resolvable = counts["right"] + counts["wrong"] + counts["open"]
    must_stay_open = counts["rightly open"] + counts["wrongly resolved"]
    share = counts["right"] / resolved
    summary = (
        f"right {counts['right']} of {resolved} resolved ({share:.1%}); left open {counts['open']} of {resolvable} "
        f"resolvable; resolved {counts['wrongly resolved']} of {must_stay_open} that must stay open"
    )
    wrong = [str(one) for one in outcomes if one.verdict in ("wrong", "wrongly resolved")]
    print(summary, *list_counts(outcomes), "Wrong:", *wrong, "Open:", sep="\n")
    print(*(str(one) for one in outcomes if one.verdict == "open"), sep="\n")
    assert share >= FLOOR, "\n".join([summary, *wrong])


def list_counts(outcomes: list[Outcome]) -> list[str]:
    """The verdicts of each kind of reference."""
    kinds: dict[str, Counter[str]] = {}
    for one in outcomes:
        kinds.setdefault(one.reference["kind"], Counter())[one.verdict] += 1
    return [f"  {kind:10}" + ", ".join(f"{name} {number}" for name, number in c.items()) for kind, c in kinds.items()]
