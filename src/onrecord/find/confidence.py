"""How sure an event is: how often events like it had the type that people gave their sentence.

A logistic model of a few features, whose weights are rows of codebooks/plover/confidence.tsv. They were measured by
scripts/calibrate.py on two sets of sentences that other people have coded, and are no part of what is coded.
"""

from collections.abc import Iterable, Iterator
from math import exp

from onrecord.codebook.schema import Rule

MOST_COUNTED = 3
LEAST, MOST = 0.05, 0.95


def list_features(type: str, rule: Rule, words: int, *, actors: int, recipients: int, others: int) -> Iterator[str]:
    """The features of an event: its type, how its trigger is written and conditioned, its sides, its company.

    `words`: how many the trigger has; `others`: how many further events its sentence has.
    """
    yield "any"
    yield f"type {type}"
    yield f"words {min(words, MOST_COUNTED)}"
    if rule.only_with:
        yield "conditions"
    if rule.event_type != type:
        yield "turned"
    if actors:
        yield "actor"
    if recipients or actors > 1:
        yield "recipient"
    yield f"others {min(others, MOST_COUNTED)}"


def rate(features: Iterable[str], weights: dict[str, float]) -> float:
    """The share of such events that are right, between 0.05 and 0.95 in steps of a hundredth."""
    points = sum(weights.get(feature, 0.0) for feature in features)
    return round(min(max(1 / (1 + exp(-points)), LEAST), MOST), 2)
