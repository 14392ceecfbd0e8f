"""Whether a sentence puts a time ahead of its publication or behind it.

"Will meet on Friday", "are to meet on Friday", "meet on Friday" and "gave them until Friday" put it ahead; "met on
Friday" and "after the vote on Friday" put it back; "trips for Thanksgiving" says nothing, and is loose. What "was due
on 25 May" was planned: it may be past or ahead.
"""

import re
from collections.abc import Iterator

from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.parse import Parse, Token
from onrecord.resolve.time_placements import Tense

PLANNED_WORDS = frozenset({
    "due", "scheduled", "slated", "expected", "planned", "likely", "supposed", "upcoming", "forthcoming", "tomorrow",
    "going",
})  # fmt: skip
"""Words of planning, whether the time hangs on them or on their infinitive."""
INTENT_WORDS = frozenset({
    "set", "plan", "plans", "planning", "intend", "intends", "intended", "hope", "hopes", "aim", "aims", "promised",
    "pledged", "vowed", "agreed", "want", "wants", "ready", "poised", "prepares", "preparing", "threatens", "seeks",
    "agrees", "vows", "pledges", "promises", "wanted", "ordered", "told", "asked", "urged", "invited", "calls",
    "decided", "called",
}) | PLANNED_WORDS  # fmt: skip
"""Words whose infinitive lies ahead: "agreed to meet on Friday", but not "the truce agreed on Friday"."""
AHEAD = re.compile(
    r"\b(?:as (?:early|soon|late) as|upcoming|forthcoming|ahead of(?: the)?|(?:scheduled|planned|called|due|set|slated|"
    r"fixed|booked|arranged) for|(?:scheduled|planned) (?:on|in)|due|expected (?:in|on|by)|deadline of)\s+(?:the\s+)?"
    r"(?:on\s+|in\s+|by\s+)?$",
    re.IGNORECASE,
)
EVENT_NOUN = re.compile(
    r"\s+(?:(?:general|presidential|parliamentary|local|run-?off)\s+)?(?:deadline|ballot|referendum|summit|elections?|"
    r"vote|polls?|run-?off|hearing|inauguration)\b",
    re.IGNORECASE,
)
"""What is known by its day before it comes: "the 30 September deadline", "the 5 May vote"."""
EVENT_NOUNS = frozenset({
    "deadline", "ballot", "referendum", "summit", "election", "vote", "poll", "off", "runoff", "hearing",
    "inauguration", "meeting", "session", "conference", "round", "march", "rally", "strike", "funeral", "trip", "visit",
    "talk", "voting", "trial", "debate", "journey", "reply", "answer", "ceremony", "congress", "sitting", "polling",
})  # fmt: skip
"""Heads of what is planned: "faces a run-off on 13 November" is ahead, "investigates a raid on 13 November" is not."""
CALENDAR_NAME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
BACK_PREPOSITIONS = frozenset({"after", "since", "following", "over", "despite", "from", "against"})
ENDS = frozenset({"until", "till", "by"})
EXTENDING = frozenset({"give", "grant", "postpone", "delay", "put", "extend", "adjourn", "defer", "allow", "push"})
"""Verbs whose "until" is ahead whatever their tense: "gave the town until Saturday", "was put off until May"."""
MOVING = frozenset({"move", "shift", "push", "put", "postpone", "delay", "reschedule"})
PROPOSING = frozenset({"call", "plan", "propose", "schedule", "demand", "want", "expect", "promise", "organise"})
STATING = frozenset({
    "accuse", "add", "allege", "appear", "believe", "blame", "cite", "claim", "come", "concern", "condemn",
    "contain", "cover", "date", "deny", "describe", "have", "include", "indicate", "investigate", "know", "live",
    "mean", "mourn", "note", "quote", "recall", "regret", "remember", "report", "say", "seem", "show", "suggest",
    "tell", "think", "write",
})  # fmt: skip
"""Verbs whose present tense tells of the past: "the law dates from June", "the report says in June"."""


