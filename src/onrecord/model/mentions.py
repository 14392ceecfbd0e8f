"""An expression that names an actor, a place, a time or a count."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id
from onrecord.model.spans import Span

MentionKind = Literal["actor", "place", "time", "quantity"]
MentionForm = Literal["name", "nominal", "pronoun", "adjective", "number"]


@dataclass(frozen=True)
class Mention:
    """An expression and what it stands for. `actor`, `place` and `time` are filled from the links of rank 0.

    A place name that stands for its government has both an actor and a place.
    """

    id: str
    span: Span
    kind: MentionKind
    form: MentionForm
    actor: str | None
    place: str | None
    time: str | None
    value: float | None
    unit: str | None
    maker: str


def make_mention(document: str, span: Span, kind: MentionKind, form: MentionForm, *, maker: str) -> Mention:
    """A mention that is not resolved yet."""
    return Mention(
        make_id("mention", document, span, kind, form), span, kind, form, None, None, None, None, None, maker
    )


def make_quantity(document: str, span: Span, value: float | None, unit: str, *, maker: str) -> Mention:
    """A mention of how many; `value` is None where the words give bounds only ("dozens", "20 to 30")."""
    id = make_id("mention", document, span, "quantity", "number")
    return Mention(id, span, "quantity", "number", None, None, None, value, unit, maker)
