"""The page: safe, whole, and readable by everybody."""

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from tests.factories import REPORT, build_report

from onrecord.codebook.load import Codebook, load_codebook
from onrecord.model.coded import CodedDocument
from onrecord.page.pages import render_page

EVIL = '</span></p><script>alert(1)</script><img src=x onerror=alert(2)>"\'><a href="javascript:alert(3)">'


@cache
def get_codebook() -> Codebook:
    return load_codebook()


def render(*docs: CodedDocument) -> str:
    return render_page(docs, get_codebook())


class Reader(HTMLParser):
    """Collects the tags, attributes and ids of a page, and checks that every tag is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def test_nothing_of_a_report_becomes_markup() -> None:
    doc = build_report(text=REPORT + " " + EVIL)
    document = replace(doc.document, title=EVIL, key=EVIL, publisher=EVIL, byline=EVIL, url="javascript:alert(4)")
    actors = tuple(replace(actor, name=EVIL, role=EVIL) for actor in doc.actors)
    page = render(replace(doc, document=document, actors=actors))
    found = Reader(page)
    assert not {"script", "img", "iframe", "link", "object"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(address.startswith("#") for address in found.values("href"))
    assert "&lt;script&gt;" in page


def test_the_page_forbids_everything_but_its_own_style() -> None:
    page = render(build_report())
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.search(r"https?:|@import|url\(", page)


def test_links_lead_to_places_on_the_page_and_ids_are_there_once() -> None:
    found = Reader(render(build_report("a"), build_report("b")))
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {address.removeprefix("#") for address in found.values("href")} <= set(ids)


def test_one_report_has_no_table_of_contents_and_two_have() -> None:
    assert "nav" not in Reader(render(build_report())).tags
    assert "nav" in Reader(render(build_report("a"), build_report("b"))).tags


def test_the_text_stands_on_the_page_with_its_marks_and_records() -> None:
    page = render(build_report())
    words = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", page)
    assert REPORT in words
    assert 'class="event' in page
    for said in ("ASSAULT artillery ground", "negated, happened", "find.events/test", "Aleppo, SYR (city)"):
        assert said in words


def test_the_page_has_landmarks_a_language_and_direction() -> None:
    found = Reader(render(build_report()))
    assert {"main", "header", "footer", "article", "bdi"} <= set(found.tags)
    assert "auto" in found.values("dir")
    assert "en" in found.values("lang")


def test_the_same_reports_give_the_same_bytes() -> None:
    assert render(build_report()) == render(build_report())


def _read_colours() -> list[dict[str, str]]:
    css = (files("onrecord.page") / "templates" / "page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in blocks]


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", _read_colours(), ids=["light", "dark"])
def test_words_can_be_told_from_their_ground(colours: dict[str, str]) -> None:
    """WCAG 2.2 AA: 4.5 to 1 for every colour of words on every ground that they can stand on."""
    for ground in ("ground", "sheet", "said", "event"):
        for ink in ("ink", "cue", "link", *(["quiet", "negated"] if ground in ("ground", "sheet") else [])):
            one, other = sorted((_luminance(colours[ground]), _luminance(colours[ink])))
            assert (other + 0.05) / (one + 0.05) >= 4.5, (ground, ink)
