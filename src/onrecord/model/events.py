"""Who did what to whom, and who vouches for it."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.spans import Span
from onrecord.model.views import View

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)


@dataclass(frozen=True)
class Participant:
    """An actor of an event, and the words that name it there."""

    actor: str
    span: Span


@dataclass(frozen=True)
class Count:
    """A number of people, with bounds (`high` None: open) and whose figure it is ("report" or a statement's id)."""

    unit: str
    low: float
    high: float | None
    span: Span
    holder: str


@dataclass(frozen=True)
class Event:
    """One PLOVER event. Compound actors are one event with lists; an unknown actor is an empty list.

    `views` are filled from the view records when the document is finished. `retold`: where other sentences tell of it.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    score: float
    trigger: Span
    extent: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: str | None
    time: str | None
    killed: float | None
    injured: float | None
    arrested: float | None
    counts: tuple[Count, ...]
    views: tuple[View, ...]
    confidence: float
    maker: str
    replaces: str | None
    retold: tuple[Span, ...] = ()
