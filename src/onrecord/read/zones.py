"""The zones of a report: what each paragraph is on its page.

Invariant: zones are in the order of the text, do not overlap, and cover all of it but white space. What is in
doubt is body: a sentence that is lost costs more than a label that is coded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.codebook.schema import FurniturePattern
from onrecord.model.documents import Zone, ZoneKind
from onrecord.model.spans import Span, trim_span
from onrecord.read import credits, datelines, furniture, headings
from onrecord.read.paragraphs import Paragraph, find_paragraphs, split_paragraph

TITLE_WITHIN = 4


@dataclass
class Page:
    """A text's paragraphs while their kinds are being found; `kinds[i]` is None where it is still open."""

    text: str
    paragraphs: list[Paragraph]
    kinds: list[ZoneKind | None] = field(default_factory=list)

    def open_places(self) -> list[int]:
        """The places of the paragraphs whose kind is not known yet."""
        return [index for index, kind in enumerate(self.kinds) if kind is None]

    def slice(self, index: int) -> str:
        """The words of a paragraph as they stand in the text."""
        return self.paragraphs[index].span.slice(self.text)


def find_zones(
    text: str, title: str | None, furniture: tuple[FurniturePattern, ...], *, byline: str | None = None
) -> tuple[Zone, ...]:
    """One zone a paragraph; two where a title, a dateline or a credit stands in a paragraph with other words.

    `title` and `byline` are what is known from outside the text; both may be missing from it. A sub-heading is
    a headline. A text of one paragraph is body.
    """
    page = Page(text, find_paragraphs(text))
    titled = _mark_title(page, title) if title and title.strip() else 0
    if not page.kinds:
        page.kinds = [None] * len(page.paragraphs)
    _mark_furniture(page, furniture)
    _mark_credits(page, titled, byline)
    _mark_other_reports(page)
    if not titled:
        _mark_headline(page)
    top = _find_top(page)
    _mark_signature(page, top)
    _mark_standfirst(page)
    _mark_subheadings(page)
    return tuple(_make_zones(page))


def _mark_title(page: Page, title: str) -> int:
    """Mark the title where the text begins with it; gives how many paragraphs that took.

    The title may run over several paragraphs, and body may follow it on the same line: then it is cut off.
    """
    page.kinds = [None] * len(page.paragraphs)
    if not page.paragraphs:
        return 0
    end = headings.find_title_end(page.text, page.paragraphs[0].span.start, title)
    if end is not None and headings.ends_there(page.text, end, title):
        if not page.text[end:].strip():
            return 0
        return _cut_title(page, end)
    for index, paragraph in enumerate(page.paragraphs[:TITLE_WITHIN]):
        if index + 1 < len(page.paragraphs) and headings.is_title_line(paragraph.line, title):
            page.kinds[index] = "headline"
            return index + 1
    return 0


def _cut_title(page: Page, end: int) -> int:
    count = next(i for i, paragraph in enumerate(page.paragraphs) if end <= paragraph.span.end) + 1
    parts = split_paragraph(page.text, page.paragraphs[count - 1], end)
    page.paragraphs[count - 1 : count] = parts
    page.kinds = [None] * len(page.paragraphs)
    page.kinds[:count] = ["headline"] * count
    return count


def _mark_furniture(page: Page, patterns: tuple[FurniturePattern, ...]) -> None:
    """Mark what a pattern of the lexicon matches, and what any page has."""
    index = furniture.make_index(patterns)
    for place in page.open_places():
        line = page.paragraphs[place].line
        if furniture.is_listed(line, index) or furniture.is_page_part(line):
            page.kinds[place] = "furniture"


def _mark_other_reports(page: Page) -> None:
    """Mark the titles of other reports in a list below "Related stories", and that heading."""
    in_list = False
    for place, paragraph in enumerate(page.paragraphs):
        kind = page.kinds[place]
        if place > 0 and kind in (None, "furniture") and furniture.is_related_heading(paragraph.line):
            page.kinds[place], in_list = "furniture", True
        elif kind is None:
            in_list = in_list and furniture.is_other_title(paragraph.line)
            page.kinds[place] = "furniture" if in_list else None


def _mark_credits(page: Page, titled: int, byline: str | None) -> None:
    """Mark bylines and captions wherever they stand; a bare name only if it is the known writer's."""
    writer = _name_writer(byline)
    last = max(page.open_places(), default=-1)
    for place in page.open_places():
        line = page.paragraphs[place].line
        if credits.is_byline(line) or (writer and _name_writer(line) == writer):
            page.kinds[place] = "byline"
        elif credits.is_caption(line) or (place != last and titled <= place and _is_agency_caption(page, place)):
            page.kinds[place] = "caption"
    if len(page.paragraphs) == 1:
        page.kinds = [None]


