"""A page with words on it gives a document or a reason, never silent nothing."""

import logging
import time
from datetime import date

import pytest

from onrecord.errors import ReadError
from onrecord.model.documents import Document
from onrecord.read.html import read_html
from onrecord.read.reports import Note, ReaderSettings

SENTENCES = [
    f"Rebels attacked town number {number} on Monday and killed {number} soldiers near the river, officials said."
    for number in range(3, 9)
]
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
READER = ReaderSettings()


def page(body: str, head: str = "<title>Rebels attack towns</title>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def read(markup: str | bytes, reader: ReaderSettings = READER) -> tuple[Document, list[str]]:
    raw = markup if isinstance(markup, bytes) else markup.encode("utf-8")
    document, *notes = read_html("page.html", raw, reader=reader)
    assert isinstance(document, Document)
    return document, [note.message for note in notes if isinstance(note, Note)]


def has_all(document: Document) -> bool:
    return all(sentence in document.text for sentence in SENTENCES)


def test_the_title_is_the_first_line_and_the_headline() -> None:
    document, notes = read(page(BODY))
    assert document.text == "\n".join(["Rebels attack towns", *SENTENCES])
    assert document.title == "Rebels attack towns"
    assert [zone.kind for zone in document.zones] == ["headline"] + ["body"] * len(SENTENCES)
    assert (document.outcome, document.language, notes) == ("coded", "en", [])


def test_a_heading_that_opens_the_text_is_not_put_there_twice() -> None:
    document, _ = read(page(f"<article><h1>Rebels attack six towns</h1>{BODY}</article>"))
    assert document.title == "Rebels attack six towns"
    assert document.text.split("\n")[1] == SENTENCES[0]


@pytest.mark.parametrize(
    "markup",
    [
        page("<div>" * 1000 + BODY + "</div>" * 1000),
        page("<div>" * 100_000 + BODY),
        page("<b>" * 20_000 + BODY),
        page("<ul><li>" * 5000 + BODY),
        page("<svg><g>" * 3000 + "</g></svg>" * 3000 + BODY),
        page("<p " + " ".join(f"a{number}=1" for number in range(100_000)) + f">x</p>{BODY}"),
        page(BODY + "<a href=x>link</a> " * 50_000),
        page(BODY + "word<br>" * 50_000),
        page("<!-- c -->" * 100_000 + BODY),
        page("<" * 100_000 + BODY),
        page("<a " * 100_000 + "> " + BODY),
        page(f"{BODY}<!-- never closed "),
        page(f"<!-- never closed {BODY}"),
        page(f"{BODY}<script>never closed"),
        page(f"<p>&#{'9' * 20_000}; &bogus; &#xD800;</p>{BODY}"),
        page(f"<table><tr><td colspan=9007199254740991>x</td></tr></table>{BODY}"),
        page(BODY.replace("soldiers", "sol\0diers")),
        page(BODY, '<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>'
        + page(BODY + "&b;"),
        BODY,
        f"<div>{'<br><br>'.join(SENTENCES)}</div>",
        f"<div><p>Short.</p>{'<br><br>'.join(SENTENCES)}</div>",
        f"<div>{SENTENCES[0]}<p>{'</p><p>'.join(SENTENCES[1:4])}</p>{SENTENCES[4]}<div>{SENTENCES[5]}</div></div>",
        "<form><table><tr><td>" + "</td></tr><tr><td>".join(SENTENCES) + "</td></tr></table></form>",
    ],
    ids=lambda markup: markup[:40] + str(len(markup)),
)
def test_malformed_and_monstrous_pages_keep_their_report(markup: str) -> None:
    started = time.monotonic()
    document, _ = read(markup)
    assert has_all(document)
    assert time.monotonic() - started < 15


def test_one_enormous_paragraph_is_kept_and_skipped_with_the_reason() -> None:
    document, _ = read(page("<p>" + "the army left the town and " * 400_000 + "</p>"))
    assert document.outcome == "skipped"
    assert document.reason is not None
    assert document.reason.startswith("too long: ")


def test_a_short_paragraph_may_be_repeated() -> None:
    document, _ = read(page("".join(f"<p>{sentence}</p><p>He did not comment.</p>" for sentence in SENTENCES)))
    assert document.text.count("He did not comment.") == len(SENTENCES)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var secret;</script>",
        "<noscript><p>secret</p></noscript>",
        "<p hidden>secret</p>",
        '<div style="display: none"><p>secret</p></div>',
        '<p style="visibility:hidden">secret</p>',
        "<template><p>secret</p></template>",
        "<style>.secret {}</style>",
        "<!-- secret -->",
    ],
)
def test_hidden_text_is_never_in_the_text(hidden: str) -> None:
    for markup in (page(hidden + BODY + hidden), page("<div>" * 3000 + hidden + BODY)):
        document, _ = read(markup)
        assert "secret" not in document.text
        assert has_all(document)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty: no text"),
        ("\ufeff", "empty: no text"),
        (" \n\t ", "empty: no text"),
        ("<html><body></body></html>", "empty: no text"),
        (page(""), "no text found on the page but its title"),
        (
            "<html><title>Rebels flee</title><frameset><frame src=x></frameset></html>",
            "no text found on the page but its title",
        ),
        (page("<script>only</script><p hidden>secret</p>"), "no text found on the page but its title"),
    ],
)
def test_a_page_without_text_is_skipped_with_the_reason(markup: str, reason: str) -> None:
    document, _ = read(markup)
    assert (document.outcome, document.reason) == ("skipped", reason)


