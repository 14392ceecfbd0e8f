"""Web pages: one report a page. The only place that knows trafilatura, htmldate and lxml.

Invariant: a page with words on it gives a text or a reason. The extractor is asked first; pages that would take it
minutes, and pages of which it makes nothing, are stripped of their markup instead.
"""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date

import htmldate
import trafilatura
from lxml import etree
from lxml import html as lxml_html

from onrecord.errors import ReadError
from onrecord.read.dates import MONTHS, read_date, read_first_date
from onrecord.read.encodings import DecodedText, decode_bytes, find_binary
from onrecord.read.headings import find_title_end, is_title_line
from onrecord.read.languages import FEWEST_WORDS
from onrecord.read.markup import PageHead, hides, read_head, strip_markup
from onrecord.read.metadata import PageFacts, read_facts
from onrecord.read.publication import find_day_of_dateline
from onrecord.read.reports import Note, ReaderSettings, ReadItem, date_document, make_report, skip_document

LARGEST_PAGE = 20_000_000
MOST_TAGS, MOST_LINKS, MOST_BREAKS, MOST_ATTRIBUTES = 100_000, 20_000, 20_000, 1_000
FEW_WORDS = 25
LOOSE_WORDS = 8
PROSE_WORDS = 15
# Fixed, so that the same page gives the same date on any day.
FIRST_DAY, LAST_DAY = "1990-01-01", "2099-12-31"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})[\"']")
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"} | {0: None, 0xFFFE: None, 0xFFFF: None}
_HIDDEN_TAGS = ("script", "style", "noscript", "template")
_HOLDERS = ("div", "td", "article", "section", "main", "body", "center")
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "big",
            "cite",
            "code",
            "del",
            "em",
            "font",
            "i",
            "ins",
            "mark",
            "q",
            "s",
            "small",
        ),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
    }
)


HEAD_CHARACTERS = 50_000
_OWN_PAGE = re.compile(r'<meta name="generator" content="Onrecord ')


def read_html(key: str, raw: bytes, *, reader: ReaderSettings) -> list[ReadItem]:
    """The report of a page, its title as the first line of its text, and notes on what was guessed.

    Raises ReadError where the bytes are no text. A page without text is skipped, with the reason.
    """
    decoded = _decode_page(raw)
    markup = decoded.text.translate(_CONTROLS)
    if _OWN_PAGE.search(markup[:HEAD_CHARACTERS]):
        raise ReadError("a page that onrecord wrote; expected a report")
    head = read_head(markup)
    tree = None if _is_too_much(head) else _parse_page(markup)
    facts = read_facts(head)
    published, wrong = _find_date(facts, tree, markup)
    is_dated = published is not None or wrong is not None
    if not is_dated:
        published = reader.published
    body = _extract_text(tree, markup)
    title = _choose_title(facts.title, head, body)
    text = _put_title(title, body)
    document = make_report(key, text, about=_describe(facts, title, text), published=published, reader=reader)
    if not is_dated and (day := find_day_of_dateline(document)) is not None:
        document = date_document(document, day)
    if document.outcome == "coded" and not any(character.isalnum() for character in body):
        document = skip_document(document, "no text found on the page but its title")
    notes = (decoded.note, f"published: {wrong}" if wrong else None)
    return [document, *(Note(key, note) for note in notes if note)]


def _decode_page(raw: bytes) -> DecodedText:
    if binary := find_binary(raw):
        raise ReadError(f"not a web page: {binary}; expected HTML")
    declared = _XML_ENCODING.search(raw[:1024]) or _CHARSET.search(raw[:8192])
    return decode_bytes(raw, declared[1].decode("ascii") if declared else None)


def _describe(facts: PageFacts, title: str | None, text: str) -> dict[str, str | None]:
    """What is known besides the text. The page's word for its language counts only where the text is short."""
    is_short = len(text.split(maxsplit=FEWEST_WORDS)) <= FEWEST_WORDS
    return {
        "title": title,
        "byline": facts.byline,
        "publisher": facts.publisher,
        "url": facts.url,
        "language": facts.language if is_short else None,
    }


