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


@dataclass(frozen=True)
class Statement:
    """One attribution. `speaker` and `addressee` are filled from the mentions at their spans.

    A statement without a speaker is one on purpose: "it is believed", "reportedly".
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


def make_statement(
    document: str,
    *,
    manner: Manner,
    act: Act,
    cue: Span | None,
    content: tuple[Span, ...],
    speaker_span: Span | None,
    addressee_span: Span | None,
    time: str | None,
    inside: str | None,
    maker: str,
) -> Statement:
    """A statement whose speaker is known by the words only."""
    id = make_id("statement", document, manner, act, speaker_span, cue, content, addressee_span, maker)
    return Statement(id, manner, act, None, speaker_span, cue, content, None, addressee_span, time, inside, maker)
