"""Page parts that are not the report, and the sentences that must never be taken for them."""

from typing import Literal

import pytest

from onrecord.codebook.schema import FurniturePattern
from onrecord.read.furniture import fold, is_listed, is_other_title, is_page_part, is_related_heading, make_index

Match = Literal["whole", "start", "contains"]


def listed(line: str, pattern: str, match: Match) -> bool:
    return is_listed(line, make_index((FurniturePattern(pattern, match, "test"),)))


@pytest.mark.parametrize(
    ("line", "pattern", "match", "expected"),
    [
        ("Advertisement", "advertisement", "whole", True),
        ("— ADVERTISEMENT —", "advertisement", "whole", True),
        ("Don’t miss", "don't miss", "whole", True),
        ("Advertisement sales fell on Monday.", "advertisement", "whole", False),
        ("Sign up for our newsletter!", "sign up for our", "start", True),
        ("“Sign up for our newsletter”", "sign up for our", "start", True),
        ("Thousands sign up for our army", "sign up for our", "start", False),
        ("Click heretical books", "click here", "start", False),
        ("(c) Copyright Example", "(c) copyright", "start", True),
        ("To read more click here now.", "click here", "contains", True),
        ("The click heresy ended.", "click here", "contains", False),
        ("He began editing by hand.", "; editing by", "contains", False),
        ("word " * 45 + "click here", "click here", "contains", False),
        ("word " * 45 + "click here, then click here", "click here", "contains", False),
        ("word " * 70, "word", "start", False),
        ("…", "…", "whole", False),
    ],
)
def test_patterns_match_words_and_not_parts_of_them(line: str, pattern: str, match: Match, expected: bool) -> None:
    assert listed(line, pattern, match) is expected


def test_no_patterns_match_nothing() -> None:
    assert not is_listed("Advertisement", make_index(()))


def test_folding_takes_case_spaces_and_punctuation_at_the_ends_away() -> None:
    assert fold("  «Don’t   MISS: this!» ") == "don't miss: this"
    assert fold("***") == ""


@pytest.mark.parametrize(
    "line",
    [
        "* * *",
        "—",
        "12",
        "https://example.org/a?b=c",
        "jane@example.org",
        "@janedoe",
        "#alpha #beta",
        "Facebook Twitter Email",
        "Share this article",
        "12 Shares",
        "Share on Facebook Tweet 0 comments",
        "Print",
        "20 August 2014",
        "Published: 20 August 2014, 10:15 GMT",
        "Last updated at 10:15 on 20 August 2014",
        "Updated 3 hours ago",
        "© 2014 Example News. All rights reserved.",
        "Copyright 2014 Example News",
        "Read more: Rebels flee to Beta",
        "RELATED: Army to return",
        "Also read | Army to return",
        "Watch: Rebels flee",
        "Home | World | Sport",
        "News · Opinion · Long reads · Culture",
    ],
)
def test_page_parts(line: str) -> None:
    assert is_page_part(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more than one page of it.",
        "Twitter said on Monday that it would appeal.",
        "Share prices fell.",
        "Print workers left.",
        "On Monday 20 people were killed.",
        "In 2014 the army left.",
        "Copyright law was changed.",
        "Related attacks killed ten people.",
        "Watch: the army said it would leave the town on Monday, and it did not.",
        "Alpha: 20 killed",
        "More on this",
        "Yes | No",
        "The army | said on Monday that it | had left",
        "?!",
        "May",
        "He wrote to jane@example.org on Monday.",
    ],
)
def test_sentences_are_no_page_parts(line: str) -> None:
    assert not is_page_part(line)


def test_a_list_of_other_reports_has_a_heading_and_titles() -> None:
    assert is_related_heading("Related stories:")
    assert not is_related_heading("Related attacks")
    assert is_other_title("Army to return to Alpha")
    assert is_other_title("Will the army return?")
    assert not is_other_title("The army returned on Monday.")
    assert not is_other_title("It left. Then it returned")
    assert not is_other_title("The army said:")


def test_two_patterns_mark_a_long_note() -> None:
    """A note on republication is longer than other furniture, and full of its phrases."""
    patterns = tuple(
        FurniturePattern(words, "contains", "onrecord") for words in ("fill in this form", "licence terms")
    )
    index = make_index(patterns)
    note = "We report from everywhere. " * 12 + "Ask for our licence terms, or fill in this form."
    assert is_listed(note, index)
    assert not is_listed(note.replace("licence terms", "price"), index)