def find_tense(doc: CodedDocument, mention: Mention, token: Token | None) -> Tense:
    """Where the sentence puts the time; back where nothing puts it ahead. `token` is the head of its words."""
    if token is None:
        return "ahead" if points_ahead(doc, mention) else "back"
    path = list(find_path(doc.parsed, token))
    verb = path[-1] if path and path[-1].tag.startswith(("V", "MD")) else None
    is_past = verb is not None and is_past_verb(doc.parsed, verb)
    if points_ahead(doc, mention):
        return "planned" if is_past else "ahead"
    if is_after_event(token, path):
        return "back"
    if verb is None:
        return "event" if names_event(doc, mention, path) else "loose"
    if is_planned(doc.parsed, verb):
        return "planned" if was_planned(doc.parsed, verb) else "ahead"
    return weigh_verb(doc, mention, token, path)


def find_path(parse: Parse, token: Token) -> Iterator[Token]:
    """The heads of a time from the nearest up to its first verb, without other times ("on 28 June and 29 June")."""
    for one in (token, *parse.ancestors(token)):
        is_other_end = one.tag == "CD" or CALENDAR_NAME.fullmatch(one.words) is not None
        if (one is not token and not is_other_end) or one.tag.startswith(("V", "MD")):
            yield one
        if one.tag.startswith(("V", "MD")):
            return


def points_ahead(doc: CodedDocument, mention: Mention) -> bool:
    """Whether the words right before or after say so: "scheduled for Friday", "the 30 September deadline"."""
    start, end = mention.span
    before, after = doc.text[max(start - 40, 0) : start], doc.text[end : end + 20]
    return AHEAD.search(before) is not None or re.match(r"\s+deadline\b", after) is not None


def is_after_event(token: Token, path: list[Token]) -> bool:
    """Whether the time dates what the clause comes after: "after the ballot in April", "since June"."""
    words = [one.words.lower() for one in path]
    if words[:1] == ["since"]:
        return True
    nouns = [one.tag.startswith("NN") for one in (token, *path)]
    return any(word in BACK_PREPOSITIONS and any(nouns[1 : i + 1]) for i, word in enumerate(words))


def names_event(doc: CodedDocument, mention: Mention, path: list[Token]) -> bool:
    """Whether the time belongs to an event that is planned as such: "the 5 May vote", "the vote of 5 May"."""
    if EVENT_NOUN.match(doc.text, mention.span.end):
        return True
    return any(one.tag.startswith("NN") and one.lemma.lower() in EVENT_NOUNS for one in path)


def weigh_verb(doc: CodedDocument, mention: Mention, token: Token, path: list[Token]) -> Tense:
    """What the first verb above a time says of it, and the nouns on the way there."""
    parse, verb, nouns = doc.parsed, path[-1], [one for one in path if one.tag.startswith("NN")]
    first = path[0].words.lower()
    if first in ENDS and (ends_ahead(parse, verb, first) or is_infinitive(parse, verb)):
        return "ahead"
    if (first == "for" and verb.lemma in PROPOSING) or (first == "to" and verb.lemma in MOVING):
        return "ahead"
    is_own = first != "of" and all(one.lemma.lower() in EVENT_NOUNS for one in nouns[:1])
    if verb.lemma in PROPOSING and verb.tag != "VBG" and nouns and (is_own or first in ENDS):
        return "ahead"
    if is_own and is_present(parse, verb) and not is_subject(token, path) and not is_headline(parse, token):
        return "ahead"
    if first in {"until", "till"} or is_day_of_event(doc, mention, path):
        return "event"
    return "loose" if nouns or first == "for" or token.label == "dobj" else "back"


def is_day_of_event(doc: CodedDocument, mention: Mention, path: list[Token]) -> bool:
    """Whether the time is the day of an event that is announced: "the vote on 5 May", "to call off a vote on 5 May"."""
    verb, above = path[-1], path[1] if len(path) > 1 else path[0]
    if above.tag.startswith("V"):
        objects = doc.parsed.children_of(verb, "dobj") if verb.tag == "VB" else []
        return EVENT_NOUN.match(doc.text, mention.span.end) is not None or any(
            one.lemma.lower() in EVENT_NOUNS for one in objects
        )
    return names_event(doc, mention, path[:2])


