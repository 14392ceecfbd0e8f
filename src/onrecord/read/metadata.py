"""What a web page says about itself: linked data first, then meta elements. Wrong types are passed over."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.read.markup import PageHead, unescape

LONGEST_TITLE = 1000
LONGEST_NAME = 200
LONGEST_SCRIPT = 2_000_000

_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
_AUTHOR_METAS = (
    "author",
    "parsely-author",
    "byl",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
)
_SITE_METAS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ")


@dataclass(frozen=True)
class PageFacts:
    """What is known of a report from its page. `dates` are as they stand, best first."""

    title: str | None
    dates: tuple[str, ...]
    byline: str | None
    publisher: str | None
    url: str | None
    language: str | None


def read_facts(head: PageHead) -> PageFacts:
    """The facts, each from the first place that gives it in a form that makes sense."""
    linked = _find_article(head.scripts)
    publisher = clean(_first_name(linked.get("publisher")), LONGEST_NAME) or _first_meta(head, _SITE_METAS)
    urls = (*head.links, *_metas(head, ("og:url",)), linked.get("url"), _name_page(linked.get("mainEntityOfPage")))
    return PageFacts(
        title=_find_title(head, linked, publisher),
        dates=tuple(_find_dates(head, linked)),
        byline=", ".join(_find_authors(head, linked)) or None,
        publisher=publisher,
        url=next((url.strip() for url in urls if isinstance(url, str) and _is_address(url)), None),
        language=clean(head.language, 20) or clean(linked.get("inLanguage"), 20),
    )


def clean(words: object, longest: int) -> str | None:
    """Text with entities resolved and single spaces; None for anything else, for nothing, and for far too much."""
    if not isinstance(words, str) or 4 * longest < len(words):
        return None
    line = " ".join(unescape(words).split()).encode("utf-8", "ignore").decode("utf-8")
    return line if 0 < len(line) <= longest else None


def _find_article(scripts: Sequence[str]) -> dict[str, object]:
    """The first object of linked data that is an article; an empty one where there is none."""
    for script in scripts:
        for found in _find_objects(script):
            kinds = found.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting", "Report")) for name in names):
                return found
    return {}


def _find_objects(script: str) -> Iterator[dict[str, object]]:
    """All objects of a script, outermost first. A script that is no JSON gives none."""
    try:
        found: object = json.loads(script.strip()[:LONGEST_SCRIPT], strict=False)
    except (ValueError, RecursionError):
        return
    waiting = deque([found])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, dict):
            yield item
            waiting.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            waiting.extend(value for value in item[:1000] if isinstance(value, dict | list))


def _find_title(head: PageHead, linked: dict[str, object], publisher: str | None) -> str | None:
    shown = [title for heading in head.headings if (title := clean(heading, LONGEST_TITLE))]
    named = [linked.get("headline"), *_metas(head, _TITLE_METAS), linked.get("name"), *shown, *head.titles]
    titles = [_drop_site(title, publisher, shown) for words in named if (title := clean(words, LONGEST_TITLE))]
    return titles[0] if titles else None


def _drop_site(title: str, publisher: str | None, shown: list[str]) -> str:
    """The title without the name of its site: "Rebels flee - Example News" where the site or the heading shows it."""
    for separator in _SEPARATORS:
        before, found, after = title.rpartition(separator)
        if found and (before in shown or (publisher and after.strip().lower() == publisher.lower())):
            return before.strip()
    return title


def _find_dates(head: PageHead, linked: dict[str, object]) -> Iterator[str]:
    """Dates of publication, then of creation. Dates of change are none."""
    for words in (linked.get("datePublished"), *_metas(head, _DATE_METAS), *head.times, linked.get("dateCreated")):
        if isinstance(words, str) and words.strip():
            yield words


def _find_authors(head: PageHead, linked: dict[str, object]) -> list[str]:
    """The names of the writers, each once; addresses are no names."""
    found = list(_find_names(linked.get("author")))
    for words in [] if found else _metas(head, _AUTHOR_METAS):
        name = clean(words, LONGEST_NAME)
        if name and not _is_address(name):
            found.append(name[3:] if name.lower().startswith("by ") else name)
            break
    return list(dict.fromkeys(found))


def _find_names(value: object) -> Iterator[str]:
    """Names in linked data: text, an object with a name, or a list of these."""
    for item in value[:20] if isinstance(value, list) else [value]:
        name = clean(item.get("name") if isinstance(item, dict) else item, LONGEST_NAME)
        if name and not _is_address(name):
            yield name


def _first_name(value: object) -> str | None:
    return next(_find_names(value), None)


def _name_page(value: object) -> object:
    return value.get("@id") if isinstance(value, dict) else value


def _metas(head: PageHead, names: Sequence[str]) -> Iterator[str]:
    """The contents of the meta elements of these names, in the order of the names."""
    for name in names:
        yield from (content for found, content in head.metas if found == name and content.strip())


def _first_meta(head: PageHead, names: Sequence[str]) -> str | None:
    return next((line for words in _metas(head, names) if (line := clean(words, LONGEST_NAME))), None)


def _is_address(words: str) -> bool:
    return words.strip().lower().startswith(("http://", "https://")) and len(words) <= 2000
