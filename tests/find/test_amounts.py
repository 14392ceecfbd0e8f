"""Amounts are read as low and high bounds."""

import pytest

from onrecord.find.amounts import read_bounds


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("20", (20, 20)), ("twenty-five", (25, 25)), ("1,200", (1200, 1200)), ("1.2 million", (1_200_000, 1_200_000)),
        ("100 000", (100_000, 100_000)), ("twelve hundred", (1200, 1200)), ("half a million", (500_000, 500_000)),
        ("one hundred and eight", (108, 108)), ("two thousand three hundred", (2300, 2300)), ("a dozen", (12, 12)),
        ("two dozen", (24, 24)), ("half a dozen", (6, 6)), ("both", (2, 2)), ("a couple of", (2, 2)), ("a", (1, 1)),
        ("20 to 30", (20, 30)), ("between 20 and 30", (20, 30)), ("20-30", (20, 30)), ("five or six", (5, 6)),
        ("between one hundred and two hundred", (100, 200)),
        ("at least 20", (20, None)), ("more than 20", (20, None)), ("no fewer than 20", (20, None)),
        ("20 or more", (20, None)), ("dozens of", (24, None)), ("tens of thousands of", (20_000, None)),
        ("hundreds of thousands", (200_000, None)), ("several hundred", (300, None)), ("several", (3, None)),
        ("scores of", (40, None)), ("up to 20", (1, 20)), ("no more than 20", (1, 20)), ("fewer than 20", (1, 20)),
        ("nearly 20", (18, 20)), ("about 20", (18, 22)), ("an estimated 1,000", (900, 1100)), ("the two", (2, 2)),
    ],
)  # fmt: skip
def test_bounds(words: str, bounds: tuple[float, float | None]) -> None:
    assert read_bounds(words) == bounds


@pytest.mark.parametrize("words", ["", "the", "young", "the 3rd", "60%", "7 percent of", "many", "no", "these"])
def test_what_is_no_amount(words: str) -> None:
    assert read_bounds(words) is None
