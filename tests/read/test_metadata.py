"""What a page says about itself is taken where it makes sense, and never breaks the reader."""

import json

import pytest

from onrecord.read.markup import read_head
from onrecord.read.metadata import PageFacts, clean, read_facts

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Rebels seize &quot;Alpha&quot;",
    "author": [{"name": "Jane Doe"}, {"name": "John Roe"}],
    "publisher": {"name": "Example News"},
    "datePublished": "2014-08-20T10:00:00Z",
    "url": "https://example.org/a",
    "inLanguage": "en",
}


def facts_of(markup: str = "", linked: object = None) -> PageFacts:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    return read_facts(read_head(script + markup))


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: [{"@type": "WebPage"}, a], lambda a: {"@graph": [a]}])
def test_linked_data_comes_first(wrap: "type[list[object]]") -> None:
    found = facts_of('<title>Other</title><meta name="author" content="Ann Poe">', wrap(ARTICLE))  # type: ignore[arg-type]
    assert found == PageFacts(
        title='Rebels seize "Alpha"',
        dates=("2014-08-20T10:00:00Z",),
        byline="Jane Doe, John Roe",
        publisher="Example News",
        url="https://example.org/a",
        language="en",
    )


def test_meta_elements_fill_in() -> None:
    found = facts_of(
        '<html lang="en-GB"><meta property="og:title" content="Rebels seize Alpha - Example News">'
        '<meta property="og:site_name" content="Example News"><meta name=author content="By Jane Doe">'
        '<meta property="article:published_time" content="2014-08-20"><meta property="og:url" content="https://e.org/b">'
    )
    assert found == PageFacts(
        "Rebels seize Alpha", ("2014-08-20",), "Jane Doe", "Example News", "https://e.org/b", "en-GB"
    )


@pytest.mark.parametrize("wrong", [None, 7, [1], {"a": 1}, True, [], {}, [{"name": []}], "", "x" * 100_000])
@pytest.mark.parametrize("name", [name for name in ARTICLE if name != "@type"])
def test_wrong_types_are_passed_over(name: str, wrong: object) -> None:
    found = facts_of("", {**ARTICLE, name: wrong})
    assert found.title is None or len(found.title) < 200
    assert found.byline is None or len(found.byline) < 200


@pytest.mark.parametrize(
    "script", ["[" * 100_000, "{", "", "null", "3", '"a"', '{"@type": NaN}', "<!-- x -->", "{'a': 1}"]
)
def test_scripts_that_are_no_linked_data_are_passed_over(script: str) -> None:
    found = facts_of(f'<script type="application/ld+json">{script}</script><title>Rebels flee</title>')
    assert found.title == "Rebels flee"


def test_half_a_surrogate_pair_is_dropped() -> None:
    found = facts_of('<script type="application/ld+json">{"@type":"Article","headline":"\\ud800Rebels flee"}</script>')
    assert found.title == "Rebels flee"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/a", "data:text/html,x", "", "https://" + "x" * 5000])
def test_only_web_addresses_are_urls(address: str) -> None:
    assert facts_of(f'<link rel="canonical" href="{address}">').url is None


def test_addresses_are_no_writers() -> None:
    assert facts_of('<meta property="article:author" content="https://example.org/jane">').byline is None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<title>Rebels flee | Example News</title><h1>Rebels flee</h1>", "Rebels flee"),
        ("<title>Rebels flee - army stays</title>", "Rebels flee - army stays"),
        ("<title>" + "x" * 1_000_000 + "</title><h1>Rebels flee</h1>", "Rebels flee"),
        ("<h1></h1>", None),
    ],
)
def test_a_title_loses_the_name_of_its_site_only_where_that_is_known(markup: str, expected: str | None) -> None:
    assert facts_of(markup).title == expected


def test_days_of_change_are_no_days_of_publication() -> None:
    assert facts_of("", {"@type": "Article", "dateModified": "2014-08-21"}).dates == ()


def test_cleaning_gives_one_line() -> None:
    assert clean(" a\n &amp;  b ", 10) == "a & b"
    assert clean("too long a text", 3) is None
    assert clean(3, 10) is None
