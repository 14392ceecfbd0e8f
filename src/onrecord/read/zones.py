"""The zones of a report: what each paragraph is on its page.

Invariant: zones are in the order of the text, do not overlap, and cover all of it but white space. What is in
doubt is body: a sentence that is lost costs more than a label that is coded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
    kinds: list[ZoneKind | None]

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
    paragraphs = find_paragraphs(text)
    page = Page(text, paragraphs, [None] * len(paragraphs))
    titled = _mark_title(page, title) if title and title.strip() else 0
    _cut_credits(page)
    if len(page.paragraphs) > 1:
        _mark_bylines(page, byline)
        _mark_furniture(page, furniture)
        _mark_captions(page, titled)
        _mark_other_reports(page)
        if not titled:
            _mark_headline(page)
        _mark_signature(page)
        _mark_standfirst(page)
        _mark_subheadings(page)
    return tuple(_make_zones(page))


def _mark_title(page: Page, title: str) -> int:
    """Mark the title where the text begins with it; gives how many paragraphs that took.

    The title may run over several paragraphs, and body may follow it on the same line: then it is cut off.
    """
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


def _cut_credits(page: Page) -> None:
    """Make the credits at the end of a paragraph one of their own: "He left. (Reporting by Jane Doe)"."""
    for place in reversed(page.open_places()):
        position = credits.find_credit_tail(page.slice(place))
        if position is not None:
            paragraph = page.paragraphs[place]
            parts = split_paragraph(page.text, paragraph, paragraph.span.start + position)
            page.paragraphs[place : place + 1] = parts
            page.kinds[place : place + 1] = [None] * len(parts)


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


def _mark_bylines(page: Page, byline: str | None) -> None:
    """Mark bylines wherever they stand; a bare name only if it is the known writer's."""
    writer = _name_writer(byline)
    for place in page.open_places():
        line = page.paragraphs[place].line
        if credits.is_byline(line) or (writer and _name_writer(line[:300]) == writer):
            page.kinds[place] = "byline"


def _mark_captions(page: Page, titled: int) -> None:
    """Mark the words of pictures; a line that ends in "(AFP)" is one only above the last paragraph."""
    last = max(page.open_places(), default=-1)
    for place in page.open_places():
        is_above = titled <= place < last
        if credits.is_caption(page.paragraphs[place].line) or (is_above and _is_agency_caption(page, place)):
            page.kinds[place] = "caption"


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
    if datelines.find_agency_dateline(page.slice(place)) is not None or credits.is_signature(
        page.paragraphs[place].line
    ):
        return False
    return headings.has_headline_form(page.paragraphs[place])


def _mark_signature(page: Page) -> None:
    """Mark "Jane Doe in Beirut" between the headline and the second sentence."""
    if "headline" not in page.kinds:
        return
    sentences = 0
    for place in page.open_places():
        paragraph = page.paragraphs[place]
        if paragraph.is_sentence and paragraph.word_count >= 8:
            sentences += 1
        elif credits.is_signature(paragraph.line) and place + 1 < len(page.kinds):
            page.kinds[place] = "byline"
        if sentences > 1:
            return


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
    """The dateline at the start of a body paragraph, and the body."""
    end = datelines.find_dateline(paragraph.span.slice(text)) or colon or 0
    dateline = trim_span(text, Span(paragraph.span.start, paragraph.span.start + end)) if end else None
    body = trim_span(text, Span(paragraph.span.start + end, paragraph.span.end))
    if dateline is not None:
        yield Zone("dateline", dateline)
    if body is not None:
        yield Zone("body", body)


def _find_colon_dateline(page: Page) -> dict[int, int]:
    """The dateline "ISLAMABAD:" of the first body paragraph; none in transcripts, where speakers look like it."""
    places = page.open_places()
    found = {place: end for place in places if (end := datelines.find_place_colon(page.slice(place))) is not None}
    first = min(places, default=-1)
    return found if set(found) == {first} else {}