def _name_writer(words: str | None) -> str:
    """A byline as it is compared: without "By", case and punctuation."""
    line = furniture.fold(words or "")
    return line[3:] if line.startswith("by ") else line


def _is_agency_caption(page: Page, place: int) -> bool:
    line = page.paragraphs[place].line
    return credits.ends_with_agency(line) and datelines.find_dateline(page.slice(place)) is None


def _mark_headline(page: Page) -> None:
    """Mark the first open paragraph if it has the form of a headline and other text follows; also below a label."""
    places = page.open_places()
    if len(places) < 2 or not _may_be_headline(page, places[0]):
        return
    page.kinds[places[0]] = "headline"
    below_label = headings.is_kicker(page.paragraphs[places[0]]) and len(places) > 2
    if below_label and page.paragraphs[places[1]].word_count >= 4 and _may_be_headline(page, places[1]):
        page.kinds[places[1]] = "headline"


def _may_be_headline(page: Page, place: int) -> bool:
    if datelines.find_agency_dateline(page.slice(place)) is not None:
        return False
    return headings.has_headline_form(page.paragraphs[place])


def _find_top(page: Page) -> int:
    """The place of the first open paragraph that is a sentence: above it are names, days and labels."""
    return next(
        (i for i in page.open_places() if page.paragraphs[i].is_sentence and page.paragraphs[i].word_count >= 8),
        len(page.paragraphs),
    )


def _mark_signature(page: Page, top: int) -> None:
    """Mark "Jane Doe in Beirut" between the headline and the first sentences."""
    if "headline" not in page.kinds:
        return
    for place in page.open_places():
        if place <= top + 1 and place + 1 < len(page.kinds) and credits.is_signature(page.paragraphs[place].line):
            page.kinds[place] = "byline"


def _mark_standfirst(page: Page) -> None:
    """Mark the open paragraph below the headline if it sums up the report."""
    places = page.open_places()
    if len(places) < 2 or "headline" not in page.kinds[: places[0]]:
        return
    place = places[0]
    if datelines.find_dateline(page.slice(place)) is not None or "byline" in page.kinds[:place]:
        return
    following = next((kind or "body" for kind in page.kinds[place + 1 :] if kind != "furniture"), None)
    if following == "body" and datelines.find_dateline(page.slice(places[1])) is not None:
        following = "dateline"
    text_follows = any(page.paragraphs[later].is_sentence for later in places[1:])
    if headings.is_standfirst(page.paragraphs[place], following, text_follows=text_follows):
        page.kinds[place] = "standfirst"


def _mark_subheadings(page: Page) -> None:
    """Mark short unfinished lines between sentences, unless the text is full of them, as verse and tables are."""
    places = page.open_places()
    around = zip(places, places[1:], places[2:], strict=False)
    found = [
        place
        for before, place, after in around
        if headings.is_subheading(page.paragraphs[before], page.paragraphs[place], page.paragraphs[after])
    ]
    if len(found) * 3 <= len(places):
        for place in found:
            page.kinds[place] = "headline"


def _make_zones(page: Page) -> Iterator[Zone]:
    colon = _find_colon_dateline(page)
    for index, paragraph in enumerate(page.paragraphs):
        kind = page.kinds[index]
        if kind is not None:
            yield Zone(kind, paragraph.span)
        else:
            yield from _divide_body(page.text, paragraph, colon.get(index))


def _divide_body(text: str, paragraph: Paragraph, colon: int | None) -> Iterator[Zone]:
    """The dateline at the start of a body paragraph, the body, and the credits at its end."""
    words = paragraph.span.slice(text)
    start = datelines.find_dateline(words) or colon or 0
    end = credits.find_credit_tail(words) or len(words)
    offset = paragraph.span.start
    cuts: tuple[tuple[ZoneKind, int, int], ...] = (
        ("dateline", 0, start),
        ("body", start, max(start, end)),
        ("byline", max(start, end), len(words)),
    )
    for kind, first, last in cuts:
        span = trim_span(text, Span(offset + first, offset + last)) if first < last else None
        if span is not None:
            yield Zone(kind, span)


def _find_colon_dateline(page: Page) -> dict[int, int]:
    """The dateline "ISLAMABAD:" of the first body paragraph; none in transcripts, where speakers look like it."""
    places = page.open_places()
    found = {place: end for place in places if (end := datelines.find_place_colon(page.slice(place))) is not None}
    first = min(places, default=-1)
    return found if set(found) == {first} else {}
