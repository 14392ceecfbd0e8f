"""A web page taken apart into tags and text, in one pass and in linear time, whatever is wrong with it.

It serves twice: for what a page says about itself, and for its text where the extractor gives up.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_TAG = 2_000_000
LONGEST_ATTRIBUTES = 65_536
LITTLE_TEXT = 200

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,50})")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *(
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul",
        ),
    }
)
_NEVER_SHOWN = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "noembed", "noframes"),
        *("title", "textarea", "head", "xmp"),
    }
)
_BESIDE_THE_TEXT = frozenset({"nav", "footer", "aside", "menu", "dialog", "button", "select"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Tag:
    """A start or end tag, with its attributes as they stand; `content` is the inside of a script or a title."""

    name: str
    is_end: bool
    attributes: str
    content: str = ""


@dataclass
class PageHead:
    """What a page says about itself, in the order of the page, and how large it is."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    language: str | None = None
    tag_count: int = 0
    link_count: int = 0
    break_count: int = 0
    most_attributes: int = 0


def scan_markup(markup: str) -> Iterator[str | Tag]:
    """The text and the tags of the page in order; comments and declarations are left out. Text is not unescaped."""
    position, length = 0, len(markup)
    seeking: dict[str, bool] = {}
    while position < length:
        start = markup.find("<", position)
        start = length if start < 0 else start
        if position < start:
            yield markup[position:start]
        position = start
        name = _NAME.match(markup, start)
        if markup.startswith("<!--", start):
            end = _find_after(markup, "-->", start + 4, seeking)
            position = end or _find_after(markup, ">", start, seeking) or length
        elif markup.startswith(("<!", "<?"), start):
            position = _find_after(markup, ">", start, seeking) or length
        elif name is not None:
            tag, position = _read_tag(markup, name, seeking)
            yield tag
        elif start < length:
            yield "<"
            position = start + 1


def _read_tag(markup: str, name: re.Match[str], seeking: dict[str, bool]) -> tuple[Tag, int]:
    """The tag whose name this is, and where it ends; with a script or a title goes what is inside."""
    end = _find_tag_end(markup, name.start(), seeking)
    tag = Tag(name[1].lower(), markup[name.start() + 1] == "/", markup[name.end() : end - 1])
    if tag.is_end or tag.name not in _RAW_END:
        return tag, end
    closing = _RAW_END[tag.name].search(markup, end) if seeking.get(tag.name, True) else None
    seeking[tag.name] = closing is not None
    if closing:
        return Tag(tag.name, False, tag.attributes, markup[end : closing.start()]), closing.start()
    # A script that never ends is the rest of the page; of other elements only the tag is lost.
    return (tag, len(markup)) if tag.name in ("script", "style") else (Tag("span", True, ""), end)


def _find_after(markup: str, mark: str, start: int, seeking: dict[str, bool]) -> int | None:
    """The position after the next such mark. Once there is none, it is not sought again: that keeps time linear."""
    found = markup.find(mark, start) if seeking.get(mark, True) else -1
    seeking[mark] = found >= 0
    return found + len(mark) if found >= 0 else None


def _find_tag_end(markup: str, start: int, seeking: dict[str, bool]) -> int:
    """The position after the tag's ">", passing over those between double quotation marks."""
    end = _find_after(markup, ">", start, seeking)
    if end is None:
        return len(markup)
    first, counted, quotes = end, start, 0
    while end - start < LONGEST_TAG:
        quotes += markup.count('"', counted, end)
        if quotes % 2 == 0:
            return end
        counted = end
        closing = _find_after(markup, '"', end, seeking)
        following = markup.find(">", closing) if closing else -1
        if following < 0:
            return first
        end = following + 1
    return first


def read_attributes(attributes: str) -> dict[str, str]:
    """Names in lower case, and unescaped values; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(attributes[:LONGEST_ATTRIBUTES]):
        value = match[2] or ""
        found.setdefault(match[1].lower(), unescape(value.strip("\"'")))
    return found


def unescape(words: str) -> str:
    """The words with their entities resolved, as far as Python can: a number of 5,000 figures stays as it is."""
    try:
        return html.unescape(words)
    except ValueError:
        return words


def read_head(markup: str) -> PageHead:
    """The page's statements about itself: meta elements, title, headings, times, links and linked data."""
    head = PageHead()
    heading: list[str] | None = None
    for token in scan_markup(markup):
        if isinstance(token, str):
            if heading is not None and len(heading) < 50:
                heading.append(token)
            continue
        if not token.is_end:
            _count_tag(head, token)
            _note_tag(head, token)
        if token.name == "h1" and len(head.headings) < 5:
            if token.is_end and heading is not None:
                head.headings.append(unescape(" ".join(heading)))
            heading = None if token.is_end else []
    return head