def _is_too_much(head: PageHead) -> bool:
    """Whether the extractor or the parser would need minutes, by what was measured on such pages."""
    return (
        head.tag_count > MOST_TAGS
        or head.link_count > MOST_LINKS
        or head.break_count > MOST_BREAKS
        or head.most_attributes > MOST_ATTRIBUTES
    )


def _parse_page(markup: str) -> lxml_html.HtmlElement | None:
    """The page's tree, ready for the extractor; None where the parser gave up before the end of the page."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if any("LIMIT" in entry.type_name or "DEPTH" in entry.type_name for entry in parser.error_log):
        return None
    for element in list(tree.iter(etree.Element)):
        is_hidden = element.get("hidden") is not None or hides(element.get("style") or "")
        if element.tag in _HIDDEN_TAGS or (is_hidden and element.tag not in ("html", "body")):
            _drop(element)
    _wrap_loose_text(tree)
    return tree


def _drop(element: lxml_html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _wrap_loose_text(tree: lxml_html.HtmlElement) -> None:
    """Make paragraphs of the text that stands beside paragraphs or line breaks: the extractor drops it."""
    for holder in list(tree.iter(*_HOLDERS)):
        children = list(holder)
        has_breaks = any(child.tag in ("p", "br") for child in children)
        if not has_breaks and not (holder.tag == "div" and _stands_beside_paragraphs(holder, children)):
            continue
        runs = [holder.text or "", *(child.tail or "" for child in children)]
        if any(len(run.split()) >= LOOSE_WORDS for run in runs):
            _wrap_runs(holder, children)


def _stands_beside_paragraphs(holder: lxml_html.HtmlElement, children: list[lxml_html.HtmlElement]) -> bool:
    """Whether the element is used like a paragraph: next to one, with nothing but text and inline elements inside."""
    beside = (holder.getprevious(), holder.getnext())
    is_next_to_one = any(element is not None and element.tag == "p" for element in beside)
    return is_next_to_one and all(child.tag in _INLINE for child in children)


def _wrap_runs(holder: lxml_html.HtmlElement, children: list[lxml_html.HtmlElement]) -> None:
    paragraph = etree.Element("p")
    paragraph.text, holder.text = holder.text, None
    for child in children:
        if child.tag in _INLINE:
            paragraph.append(child)
            continue
        tail, child.tail = child.tail, None
        _add_before(child, paragraph)
        paragraph = etree.Element("p")
        paragraph.text = tail
    if "".join(paragraph.itertext()).strip():
        holder.append(paragraph)


def _add_before(child: lxml_html.HtmlElement, paragraph: lxml_html.HtmlElement) -> None:
    if "".join(paragraph.itertext()).strip():
        child.addprevious(paragraph)


def _extract_text(tree: lxml_html.HtmlElement | None, markup: str) -> str:
    """The text of the report, one paragraph a line; of all that is shown, where the extractor finds next to nothing."""
    found = ""
    if tree is not None:
        shown = [" ".join("".join(element.itertext()).split()) for element in tree.iter("p")]
        found = "\n".join(_restore_repeats(list(_tidy_lines(_run_extractor(tree))), shown))
    words = len(found.split())
    if words >= FEW_WORDS:
        return found
    stripped = strip_markup(markup)
    sentences = [line for line in stripped.splitlines() if line.rstrip("\"'”’)").endswith((".", "!", "?"))]
    return stripped if words == 0 or 4 * words < sum(len(line.split()) for line in sentences) else found


def _restore_repeats(lines: list[str], shown: list[str]) -> list[str]:
    """The lines with the short paragraphs that the extractor dropped because they were there before.

    Long ones stay out: they are a second copy of the report on its page.
    """
    wanted = set(lines)
    if len(wanted) < len(lines) or not wanted <= set(shown):
        return lines
    last = max((shown.index(line) for line in lines[-1:]), default=-1)
    while last + 1 < len(shown) and shown[last + 1] in wanted and len(shown[last + 1].split()) <= PROSE_WORDS:
        last += 1
    kept: list[str] = []
    seen: set[str] = set()
    for line in shown[: last + 1]:
        if line in wanted and (line not in seen or len(line.split()) <= PROSE_WORDS):
            kept.append(line)
        seen.add(line)
    return kept if wanted <= set(kept) else lines


def _run_extractor(tree: lxml_html.HtmlElement) -> str:
    """What trafilatura takes for the report; nothing where it fails, which is no reason to lose the page."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        found = trafilatura.extract(tree, fast=True, include_comments=False, output_format="txt")
    except Exception:
        return ""
    return str(found) if found else ""


