"""Cases of tests/cases are coded as they say; one marked `not_yet` is not, and the test says when it comes right."""

from collections import Counter

import pytest
from tests.cases import KEYS, Case, find_problems, load_cases

from onrecord.coder import Coder

LEAST = {
    "actors": 50, "references": 30, "statements": 70, "views": 60, "places": 90, "relations": 15, "counts": 150,
    "quotations": 15, "parsing": 10, "event_places": 200, "event_times": 20, "news_times": 130,
}  # fmt: skip
CASES = [case for kind in KEYS for case in load_cases(kind)]
RIGHT = [case for case in CASES if not case.not_yet]
NOT_YET = [case for case in CASES if case.not_yet]


@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_a_case_is_coded_as_it_says(coder: Coder, case: Case) -> None:
    assert find_problems(coder, case) == []


@pytest.mark.parametrize("case", NOT_YET, ids=str)
def test_what_is_not_coded_right_yet_still_is_not(coder: Coder, case: Case) -> None:
    assert find_problems(coder, case), "comes right: take `not_yet = true` off this case"


@pytest.mark.parametrize("kind", LEAST)
def test_there_are_enough_cases(kind: str) -> None:
    assert sum(case.kind == kind for case in CASES) >= LEAST[kind]


def test_no_case_is_given_twice() -> None:
    counts = Counter((case.kind, case.text, case.published) for case in CASES)
    assert [case for case, count in counts.items() if count > 1] == []
