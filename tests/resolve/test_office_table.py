"""What people were on the report's date: tests/cases/offices.toml through the whole coder, and the look-up by hand."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from onrecord.codebook.schema import Office
from onrecord.coder import Coder
from onrecord.model.actors import Actor
from onrecord.resolve.offices import find_standing, holds, is_in_office

ROWS = tomllib.loads((Path(__file__).parents[1] / "cases" / "offices.toml").read_text("utf-8"))["office"]
LEAST_ROWS = 500
LEAST_RIGHT = 0.97


def make_office(start: str, end: str = "", sector: str = "GOV", office: str = "minister") -> Office:
    return Office(f"a.{office}.{start}", "Ana Ruiz", office, "URY", sector, start, end, "", "onrecord")


def find_named_actor(coder: Coder, row: dict[str, object]) -> Actor | None:
    """The actor of the last mention that is written as the row's name."""
    name = str(row["name"])
    text = str(row.get("text", f"{name} spoke to reporters on Monday."))
    doc = coder.code(text, published=str(row["published"]))
    actors = {actor.id: actor for actor in doc.actors}
    found = [one.actor for one in doc.mentions if one.span.slice(doc.text) in {name, name.rstrip(".")} and one.actor]
    return actors[found[-1]] if found else None


def describe_wrong(coder: Coder, row: dict[str, object]) -> str | None:
    """What is wrong with how a row is coded; None where country and sector are right."""
    actor = find_named_actor(coder, row)
    got = (actor.country or "", actor.sector or "") if actor else ("no", "actor")
    wanted = (row["country"], row["sector"])
    if got == wanted:
        return None
    return f"{row['published']} {row['name']}: {' '.join(got)}, expected {' '.join(map(str, wanted))}"


def test_the_table_is_long_and_gives_no_row_twice():
    keys = {(row["name"], row["published"], row.get("text")) for row in ROWS}
    assert len(keys) == len(ROWS) >= LEAST_ROWS


def test_people_are_coded_as_what_they_were_on_the_day(coder: Coder):
    wrong = [message for row in ROWS if (message := describe_wrong(coder, row))]
    share = 1 - len(wrong) / len(ROWS)
    assert share >= LEAST_RIGHT, "\n".join([f"{share:.1%} right of {len(ROWS)}; wrong:", *wrong])


def test_nothing_is_said_before_the_first_office():
    assert find_standing([make_office("2010-05-01")], date(2010, 4, 30)) is None


@pytest.mark.parametrize("day", [date(2010, 5, 1), date(2011, 1, 1), date(2012, 5, 1)])
def test_an_office_is_held_from_its_first_to_its_last_day(day):
    standing = find_standing([make_office("2010-05-01", "2012-05-01")], day)
    assert standing is not None
    assert (standing.is_former, standing.sector) == (False, "GOV")


def test_a_former_office_holder_is_eli_with_the_last_office():
    offices = [make_office("2001", "2004", office="deputy"), make_office("2010-05-01", "2012-05-01")]
    standing = find_standing(offices, date(2012, 5, 2))
    assert standing is not None
    assert (standing.is_former, standing.sector, standing.office) == (True, "ELI", offices[1])


def test_between_two_offices_a_person_is_former():
    offices = [make_office("2001", "2004"), make_office("2010", "2012")]
    standing = find_standing(offices, date(2007, 1, 1))
    assert standing is not None
    assert (standing.is_former, standing.office) == (True, offices[0])


def test_an_office_without_an_end_is_still_held():
    assert is_in_office([make_office("2010")], date(2030, 1, 1))


@pytest.mark.parametrize("offices", [[], [make_office("2010")]])
def test_without_a_day_or_an_office_nothing_is_known(offices):
    assert find_standing(offices, None) is None
    assert find_standing([], date(2010, 1, 1)) is None


def test_of_offices_held_at_once_the_one_taken_up_last_counts():
    offices = [make_office("2005", sector="LEG", office="member"), make_office("2010", "2012", office="minister")]
    standing = find_standing(offices, date(2011, 1, 1))
    assert standing is not None
    assert standing.office.office == "minister"


def test_the_longer_office_counts_again_when_the_later_one_ends():
    offices = [make_office("2005", sector="LEG", office="member"), make_office("2010", "2012", office="minister")]
    standing = find_standing(offices, date(2014, 1, 1))
    assert standing is not None
    assert (standing.sector, standing.is_former) == ("LEG", False)


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2010", "2012", "2010-01-01", True), ("2010", "2012", "2012-12-31", True),
        ("2010", "2012", "2013-01-01", False), ("2010-05", "2012-06", "2010-05-01", True),
        ("2010-05", "2012-06", "2010-04-30", False), ("2010-05", "2012-06", "2012-06-30", True),
        ("2010-05", "2012-06", "2012-07-01", False), ("2010", "", "2009-12-31", False),
        ("2010-05-10", "2012", "2010-05-09", False), ("2010-05-10", "2012", "2012-12-31", True),
    ],
)  # fmt: skip
def test_a_date_known_to_the_month_or_year_counts_whole(start, end, day, held):
    assert holds(make_office(start, end), day) is held
