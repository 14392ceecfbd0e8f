"""Statements while they are being found."""

from dataclasses import dataclass

from onrecord.find.cues import FoundCue
from onrecord.model.spans import Span
from onrecord.model.statements import Manner


@dataclass(frozen=True)
class Draft:
    """A statement before its nesting is known; a cue inside a quotation belongs to the quoted speaker.

    `manner` is set where the layout tells it, as in an interview; else the quotation marks do.
    """

    cue: FoundCue | None
    content: tuple[Span, ...]
    speaker: Span | None
    addressee: Span | None
    rule: str
    manner: Manner | None = None
