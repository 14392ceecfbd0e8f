"""What a mention stands for, with every candidate that was weighed."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id

LinkKind = Literal["actor", "place", "time"]


@dataclass(frozen=True)
class Link:
    """One candidate for a mention; rank 0 is the choice. `score` is comparable within one mention only."""

    id: str
    mention: str
    kind: LinkKind
    target: str
    score: float
    rank: int
    maker: str


def make_link(mention: str, kind: LinkKind, target: str, *, score: float, rank: int, maker: str) -> Link:
    """A link from a mention to an actor, place or time."""
    return Link(make_id("link", mention, kind, target, rank, maker), mention, kind, target, score, rank, maker)