def _count_tag(head: PageHead, tag: Tag) -> None:
    head.tag_count += 1
    head.link_count += tag.name == "a"
    head.break_count += tag.name == "br"
    if len(tag.attributes) > 2000:
        head.most_attributes = max(head.most_attributes, len(_QUOTED.sub("", tag.attributes).split()))


def _note_tag(head: PageHead, tag: Tag) -> None:
    if tag.name == "meta":
        found = read_attributes(tag.attributes)
        for key in ("name", "property", "itemprop", "http-equiv"):
            if found.get(key):
                head.metas.append((found[key].strip().lower(), found.get("content", "")))
    elif tag.name == "title":
        head.titles.append(unescape(tag.content))
    elif tag.name == "script" and "ld+json" in tag.attributes.lower():
        head.scripts.append(tag.content)
    elif tag.name == "html" and head.language is None:
        head.language = read_attributes(tag.attributes).get("lang") or None
    elif tag.name == "link" and "canonical" in tag.attributes.lower():
        head.links.append(read_attributes(tag.attributes).get("href", ""))
    elif "datepublished" in tag.attributes.lower() or (tag.name == "time" and "pubdate" in tag.attributes.lower()):
        found = read_attributes(tag.attributes)
        head.times.append(found.get("datetime") or found.get("content") or "")


def strip_markup(markup: str) -> str:
    """The text of the page, one block a line, without scripts, hidden parts, menus and lists of links.

    Where that leaves next to nothing, menus and lists of links are taken too. Nothing hidden ever is.
    """
    left_out = _NEVER_SHOWN | _BESIDE_THE_TEXT
    text = "\n".join(line for line, linked in _find_blocks(markup, left_out) if linked <= 0.6 * len(line))
    if len(text) >= LITTLE_TEXT:
        return text
    everything = "\n".join(line for line, _ in _find_blocks(markup, _NEVER_SHOWN))
    return everything if 5 * len(text) < len(everything) else text


def _find_blocks(markup: str, left_out: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The lines of text, and how many of their characters are in links."""
    pieces: list[str] = []
    linked, in_link = 0, False
    for token in _find_shown(markup, left_out):
        if isinstance(token, str):
            pieces.append(token)
            linked += len(token) if in_link else 0
        elif token.name == "a":
            in_link = not token.is_end
        elif token.name in _BLOCKS:
            if line := _join_pieces(pieces):
                yield line, linked
            pieces, linked = [], 0
    if line := _join_pieces(pieces):
        yield line, linked


def _join_pieces(pieces: list[str]) -> str:
    return " ".join(unescape("".join(pieces)).split()) if pieces else ""


def _find_shown(markup: str, left_out: frozenset[str]) -> Iterator[str | Tag]:
    """Text and tags outside the elements that are left out or hidden."""
    inside, depth = "", 0
    for token in scan_markup(markup):
        if isinstance(token, str):
            if not inside:
                yield token
            continue
        if token.name == inside:
            depth += -1 if token.is_end else 1
        if inside and depth > 0 and not _ends_unclosed(inside, token):
            continue
        inside = ""
        if not token.is_end and token.name not in _VOID and (token.name in left_out or is_hidden(token)):
            is_closed = token.attributes.endswith("/") and token.name not in _RAW_END
            inside, depth = ("" if is_closed else token.name), 1
        yield token


def _ends_unclosed(inside: str, tag: Tag) -> bool:
    """Whether the tag ends an element that need not be closed: a paragraph, or a head before its body."""
    if inside == "p":
        return tag.name in _BLOCKS and tag.name != "br"
    return inside == "head" and not tag.is_end and tag.name in ("body", "article", "main", "p", "div", "h1")


def is_hidden(tag: Tag) -> bool:
    """Whether the element says that it is not shown. The page as a whole is always taken to be shown."""
    if tag.name in ("html", "body") or not tag.attributes:
        return False
    lower = tag.attributes[:LONGEST_ATTRIBUTES].lower()
    if "hidden" not in lower and "none" not in lower:
        return False
    found = read_attributes(tag.attributes)
    return "hidden" in found or hides(found.get("style", ""))


def hides(style: str) -> bool:
    """Whether a style attribute keeps its element from being shown."""
    return bool(_HIDING.search(style))
