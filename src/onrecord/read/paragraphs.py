"""The paragraphs of a text: its lines, or, where lines are broken at a width, the lines that belong together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.model.spans import Span, trim_span

NARROWEST, WIDEST = 50, 100
SLACK = 10
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSING_MARKS = "\"'”’»)]"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's place, and its words on one line with single spaces."""

    span: Span
    line: str

    @cached_property
    def word_count(self) -> int:
        """How many words it has, divided by white space."""
        return len(self.line.split())

    @property
    def is_finished(self) -> bool:
        """Whether it ends as a sentence does: "They fled." also "…fled.”" but not "Rebels flee"."""
        return self.line.rstrip(CLOSING_MARKS).endswith(SENTENCE_ENDS)

    @property
    def is_sentence(self) -> bool:
        """Whether it is finished and long enough to be more than a label."""
        return self.is_finished and self.word_count >= 4


@dataclass(frozen=True)
class Line:
    """A line that is not blank. `follows` is true where no blank line stands before it."""

    span: Span
    words: str
    indent: int
    follows: bool


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs in text order; together they hold all of the text but white space.

    A line is a paragraph, unless the text is broken at a width of 50 to 100 characters: then a line that was
    filled up runs on into the next.
    """
    lines = list(_find_lines(text))
    width = find_width(lines)
    paragraphs: list[Paragraph] = []
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and width is not None and _runs_on(lines[index - 1], lines[index], width):
            continue
        paragraphs.append(make_paragraph(text, Span(lines[first].span.start, lines[index - 1].span.end)))
        first = index
    return paragraphs


def make_paragraph(text: str, span: Span) -> Paragraph:
    """The paragraph of these words."""
    return Paragraph(span, " ".join(span.slice(text).split()))


def split_paragraph(text: str, paragraph: Paragraph, position: int) -> list[Paragraph]:
    """The two parts before and after the position; one where nothing but white space is on a side."""
    before = trim_span(text, Span(paragraph.span.start, position))
    after = trim_span(text, Span(position, paragraph.span.end))
    return [make_paragraph(text, span) for span in (before, after) if span is not None]


def find_width(lines: list[Line]) -> int | None:
    """The width at which the text was broken into lines; None where its lines are paragraphs.

    Broken text has hardly any long lines, its lines are filled up, and many go on in lower case.
    """
    lengths = [len(line.words) for line in lines]
    fitting = [length for length in lengths if length <= WIDEST]
    width = max(fitting, default=0)
    if width < NARROWEST or len(lengths) * 0.02 + 1 < len(lengths) - len(fitting):
        return None
    pairs = [(line, after) for line, after in pairwise(lines) if after.follows]
    joined = [pair for pair in pairs if _runs_on(*pair, width)]
    lower = sum(1 for _, after in joined if after.words[0].islower())
    if not joined or len(joined) < len(pairs) * 0.5 or lower < len(joined) * 0.3:
        return None
    return width


def _runs_on(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line found no room on this one."""
    if not after.follows or line.indent + 1 < after.indent:
        return False
    first_word = after.words.split(maxsplit=1)[0]
    return width - SLACK < len(line.words) + 1 + len(first_word) and len(line.words) >= NARROWEST - SLACK


def _find_lines(text: str) -> Iterator[Line]:
    position, blank_before = 0, True
    for piece in text.splitlines(keepends=True):
        span = trim_span(text, Span(position, position + len(piece)))
        if span is not None:
            yield Line(span, span.slice(text), span.start - position, not blank_before)
        blank_before = span is None
        position += len(piece)
