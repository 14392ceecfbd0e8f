"""Times in paragraphs of news: nearly all of those in tests/cases/news_times.toml are found and placed."""

from tests.cases import find_problems, load_cases

from onrecord.coder import Coder

CASES = load_cases("news_times")
LEAST_DATED = 300
LEAST_SHARE = 0.95


def test_there_are_enough_dated_expressions() -> None:
    assert sum(start != "" for case in CASES for _, start, _ in case.wanted["times"]) >= LEAST_DATED


def test_nearly_all_dated_expressions_come_right(coder: Coder) -> None:
    wanted = wrong = 0
    for case in CASES:
        dated = [one for one in case.wanted["times"] if one[1]]
        problems = find_problems(coder, case)
        wanted += len(dated)
        wrong += sum(problem.startswith(f"wanted {one}") for one in dated for problem in set(problems))
    assert wanted - wrong >= LEAST_SHARE * wanted, f"{wrong} of {wanted} are wrong"


def test_hardly_anything_else_is_taken_for_a_time(coder: Coder) -> None:
    extra = [problem for case in CASES for problem in find_problems(coder, case) if "which is no time" in problem]
    assert len(extra) <= len(CASES) // 50, extra
