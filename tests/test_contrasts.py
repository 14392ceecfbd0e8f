"""Of minimal pairs, what happened is coded as happened, and what did not is not."""

from collections import Counter

import pytest
from tests.contrasts import KINDS, Pair, judge_affirmed, judge_contrast, load_pairs

from onrecord.coder import Coder
from onrecord.model.events import EVENT_TYPES

PAIRS = load_pairs()
VIOLENT = ("ASSAULT", "COERCE")
LEAST, LEAST_OF_A_KIND = 400, 12
MOST_MADE_UP, LEAST_CODED, LEAST_RIGHT = 0.02, 0.85, 0.85
JUDGES = {"affirmed": judge_affirmed, "contrast": judge_contrast}
MEMBERS = [(pair, member) for pair in PAIRS for member in JUDGES]
RIGHT = [(pair, member) for pair, member in MEMBERS if member not in pair.not_yet]
NOT_YET = [(pair, member) for pair, member in MEMBERS if member in pair.not_yet]


def name(value: object) -> str:
    """A test's name: the type, the kind of contrast, and the beginning of the sentence."""
    return f"{value.type} {value.kind}: {value.text[:40]}" if isinstance(value, Pair) else str(value)


@pytest.mark.parametrize(("pair", "member"), RIGHT, ids=name)
def test_a_member_is_coded_as_it_says(coder: Coder, pair: Pair, member: str) -> None:
    judgement = JUDGES[member](coder, pair)
    assert (judgement.problem, judgement.invented) == ("", ())


@pytest.mark.parametrize(("pair", "member"), NOT_YET, ids=name)
def test_what_is_not_coded_right_yet_still_is_not(coder: Coder, pair: Pair, member: str) -> None:
    judgement = JUDGES[member](coder, pair)
    assert judgement.problem or judgement.invented, f"comes right: take {member!r} out of `not_yet`"


def test_pairs_are_many_and_of_all_types_and_kinds() -> None:
    types, kinds = Counter(pair.type for pair in PAIRS), Counter(pair.kind for pair in PAIRS)
    assert len(PAIRS) >= LEAST
    assert all(types[one] >= LEAST_OF_A_KIND for one in EVENT_TYPES), types
    assert all(kinds[one] >= LEAST_OF_A_KIND for one in KINDS), kinds
    assert sum(types[one] for one in VIOLENT) * 2 >= LEAST


def test_no_sentence_is_given_twice() -> None:
    texts = Counter(text for pair in PAIRS for text in (pair.text, pair.contrast))
    assert [text for text, count in texts.items() if count > 1] == []


def test_shares_are_what_they_must_be(coder: Coder) -> None:
    made_up = sum(bool(judge_contrast(coder, pair).invented) for pair in PAIRS)
    assert made_up <= MOST_MADE_UP * len(PAIRS)
    assert sum("affirmed" not in pair.not_yet for pair in PAIRS) >= LEAST_CODED * len(PAIRS)
    assert sum("contrast" not in pair.not_yet for pair in PAIRS) >= LEAST_RIGHT * len(PAIRS)
