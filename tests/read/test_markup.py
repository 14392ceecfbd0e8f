"""Pages are taken apart in linear time, whatever is wrong with them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.markup import Tag, read_attributes, read_head, scan_markup, strip_markup, unescape

TEXT = "Rebels seized the town of Alpha on Monday, officials said. " * 5


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<p>A <b>bold</b> word</p>", "A bold word"),
        ("<p>1 < 2 and 3 > 2</p>", "1 < 2 and 3 > 2"),
        ("<p>One<script>var a = '<p>no</p>';</script> two</p>", "One two"),
        ("<style>p {color: red}</style><p>One</p>", "One"),
        ("<p>One</p><!-- <p>no</p> --><p>Two</p>", "One\nTwo"),
        ("<p>One</p><!-- never closed <p>Two</p>", "One\nTwo"),
        ('<a title="a > b">One</a>', "One"),
        ("<p hidden>No</p><p>One</p>", "One"),
        ("<p hidden>No<p>One", "One"),
        ("<p hidden>No<div>One</div>", "One"),
        ('<div style="DISPLAY : none"><div>No</div>No</div><p>One</p>', "One"),
        ('<span style="visibility:hidden">No</span>One', "One"),
        ('<p class="hidden-xs none">One</p>', "One"),
        ('<body style="display:none"><p>One</p></body>', "One"),
        ("<noscript>No</noscript><template><p>No</p></template>One", "One"),
        ("<title>No</title><textarea>No</textarea>One", "One"),
        ("<svg><text>No</text></svg>One", "One"),
        ("<head><meta name=a><body>One", "One"),
        ("<svg/>One", "One"),
        ("<p>One</p><title>never closed", "One\nnever closed"),
        ("<p>One</p><script>never closed", "One"),
        ("One <a", "One"),
        ("<p>&#" + "9" * 20_000 + "; One</p>", "&#" + "9" * 20_000 + "; One"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_shown_text_is_kept_block_by_block(markup: str, expected: str) -> None:
    assert strip_markup(markup) == expected


def test_menus_and_lists_of_links_are_left_out_where_there_is_text() -> None:
    links = "".join(f"<li><a href=x>Other report {number}</a></li>" for number in range(5))
    assert strip_markup(f"<nav>News</nav><ul>{links}</ul><p>{TEXT}</p><footer>Us</footer>") == TEXT.strip()
    assert "Other report 1" in strip_markup(f"<ul>{links}</ul>")
    assert strip_markup(f"<nav><p>{TEXT}</p>") == TEXT.strip()


def test_attributes_are_read_with_and_without_quotation_marks() -> None:
    assert read_attributes(" NAME='a b' content=\"1 &gt; 0\" x=y hidden name=z") == {
        "name": "a b",
        "content": "1 > 0",
        "x": "y",
        "hidden": "",
    }


def test_the_head_says_what_it_has() -> None:
    head = read_head(
        '<html lang=en><title>One &amp; two</title><meta property="og:title" content=Three><link rel=canonical href=u>'
        '<script type="application/ld+json">{}</script><h1>Four <b>five</b></h1>'
        "<time itemprop=datePublished datetime=2014-08-20>x</time><a><br>"
    )
    assert head.titles == ["One & two"]
    assert head.metas == [("og:title", "Three")]
    assert head.links == ["u"]
    assert head.scripts == ["{}"]
    assert [" ".join(heading.split()) for heading in head.headings] == ["Four five"]
    assert head.times == ["2014-08-20"]
    assert (head.language, head.link_count, head.break_count) == ("en", 1, 1)


def test_attributes_of_one_tag_are_counted_where_there_are_very_many() -> None:
    assert read_head("<p " + " ".join(f"a{number}=1" for number in range(3000)) + ">").most_attributes == 3000
    assert read_head(f'<img src="data:{"a " * 3000}">').most_attributes < 10


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        '<a "',
        "<a '",
        "<!--",
        "<!",
        "<title>",
        "<title>x",
        "<script",
        "<p hidden>",
        "</",
        "<p>",
        '"',
        "&",
        "<a b='",
    ],
)
def test_a_repeated_piece_takes_linear_time(piece: str) -> None:
    markup = piece * 100_000 + TEXT
    started = time.monotonic()
    strip_markup(markup)
    read_head(markup)
    assert time.monotonic() - started < 5


@given(st.lists(st.sampled_from(["<p", ">", "<!--", "-->", '"', "'", "a", " ", "</p>", "<script>", "<x hidden>", "="])))
def test_any_markup_is_scanned_to_its_end(pieces: list[str]) -> None:
    markup = "".join(pieces)
    for token in scan_markup(markup):
        assert isinstance(token, str | Tag)
    strip_markup(markup)
    read_head(markup)


def test_entities_are_resolved() -> None:
    assert unescape("&quot;a&quot; &amp;") == '"a" &'
