"""Whether an event happened, in the eyes of one holder."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id
from onrecord.model.spans import Span

Polarity = Literal["affirmed", "negated"]
Status = Literal["happened", "ongoing", "planned", "requested", "threatened", "hypothetical", "historical"]


@dataclass(frozen=True)
class View:
    """One holder's view of one event. The holder is "report" (the article's own voice) or a statement's id."""

    id: str
    event: str
    holder: str
    polarity: Polarity
    status: Status
    cues: tuple[Span, ...]
    maker: str


def make_view(
    event: str, holder: str, polarity: Polarity, status: Status, *, cues: tuple[Span, ...], maker: str
) -> View:
    """A view of an event."""
    id = make_id("view", event, holder, polarity, status, cues, maker)
    return View(id, event, holder, polarity, status, cues, maker)
