"""`onrecord explain`: any record, from a database or from JSON lines."""

from typing import Any

import pytest
from tests.cli.conftest import GOOD, read_lines


@pytest.fixture
def record(run, write) -> dict[str, Any]:
    """A report coded into out.db and out.jsonl."""
    name = write("report.txt", GOOD + " Hamas leader Ismail Haniyeh met Iran's president in Tehran.")
    for output in ("out.db", "out.jsonl"):
        assert run("code", name, "--published", "2014-08-20", "--output", output).exit_code == 0
    return read_lines("out.jsonl")[0]


@pytest.mark.parametrize("source", ["out.db", "out.jsonl"])
def test_every_record_can_be_explained(run, record: dict[str, Any], source: str) -> None:
    kinds = ("actors", "places", "times", "mentions", "statements", "events", "relations", "links")
    ids = [record[kind][0]["id"] for kind in kinds if record[kind]]
    ids += [record["document"]["id"], record["events"][0]["views"][0]["id"]]
    for id in ids:
        result = run("explain", id, source)
        assert result.exit_code == 0, result.stderr
        assert id in result.stdout


def test_an_event_shows_its_evidence_its_rule_and_who_vouches_for_it(run, record: dict[str, Any]) -> None:
    event = next(one for one in record["events"] if one["views"][0]["polarity"] == "negated")
    result = run("explain", event["id"], "out.db")
    assert "[shelled]" in result.stdout
    assert event["maker"] in result.stdout
    assert "example" in result.stdout
    assert "source" in result.stdout
    assert "denies it" in result.stdout
    assert "“denied”" in result.stdout
    assert "resolve." in result.stdout


def test_the_beginning_of_an_id_is_enough_where_no_other_begins_so(run, record: dict[str, Any]) -> None:
    id = record["statements"][0]["id"]
    for source in ("out.db", "out.jsonl"):
        assert id in run("explain", id[:-2], source).stdout
        result = run("explain", "mention-", source)
        assert result.exit_code == 2
        assert "Give more of it: mention-" in result.stderr


@pytest.mark.parametrize(
    ("id", "words"), [("event-zz", "The closest are event-"), ("#", "Ids begin with document"), (" ", "empty")]
)
def test_an_unknown_id_ends_with_2_and_a_hint(run, record: dict[str, Any], id: str, words: str) -> None:
    assert record
    result = run("explain", id, "out.db")
    assert result.exit_code == 2
    assert words in result.stderr


def test_what_is_no_record_file_ends_with_2(run, write) -> None:
    assert run("explain", "event-1", "nosuch.db").exit_code == 2
    assert run("explain", "event-1", ".").exit_code == 2
    result = run("explain", "event-1", write("other.jsonl", '{"a": 1}\n'))
    assert result.exit_code == 2
    assert "other.jsonl#1" in result.stderr
