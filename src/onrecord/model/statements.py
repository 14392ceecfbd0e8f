"""Who says, thinks, asks, orders or denies what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model.identity import make_id
from onrecord.model.spans import Span

STRETCH = 1000
"""Characters of a stretch of text; any number gives the same answers."""
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal["assert", "deny", "accuse", "call", "warn", "threaten", "promise", "praise", "ask"]
Commitment = Literal["neutral", "factive", "doubtful", "negative"]
"""What the cue tells of the report's own stance: "said", "admitted", "claimed", "denied"."""


@dataclass(frozen=True)
class Statement:
    """One attribution. `speaker` and `addressee` are filled from the mentions at their spans.

    A statement without a speaker is one on purpose: "it is believed", "reportedly". `commitment` is None without a cue;
    `place` is where it was said, `medium_span` the words for what it was said in or to: "CBS News", "a letter".
    """

    id: str
    manner: Manner
    act: Act
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressee: str | None
    addressee_span: Span | None
    time: str | None
    inside: str | None
    maker: str
    commitment: Commitment | None
    place: str | None
    medium_span: Span | None

    def covers(self, span: Span) -> bool:
        """Whether a span lies in what is said."""
        return any(part.contains(span) for part in self.content)


class StatementIndex:
    """Statements by the stretches of the text that their contents lie in."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.by_stretch: dict[int, list[Statement]] = {}
        for statement in statements:
            numbers = {n for part in statement.content for n in range(part.start // STRETCH, part.end // STRETCH + 1)}
            for number in sorted(numbers):
                self.by_stretch.setdefault(number, []).append(statement)

    def find_around(self, span: Span) -> list[Statement]:
        """The statements in whose content a span lies, in their order."""
        return [one for one in self.by_stretch.get(span.start // STRETCH, ()) if one.covers(span)]

    def find_innermost(self, span: Span) -> Statement | None:
        """The statement with the shortest content that holds a span."""
        around = self.find_around(span)
        return min(around, key=lambda one: sum(end - start for start, end in one.content), default=None)


@dataclass(frozen=True)
class Setting:
    """How, when, where and in what something was said, as far as its sentence tells."""

    commitment: Commitment | None = None
    time: str | None = None
    place: str | None = None
    medium: Span | None = None


def make_statement(
    document: str,
    *,
    manner: Manner,
    act: Act,
    cue: Span | None,
    content: tuple[Span, ...],
    sides: tuple[Span | None, Span | None],
    setting: Setting,
    maker: str,
) -> Statement:
    """A statement whose `sides`, speaker and addressee, are known by the words only."""
    speaker, addressee = sides
    id = make_id("statement", document, manner, act, speaker, cue, content, addressee, maker)
    return Statement(
        id, manner, act, None, speaker, cue, content, None, addressee, setting.time, None, maker,
        setting.commitment, setting.place, setting.medium,
    )  # fmt: skip