def _tidy_lines(text: str) -> Iterator[str]:
    """The lines without the marks that the extractor puts around table cells."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        is_row = line.startswith("|") and line.rstrip().endswith("|")
        if not is_row:
            yield line.strip()
        elif any(any(character.isalnum() for character in cell) for cell in cells):
            yield " | ".join(cell for cell in cells if cell)


def _find_date(facts: PageFacts, tree: lxml_html.HtmlElement | None, markup: str) -> tuple[date | None, str | None]:
    """The day of publication, and what is wrong with the one that the page gives, if it can't be read.

    A page that gives none in its metadata is searched, but not its prose, and a day is taken only if it is
    written so that it can be but one.
    """
    published, wrong = read_first_date(facts.dates)
    if published or wrong or tree is None:
        return published, wrong
    searched = deepcopy(tree)
    for element in list(searched.iter("p", "li", "blockquote", "td", "h2", "h3")):
        if len("".join(element.itertext()).split()) > PROSE_WORDS or element.tag in ("h2", "h3"):
            _drop(element)
    try:
        found = htmldate.find_date(
            searched, extensive_search=False, original_date=True, url=facts.url, min_date=FIRST_DAY, max_date=LAST_DAY
        )
        day = read_date(str(found)) if found else None
    except Exception:
        return None, None
    return (day if day and _is_written_out(day, markup) else None), None


def _is_written_out(day: date, markup: str) -> bool:
    """Whether day and month can't have been mixed up: "13/02/2014", "1 February 2014", but not "01/02/2014"."""
    if day.day > 12 or day.day == day.month:
        return True
    month, number, year = MONTHS[day.month - 1], f"0?{day.day}", f"{day.year}"
    forms = (
        rf"{year}(?P<mark>[-/.]?)0?{day.month}(?P=mark){number}(?![0-9])",
        rf"(?<![0-9]){number}(?:st|nd|rd|th)?[\s-]+{month}[a-z]*[.,]*[\s-]+{year}",
        rf"{month}[a-z]*\.?\s+{number}(?:st|nd|rd|th)?,?\s+{year}",
    )
    return any(re.search(form, markup, re.IGNORECASE) for form in forms)


def _choose_title(title: str | None, head: PageHead, body: str) -> str | None:
    """The page's title; in the words of its main heading where the text opens with that."""
    first = body.split("\n", 1)[0]
    for heading in head.headings:
        shown = " ".join(heading.split())
        if shown and shown == first and (title is None or _are_alike(shown, title)):
            return shown
    return title


def _are_alike(one: str, other: str) -> bool:
    """Whether two titles share at least half of the shorter one's words."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return min(len(first), len(second)) <= 2 * len(first & second)


def _put_title(title: str | None, body: str) -> str:
    """The text with its title as the first line, unless it already begins with it."""
    if title is None:
        return body
    if any(is_title_line(line, title) for line in body.split("\n", 3)[:3]) or find_title_end(body, 0, title):
        return body
    return f"{title}\n{body}" if body else title
