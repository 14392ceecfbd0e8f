"""The schema and the lines agree."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.factories import build_report, finished_documents

from onrecord.model.coded import CodedDocument
from onrecord.model.interchange import format_line
from onrecord.model.schema import build_schema

VALIDATOR = Draft202012Validator(build_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_valid_and_always_the_same() -> None:
    Draft202012Validator.check_schema(build_schema())
    assert json.dumps(build_schema()) == json.dumps(build_schema())


@given(finished_documents())
@settings(max_examples=40, deadline=None)
def test_every_line_is_valid(doc: CodedDocument) -> None:
    VALIDATOR.validate(json.loads(format_line(doc)))


def test_a_record_is_described_by_its_docstring() -> None:
    definitions = build_schema()["$defs"]
    assert isinstance(definitions, dict)
    assert definitions["Event"]["description"].startswith("One PLOVER event.")
    assert "event" not in definitions["View"]["properties"]
    assert "from" in definitions["Relation"]["properties"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("type", "WAR"), ("killed", "3"), ("quad", 1.5), ("trigger", [1, 2, 3]), ("trigger", [-1, 2]), ("extent", None),
     ("actors", [{"actor": "a"}]), ("colour", "red"), ("modes", [1])],
)  # fmt: skip
def test_a_wrong_value_is_not_valid(key: str, value: object) -> None:
    line = json.loads(format_line(build_report()))
    wrong = deepcopy(line)
    wrong["events"][0][key] = value
    assert VALIDATOR.is_valid(line)
    assert not VALIDATOR.is_valid(wrong)


@pytest.mark.parametrize("key", ["links", "schema", "document"])
def test_a_line_without_a_key_is_not_valid(key: str) -> None:
    line = json.loads(format_line(build_report()))
    del line[key]
    assert not VALIDATOR.is_valid(line)