def ends_ahead(parse: Parse, verb: Token, preposition: str) -> bool:
    """Whether an "until" lies ahead: "gave them until Friday", "have until Friday"."""
    if preposition == "by":
        return False
    is_pluperfect = any(one.words.lower() == "had" and one.label == "aux" for one in parse.children_of(verb))
    return not is_pluperfect and (verb.lemma in EXTENDING or (verb.lemma == "have" and verb.tag in {"VBP", "VBZ"}))


def is_headline(parse: Parse, token: Token) -> bool:
    """Whether it stands in a headline, whose present tense is of the past: "Bomb kills twenty on Friday"."""
    return parse.sentence_of(token).zone_kind == "headline"


def is_subject(token: Token, path: list[Token]) -> bool:
    """Whether the verb tells of the time or of what that names: "Monday marks a year", "results of Monday's vote"."""
    return token.label in {"nsubj", "nsubjpass", "attr", "dobj"} or path[0].tag.startswith("NN")


def is_present(parse: Parse, verb: Token) -> bool:
    """Whether a verb in the present tense tells of the future: "votes on Friday", "is on Friday", "are shut until"."""
    below = parse.children_of(verb)
    helpers = [one for one in below if one.label in {"aux", "auxpass"}]
    if any(one.lemma == "have" or one.tag in {"VBD", "VBN", "VBG"} for one in helpers):
        return False
    if verb.lemma in STATING:
        return False
    if verb.tag in {"VBZ", "VBP"}:
        return verb.lemma != "be" or not any(one.label in {"attr", "expl"} for one in below)
    return verb.tag in {"VBN", "VBG"} and any(one.tag in {"VBZ", "VBP"} and one.lemma == "be" for one in helpers)


def is_past_verb(parse: Parse, verb: Token) -> bool:
    """Whether a verb is past: "met", "was held", "had been due"."""
    if verb.tag == "VBD":
        return True
    return any(one.tag == "VBD" and one.label in {"aux", "auxpass"} for one in parse.children_of(verb))


def is_infinitive(parse: Parse, verb: Token) -> bool:
    """Whether it is an infinitive with "to": "to hold", "to be held"."""
    below = parse.children_of(verb)
    is_bare = verb.tag == "VB" or (verb.tag in {"VBN", "VBG"} and any(one.words.lower() == "be" for one in below))
    return is_bare and any(one.tag == "TO" for one in below)


def is_planned(parse: Parse, verb: Token) -> bool:
    """Whether a verb has "will", "may", "going to" (not "may have"), or is an infinitive under a word of planning."""
    below = [verb, *parse.children_of(verb)]
    if any(one.tag == "MD" for one in below):
        return all(one.lemma != "have" for one in below)
    above = parse.head_of(verb)
    if (verb.tag == "VB" or is_infinitive(parse, verb)) and above.index != verb.index:
        is_to_be = above.lemma == "be" and above.tag in {"VBZ", "VBP", "VBD"} and verb.label in {"xcomp", "ccomp"}
        return is_to_be or above.words.lower() in INTENT_WORDS
    below = [one for one in below if one.index <= verb.index or one.label in {"acomp", "attr", "xcomp", "dep"}]
    return any(one.words.lower() in PLANNED_WORDS for one in below) and verb.tag != "VBD"


def was_planned(parse: Parse, verb: Token) -> bool:
    """Whether the plan is a past one: "was to meet", "was due to meet", "was expected on"; not "agreed to meet"."""
    above = parse.head_of(verb)
    if verb.tag == "VB" or is_infinitive(parse, verb):
        is_plan = above.lemma == "be" or above.words.lower() in PLANNED_WORDS
        return is_plan and any(is_past_verb(parse, one) for one in (above, parse.head_of(above)))
    return verb.tag == "VBN" and is_past_verb(parse, verb)
