"""Measures how often events like one are right, and writes src/onrecord/codebooks/plover/confidence.tsv.

    python scripts/calibrate.py CODED.jsonl GOLD.jsonl [CODED.jsonl GOLD.jsonl …]

CODED are lines of `onrecord code`; GOLD are lines with `id` and `type`, the one PLOVER type that people gave a
sentence. An event is right that has the type of its sentence. One of another type is left out beside a right one, since
a sentence may tell of more than people were asked for, and where its set has no such type. Prints, from five folds of
which each is rated by weights that the other four gave, how many of each band of confidence are right, and what
--min-confidence keeps.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from onrecord.codebook.load import find_package_folder, load_codebook
from onrecord.find.confidence import list_features, rate

FOLDS = 5
PENALTY = 3.0
ROUNDS = 30
BANDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SOURCE = "calibration"


@dataclass(frozen=True)
class Rated:
    """An event of a sentence: its features, and whether it has the sentence's type."""

    key: str
    features: tuple[str, ...]
    is_right: bool


def load_events(coded: Path, gold: Path) -> list[Rated]:
    """The events of one set. Raises KeyError for a coded sentence that has no gold."""
    rules = {rule.id: rule for rule in load_codebook().rules}
    types = {one["id"]: one["type"] for one in map(json.loads, gold.read_text("utf-8").splitlines())}
    known = set(types.values())
    found = []
    for line in coded.read_text("utf-8").splitlines():
        record = json.loads(line)
        text, key = record["document"]["text"], record["document"]["key"].rpartition("#")[2]
        told = {event["type"] for event in record["events"]}
        for event in record["events"]:
            is_open = types[key] in told and event["type"] != types[key]
            if is_open or event["type"] not in known:
                continue
            start, end = event["trigger"]
            features = list_features(
                event["type"],
                rules[event["maker"].rpartition("plover.")[2]],
                len(text[start:end].split()),
                actors=len(event["actors"]),
                recipients=len(event["recipients"]),
                others=len(record["events"]) - 1,
            )
            found.append(Rated(key, tuple(features), event["type"] == types[key]))
    return found


def fit(events: Sequence[Rated]) -> dict[str, float]:
    """The weights of a logistic model with a quadratic penalty, by Newton's method."""
    names = sorted({feature for event in events for feature in event.features})
    columns = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(events), len(names)))
    for row, event in enumerate(events):
        table[row, [columns[feature] for feature in event.features]] = 1.0
    right = np.array([event.is_right for event in events], float)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - shares) - PENALTY * weights
        curve = (table * (shares * (1 - shares))[:, None]).T @ table + PENALTY * np.eye(len(names))
        weights = weights + np.linalg.solve(curve, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def rate_apart(events: Sequence[Rated]) -> list[tuple[float, Rated]]:
    """Each event with the confidence that the weights of the other folds give it."""
    fold = {event.key: crc32(event.key.encode()) % FOLDS for event in events}
    rated = []
    for number in range(FOLDS):
        weights = fit([event for event in events if fold[event.key] != number])
        rated += [(rate(event.features, weights), event) for event in events if fold[event.key] == number]
    return rated


def print_bands(rated: Sequence[tuple[float, Rated]]) -> None:
    """How many of each band are right."""
    print("confidence     events  mean  right")
    for low, high in pairwise(BANDS):
        inside = [(one, event) for one, event in rated if low <= one < high]
        if inside:
            mean = sum(one for one, _ in inside) / len(inside)
            right = sum(event.is_right for _, event in inside) / len(inside)
            print(f"{low:.1f} to {high:.1f}  {len(inside):8}  {mean:.2f}   {right:.2f}")


def print_curve(rated: Sequence[tuple[float, Rated]], sentences: int) -> None:
    """What each least confidence keeps: events, how many of them are right, and sentences with a right one."""
    print("\nleast  events kept  right  sentences with a right event")
    for least in THRESHOLDS:
        kept = [event for one, event in rated if one >= least]
        hit = {event.key for event in kept if event.is_right}
        share = sum(event.is_right for event in kept) / max(len(kept), 1)
        print(f"{least:.1f}  {len(kept):12}   {share:.2f}   {len(hit) / sentences:.2f}")


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the weights."""
    pairs = list(zip(map(Path, arguments[::2]), map(Path, arguments[1::2]), strict=True))
    if not pairs:
        sys.exit(__doc__)
    events = [event for coded, gold in pairs for event in load_events(coded, gold)]
    sentences = sum(len(gold.read_text("utf-8").splitlines()) for _, gold in pairs)
    rated = rate_apart(events)
    print_bands(rated)
    print_curve(rated, sentences)
    rows = [f"{name}\t{weight}\t{SOURCE}" for name, weight in fit(events).items()]
    target = find_package_folder() / "codebooks" / "plover" / "confidence.tsv"
    target.write_text("\n".join(["feature\tweight\tsource", *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
