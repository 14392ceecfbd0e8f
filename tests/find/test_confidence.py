"""Confidence: what makes an event surer, and what a least confidence leaves out."""

from itertools import pairwise

import pytest

from onrecord.codebook.load import load_codebook
from onrecord.coder import Coder
from onrecord.find.confidence import LEAST, MOST, list_features, rate

RULES = {rule.id: rule for rule in load_codebook().rules}
TEXT = "Rebels ambushed an army convoy near Abeche on Tuesday. The minister met a delegation."


def features(**changes: int) -> list[str]:
    """The features of an ASSAULT with a one-word trigger, both sides, alone in its sentence, unless changed."""
    counts = {"words": 1, "actors": 1, "recipients": 1, "others": 0} | changes
    words = counts.pop("words")
    return list(list_features("ASSAULT", RULES["assault.attack"], words, **counts))


def test_an_event_with_both_sides_is_surer_than_one_with_less() -> None:
    weights = {one.feature: one.weight for one in load_codebook().confidence_weights}
    sure = [rate(features(actors=a, recipients=r), weights) for a, r in ((1, 1), (1, 0), (0, 0))]
    assert all(more > less for more, less in pairwise(sure))


def test_every_feature_that_events_can_have_is_known() -> None:
    weights = {one.feature for one in load_codebook().confidence_weights}
    for count in range(6):
        assert set(features(words=count + 1, actors=count, recipients=count, others=count)) <= weights


@pytest.mark.parametrize(("points", "share"), [(100.0, MOST), (-100.0, LEAST), (0.0, 0.5)])
def test_nothing_is_certain(points: float, share: float) -> None:
    assert rate(["any"], {"any": points}) == share


def test_a_least_confidence_leaves_out_just_what_is_less_sure(coder: Coder) -> None:
    every = coder.code(TEXT).events
    least = max(event.confidence for event in every)
    picky = Coder(min_confidence=least)
    vars(picky)["parser"] = coder.parser
    kept = picky.code(TEXT)
    assert [one.id for one in kept.events] == [one.id for one in every if one.confidence >= least]
    assert len(kept.events) < len(every)
    assert all(view.event == one.id for one in kept.events for view in one.views)
    assert picky.run.id != coder.run.id
