"""The resolver of times, on the cases of tests/cases/times.toml, and its calendar."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from string import capwords

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parses import parse_plain

from onrecord.find import time_patterns
from onrecord.find.times import TimeFinder
from onrecord.model.coded import CodedDocument, finish
from onrecord.model.documents import Zone, make_document
from onrecord.model.links import Link
from onrecord.model.spans import Span
from onrecord.model.times import Time
from onrecord.resolve import calendar, feasts
from onrecord.resolve.time_readings import read_expression
from onrecord.resolve.times import TimeResolver

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "times.toml").read_text("utf-8"))["case"]
PIECES = [
    "the", "last", "early", "next", "12", "May", "1941", "Friday", "two", "days", "later", "ago", "of", "31", "week",
    "February", "first", "half", "in", ",", "–", "to", "and", "9999", "1000", "century", "decade", "winter", "'80s",
    "10:30", "a.m.", "on", "tomorrow", "end", "29", "years", "0001", "year", "before", "that", "weekend", "earlier",
    "(", "1582-83",
]  # fmt: skip
DAYS = st.dates(date(1000, 1, 1), date(2100, 1, 1))


def code_times(text: str, published: str | None = None, **marks: dict[str, str] | None) -> CodedDocument:
    day = date.fromisoformat(published) if published else None
    document = make_document("report", text, zones=(Zone("body", Span(0, len(text))),), published=day)
    doc = CodedDocument(document, parse_plain(text, **marks))
    doc = doc.add(TimeFinder()(doc))
    return doc.add(TimeResolver()(doc))


def list_times(doc: CodedDocument) -> list[list[str]]:
    times = {time.id: time for time in doc.times}
    known = [(one, times[one.time] if one.time else None) for one in finish(doc).mentions]
    return [[one.span.slice(doc.text), time.start if time else "", time.end if time else ""] for one, time in known]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_times_of_a_case_are_resolved(case):
    marks = {name: case.get(name) for name in ("tags", "heads", "labels")}
    assert list_times(code_times(case["text"], case.get("published"), **marks)) == case["times"]


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("5 May 1862", "day"), ("May 1862", "month"), ("1862", "year"), ("the summer of 1862", "season"),
        ("the 1860s", "decade"), ("late 1862", "span"), ("10:30 a.m. on 5 May 1862", "minute"),
        ("9 a.m. on 5 May 1862", "hour"), ("the first quarter of 1862", "span"), ("the 19th century", "span"),
    ],
)  # fmt: skip
def test_precision_is_what_the_words_say(words, precision):
    assert [one.precision for one in code_times(f"They met in {words}.").times] == [precision]


def test_a_time_told_twice_is_one_record_and_two_links():
    doc = code_times("On 5 May 1862 they met. They fought on May 5, 1862.")
    assert (len(doc.times), len(doc.links)) == (1, 2)


def test_links_name_what_the_time_was_found_by():
    records = list(
        code_times("On Monday, five years after 5 May 2009, it rained. The next day too.", "2014-08-20").links
    )
    makers = [link.maker.split("/")[1] for link in records]
    assert makers == ["published", "calendar", "thread"]
    assert [link.score for link in records] == [0.8, 1.0, 0.6]
    assert all(link.rank == 0 and link.kind == "time" for link in records)


def test_records_come_in_the_order_of_the_text_each_time_before_its_link():
    doc = code_times("In 1941 and 1942.")
    kinds = [type(record) for record in TimeResolver()(doc)]
    assert kinds == [Time, Link, Time, Link]


def test_the_same_text_gives_the_same_records():
    text = "On 5 May 1862 they met; two days later they fought."
    assert list(code_times(text).links) == list(code_times(text).links)


@pytest.mark.parametrize(
    "verb", ["is due to meet", "plans to meet", "is going to meet", "will not meet", "is expected to meet"]
)
def test_words_of_planning_put_a_weekday_ahead(verb):
    heads = {"meet": verb.split()[-3]} if verb.endswith("to meet") else {"meet": "meet"}
    doc = code_times(f"The council {verb} on Friday.", "2014-08-20", heads={**heads, "Friday": "meet", "will": "meet"})
    assert [time.start for time in doc.times] == ["2014-08-22"]


def test_a_future_clause_does_not_move_the_day_on_which_it_was_said():
    doc = code_times("He said on Monday it will rain.", "2014-08-20", heads={"will": "rain"}, tags={"rain": "VB"})
    assert [time.start for time in doc.times] == ["2014-08-18"]


@pytest.mark.parametrize("name", [*time_patterns.MONTH_NAMES, *time_patterns.MONTH_ABBREVIATIONS])
def test_every_month_that_is_found_is_read(name):
    reading = read_expression(f"5 {name} 1862")
    assert reading is not None
    assert reading.month == [one[:3] for one in time_patterns.MONTH_NAMES].index(name[:3]) + 1


@pytest.mark.parametrize("name", [*time_patterns.WEEKDAY_NAMES, *time_patterns.WEEKDAY_ABBREVIATIONS])
def test_every_weekday_that_is_found_is_read(name):
    reading = read_expression(name)
    assert reading is not None
    assert reading.weekday == [one[:3] for one in time_patterns.WEEKDAY_NAMES].index(name[:3])


@pytest.mark.parametrize("name", sorted(feasts.FEASTS))
def test_every_feast_that_is_read_is_found(name):
    words = capwords(name).replace("V-e", "V-E").replace("Ve ", "VE ")
    assert len(list_times(code_times(f"It was {words} 2014."))) == 1
    reading = read_expression(f"{words} 2014")
    assert reading is not None
    assert reading.feast == name


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2025, "04-20"), (2038, "04-25")],
)
def test_easter_falls_on_its_day(year, day):
    assert feasts.find_easter(year).isoformat() == f"{year}-{day}"


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year):
    day = feasts.find_easter(year)
    assert day.weekday() == feasts.SUNDAY
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize("number", f"{time_patterns.ONES}|{time_patterns.TEENS}|{time_patterns.TENS}".split("|"))
def test_every_number_that_is_found_is_read(number):
    assert read_expression(f"{number} days later") is not None


@given(DAYS)
def test_a_week_is_seven_days_from_monday_and_holds_its_day(day):
    week = calendar.week_of(day)
    assert (week.days, week.start.weekday()) == (7, 0)
    assert week.start <= day <= week.end


@given(DAYS, st.sampled_from(["day", "month", "quarter", "season", "year", "decade", "century"]))
def test_the_unit_of_a_day_holds_it(day, unit):
    interval = calendar.unit_of(unit, day)
    assert interval.start <= day <= interval.end


@given(DAYS, st.integers(-400, 400))
def test_shifting_months_there_and_back_keeps_the_month(day, months):
    back = calendar.shift_months(calendar.shift_months(day, months), -months)
    assert (back.year, back.month) == (day.year, day.month)


@given(DAYS, st.sampled_from(["week", "month", "season", "year", "decade"]))
def test_the_parts_of_a_unit_follow_each_other_and_lie_in_it(day, unit):
    whole = calendar.unit_of(unit, day)
    parts = [calendar.narrow(whole, part) for part in ("early", "mid", "late")]
    assert whole.start == parts[0].start
    assert parts[2].end == whole.end
    assert all(one.end + timedelta(days=1) == two.start for one, two in pairwise(parts))


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_found_before_and_after(day, weekday):
    before, after = calendar.weekday_from(day, weekday, -1), calendar.weekday_from(day, weekday, 1)
    assert before.weekday() == after.weekday() == weekday
    assert day - timedelta(days=7) < before <= day <= after < day + timedelta(days=7)


@given(st.text(max_size=60))
def test_any_words_can_be_read(words):
    read_expression(words)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([None, "2014-08-20"]))
def test_any_text_can_be_resolved(words, published):
    code_times(" ".join(words) or "-", published)
