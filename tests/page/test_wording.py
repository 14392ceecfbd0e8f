"""The words for what a record says."""

from dataclasses import replace

import pytest
from tests.factories import build_report

from onrecord.model.events import Count
from onrecord.model.places import make_place
from onrecord.model.times import make_time
from onrecord.page import wording
from onrecord.page.reasons import sort_by_likeness


def test_an_event_is_told_with_who_vouches_for_it() -> None:
    doc = build_report()
    [event] = doc.events
    assert wording.describe_side(doc, event.actors) == "rebels (SYR REB)"
    assert wording.describe_side(doc, event.recipients) == "(nobody named)"
    assert [wording.describe_view(doc, view) for view in event.views] == [
        "affirmed, happened: Police (SYR COP) says it",
        "negated, happened: rebels (SYR REB) denies it",
    ]


def test_the_report_is_a_holder_too_and_a_reported_speaker_is_told_with_who_reports() -> None:
    doc = build_report()
    said, denied = doc.statements
    nested = replace(doc, statements=(said, replace(denied, inside=said.id)))
    assert wording.describe_holder(doc, "report") == "the report itself says it"
    assert wording.describe_holder(nested, denied.id) == "rebels (SYR REB) denies it, as Police (SYR COP) tells it"


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    doc = build_report()
    nobody = replace(doc.statements[0], speaker=None, speaker_span=None)
    assert wording.describe_time(None) == wording.describe_place(None) == "not known"
    assert wording.describe_place(make_place("d", "Sake", point=None)) == "Sake (not located)"
    assert wording.describe_speaker(doc, nobody) == "(nobody named)"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-03-06", "2024-03-06", "day", "2024-03-06"),
        ("2024-03-01", "2024-03-31", "month", "2024-03-01 to 2024-03-31 (month)"),
    ],
)
def test_a_time_is_its_days(start: str, end: str, precision: str, words: str) -> None:
    assert wording.describe_time(make_time("d", start, end, precision)) == words


@pytest.mark.parametrize(("low", "high", "words"), [(9, None, "9 or more"), (9, 9, "9"), (9, 12, "9 to 12")])
def test_a_count_has_its_bounds_and_holder(low: float, high: float | None, words: str) -> None:
    doc = build_report()
    count = Count("killed", low, high, doc.events[0].trigger, "report")
    assert wording.describe_count(doc, count) == f"{words} killed (the report itself says it)"


def test_what_steers_a_terminal_is_made_visible() -> None:
    assert wording.show_words("a\x1b[31m b\u202e\n\tc\ud800") == "a\ufffd[31m b\ufffd c\ufffd"


def test_the_trigger_that_is_most_like_the_words_comes_first() -> None:
    triggers = ("attack", "accuse of bombing", "accuse of shelling")
    assert sort_by_likeness(triggers, "accused Tajikistan of shelling")[0] == "accuse of shelling"
    assert sort_by_likeness(triggers, "") == list(triggers)
