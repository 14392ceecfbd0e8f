"""Every rule codes its examples, and none of its counterexamples."""

import pytest

from onrecord.codebook.load import load_codebook
from onrecord.codebook.schema import Example, Rule
from onrecord.coder import Coder
from onrecord.testing import check_counterexample, check_example, check_rule

RULES = load_codebook().rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [(rule, text) for rule in RULES for text in rule.counterexamples]
NOT_YET = [(rule, example) for rule in RULES for example in rule.not_yet]


def name(value: object) -> str:
    """A test's name: the rule and the beginning of the sentence."""
    if isinstance(value, Rule):
        return value.id
    return (value.text if isinstance(value, Example) else str(value))[:60]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_example_is_coded(coder: Coder, rule: Rule, example: Example) -> None:
    """The rule makes an event of the sentence, with the words that the example gives in its roles."""
    assert check_example(coder, rule, example) is None


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_makes_events(coder: Coder, rule: Rule) -> None:
    """Others do not always go before the rule."""
    assert check_rule(coder, rule) is None


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES, ids=name)
def test_counterexample_is_not_coded(coder: Coder, rule: Rule, text: str) -> None:
    """The rule makes nothing of a near miss."""
    assert check_counterexample(coder, rule, text) is None


@pytest.mark.parametrize(("rule", "example"), NOT_YET, ids=name)
def test_what_is_not_coded_yet_still_is_not(coder: Coder, rule: Rule, example: Example) -> None:
    """A sentence in `not_yet` that comes right belongs among the examples."""
    assert check_example(coder, rule, example) is not None
