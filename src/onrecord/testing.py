"""For those who write rules and stages: sentences checked against the rule that they belong to."""

from collections.abc import Sequence

from onrecord.codebook.schema import Example, Rule
from onrecord.coder import Coder
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Event, Participant
from onrecord.model.spans import Span


def find_rule_events(doc: CodedDocument, rule: Rule) -> list[Event]:
    """The events of a document that a rule made."""
    return [event for event in doc.events if event.maker == f"find.events/plover.{rule.id}"]


def check_example(coder: Coder, rule: Rule, example: Example) -> str | None:
    """What is wrong with how an example is coded; None where an event of the rule's type has the words in its roles.

    Which rule of a type makes the event is left open: of two that fit, the one with more words does, and what two rules
    tell of one event is one record. That each rule makes events at all is `check_rule`.
    """
    doc = coder.code(example.text)
    made = {rule.event_type, *(turn.becomes for turn in coder.codebook.turns if turn.event_type == rule.event_type)}
    events = [one for one in doc.events if one.type == rule.event_type] or find_rule_events(doc, rule)
    events += [one for one in find_rule_events(doc, rule) if one.type in made and one not in events]
    if not events:
        others = ", ".join(f"{event.maker} by {event.trigger.slice(doc.text)!r}" for event in doc.events)
        return f"no event of {rule.id}; got {others or 'nothing'}"
    if any(has_roles(doc, event, rule, example) for event in events):
        return None
    return "; ".join(describe_roles(doc, event) for event in events)


def check_rule(coder: Coder, rule: Rule) -> str | None:
    """What is wrong where a rule makes no event of any of its examples, since others always go before it."""
    texts = [example.text for example in rule.examples]
    if any(find_rule_events(coder.code(text), rule) for text in texts):
        return None
    return f"{rule.id}: none of its {len(texts)} examples is coded by it; others always go before it"


def check_counterexample(coder: Coder, rule: Rule, text: str) -> str | None:
    """What is wrong with how a counterexample is coded; None where the rule made no event."""
    doc = coder.code(text)
    return "; ".join(describe_roles(doc, event) for event in find_rule_events(doc, rule)) or None


def has_roles(doc: CodedDocument, event: Event, rule: Rule, example: Example) -> bool:
    """Whether the words that an example gives fill the roles of an event; in a reciprocal one either role will do."""
    actors, recipients = event.actors, event.recipients
    if rule.reciprocal:
        actors = recipients = (*actors, *recipients)
    return fills(doc, actors, example.actor) and fills(doc, recipients, example.recipient)


def fills(doc: CodedDocument, side: Sequence[Participant], words: str) -> bool:
    """Whether a participant is among some words of the text, or owns them: "Israeli" right before "jets"."""
    if not words:
        return True
    start = doc.text.find(words)
    wanted = Span(start, start + len(words))
    return start >= 0 and any(
        one.span.overlaps(wanted) or (doc.text[one.span.end : start].strip(" '’s") == "" and one.span.end <= start)
        for one in side
    )


def describe_roles(doc: CodedDocument, event: Event) -> str:
    """Who does what to whom, in the words of the text."""
    actors, recipients = (
        ", ".join(one.span.slice(doc.text) for one in side) or "nobody" for side in (event.actors, event.recipients)
    )
    return f"{actors} > {event.type} ({event.trigger.slice(doc.text)}) > {recipients}"