@pytest.mark.parametrize("raw", [b"%PDF-1.4 x", b"\x1f\x8b\x08x", bytes(range(256)) * 20])
def test_bytes_that_are_no_page_are_an_error(raw: bytes) -> None:
    with pytest.raises(ReadError, match="not a web page"):
        read(raw)


CAFE = "<p>The café was “closed” on Monday, the mayor said, and the army left the town.</p>"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "<meta charset=latin-1>"),
        ("utf-8", "<meta charset=iso-8859-1>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("cp1252", "<meta charset='iso-8859-1'>"),
        ("cp1252", "<meta charset=utf-8>"),
        ("cp1252", ""),
        ("utf-16", "<meta charset=utf-8>"),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("cp1250", "<meta charset=windows-1250>"),
    ],
)
def test_the_encoding_is_found(encoding: str, head: str) -> None:
    assert "The café was “closed”" in read(page(CAFE + BODY, head).encode(encoding))[0].text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (page(BODY, '<meta property="article:published_time" content="2014-08-20T10:00:00Z">'), date(2014, 8, 20)),
        (page(f"<span class=date>20 August 2014</span>{BODY}"), date(2014, 8, 20)),
        (page(f"<time datetime='2014-08-20'>x</time>{BODY}"), date(2014, 8, 20)),
        (page(f"<span class=date>01/02/2014</span>{BODY}"), None),
        (
            page(
                f"<p>The war began on 2013-04-15, when the army came to the town and took it from the rebels.</p>{BODY}"
            ),
            None,
        ),
        (page(BODY), None),
    ],
)
def test_a_day_is_taken_where_it_can_be_only_one_and_not_from_the_prose(markup: str, expected: date | None) -> None:
    assert read(markup)[0].published == expected


def test_a_day_that_cannot_be_read_is_noted_and_not_replaced() -> None:
    document, notes = read(
        page(BODY, '<meta name=date content="01/02/2014">'), ReaderSettings(published=date(2014, 8, 20))
    )
    assert document.published is None
    assert notes[0].startswith('published: date "01/02/2014": expected')


def test_a_missing_day_is_supplied() -> None:
    reader = ReaderSettings(published=date(2014, 8, 20))
    assert read(page(BODY), reader)[0].published == date(2014, 8, 20)
    own = page(BODY, '<meta name=date content="2013-01-02">')
    assert read(own, reader)[0].published == date(2013, 1, 2)


def test_another_language_is_skipped() -> None:
    spanish = (
        "<p>El gobierno dijo que los rebeldes tomaron la ciudad y que el ejército se retiró con sus tropas.</p>" * 5
    )
    document, _ = read(page(spanish))
    assert (document.outcome, document.language) == ("skipped", "es")


def test_the_words_for_other_languages_on_an_english_page_do_no_harm() -> None:
    document, _ = read(f"<html lang=fr>{page(BODY)}")
    assert (document.outcome, document.language) == ("coded", "en")


def test_markup_in_titles_and_entities_is_text() -> None:
    document, _ = read(page(f"<h1><img src=x onerror=alert(1)>Rebels flee</h1><p>&lt;b&gt; he wrote.</p>{BODY}", ""))
    assert document.title == "Rebels flee"
    assert "<b> he wrote." in document.text


def test_nothing_is_printed(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.CRITICAL):
        read(page(""))
    assert capsys.readouterr() == ("", "")


def test_the_same_page_gives_the_same_document() -> None:
    assert read(page(BODY)) == read(page(BODY))


def test_a_page_that_onrecord_wrote_is_no_report() -> None:
    """Its examples of rules would be coded as news."""
    page = (
        b'<html><head><meta name="generator" content="Onrecord 0.1.0"></head><body><p>Police arrested him.</p></body>'
    )
    with pytest.raises(ReadError, match="a page that onrecord wrote"):
        read(page)
