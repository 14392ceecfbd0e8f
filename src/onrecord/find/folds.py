"""Several triggers of one event made one, with the best of each.

attacked a post, killing nine              one ASSAULT, the attack, with its dead
killed nine in an attack on a post         one ASSAULT
marched to demand elections                one PROTEST, to whom the demand is put
sent warplanes to bomb the camp            one ASSAULT, since the move is a part of it
Rebels attack base (headline, then lead)   one ASSAULT that is told twice
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.find.triggers import Trigger
from onrecord.model.coded import CodedDocument
from onrecord.model.events import EventType, Participant
from onrecord.model.parse import Parse, Token

KILLING = ("assault.kill", "assault.assassinate", "assault.execute", "assault.behead")
VOICED = ("REQUEST", "ACCUSE")
"""What protesters say by protesting is no event of its own."""
OPENING_SENTENCES = 3
"""How far into a report what is told may be told again in full further on."""
LINKS = (
    "advcl",
    "xcomp",
    "acl",
    "prep",
    "pobj",
    "pcomp",
    "dobj",
    "ccomp",
    "relcl",
    "agent",
    "conj",
    "nsubj",
    "appos",
    "nsubjpass",
    "dative",
)


@dataclass(frozen=True)
class Candidate:
    """An event before it is made: its trigger, sides, type, and the further triggers that tell of it."""

    trigger: Trigger
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    type: EventType
    cameo: str
    also: tuple[Trigger, ...] = ()

    @property
    def token(self) -> Token:
        """The word that the trigger hangs on."""
        return self.trigger.token


def fold(doc: CodedDocument, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with those that tell of one event made one, in the order of the first trigger of each."""
    kept: list[Candidate] = []
    for one in candidates:
        for number in range(len(kept) - 1, -1, -1):
            joined = join(doc, kept[number], one)
            if joined:
                kept[number] = joined
                break
            if doc.parsed.tokens[kept[number].token.index].sentence < one.token.sentence - 1 and number > 40:
                kept.append(one)
                break
        else:
            kept.append(one)
    return kept


def join(doc: CodedDocument, first: Candidate, second: Candidate) -> Candidate | None:
    """The one event that two candidates are, if they are one."""
    if first.type != second.type and first.token.sentence != second.token.sentence:
        return None
    if is_same_death(doc, first, second) or is_equated(first, second):
        return merge(first, second, adds=True)
    if first.token.sentence == second.token.sentence:
        return join_within(doc.parsed, first, second)
    return join_retold(first, second)


def is_same_death(doc: CodedDocument, first: Candidate, second: Candidate) -> bool:
    """Whether two tell of how one named person was killed, which happens once."""
    if first.trigger.rule.id not in KILLING or second.trigger.rule.id not in KILLING:
        return False
    if not first.type == second.type == "ASSAULT" or not agree(first, second):
        return False
    ours, theirs = ({one.actor for one in side.recipients} for side in (first, second))
    if len(ours) != 1 or ours != theirs:
        return False
    victim = doc.actors_by_id.get(next(iter(ours)))
    return victim is not None and victim.type == "person"


def is_equated(first: Candidate, second: Candidate) -> bool:
    """Whether the one is said to be the other: "the murder of the consul *is* the group's first attack"."""
    if second.token.label != "attr" or first.type != second.type or not agree(first, second):
        return False
    tokens = (told.token for told in list_triggers(first))
    return any(token.label == "nsubj" and token.head == second.token.head for token in tokens)


def join_within(parse: Parse, first: Candidate, second: Candidate) -> Candidate | None:
    """Two of one sentence."""
    upper, lower = order(parse, first, second)
    if upper is None or lower is None or not agree(upper, lower):
        return None
    types = (upper.type, lower.type)
    if upper.type == "PROTEST" and lower.type in VOICED:
        return merge(upper, lower)
    if types in (("PROTEST", "PROTEST"), ("ASSAULT", "ASSAULT"), ("MOBILIZE", "MOBILIZE")):
        return merge(upper, lower, adds=True)
    if types == ("MOBILIZE", "ASSAULT"):
        return merge(lower, upper)
    return None


def order(parse: Parse, first: Candidate, second: Candidate) -> tuple[Candidate | None, Candidate | None]:
    """The one whose trigger stands above the other's, then the other; None for both where neither does."""
    for upper, lower in ((first, second), (second, first)):
        if is_below(parse, lower.token, upper):
            return upper, lower
    return None, None


def is_below(parse: Parse, token: Token, upper: Candidate) -> bool:
    """Whether a word hangs on another through clauses and phrases that tell of the same thing.

    A relative clause does only on a word of the trigger: "an *attack* that killed nine", not "the murder of one who".
    """
    current = token
    own = {one.index for one in upper.trigger.words}
    for head in parse.ancestors(token):
        if current.label not in LINKS:
            return False
        if current.label == "relcl" and head.index not in own:
            return False
        if current.label in ("ccomp", "conj") and parse.children_of(current, "nsubj"):
            return False
        if head.index == upper.token.index:
            return True
        current = head
    return False


def agree(upper: Candidate, lower: Candidate) -> bool:
    """Whether the same actors may have done both: the same ones, or none known of one of them."""
    ours, theirs = {one.actor for one in upper.actors}, {one.actor for one in lower.actors}
    return not ours or not theirs or bool(ours & theirs)


def merge(main: Candidate, other: Candidate, *, adds: bool = False) -> Candidate:
    """One event of two, the sides that the one lacks taken from the other; `adds`: those it was done to by both."""
    actors = main.actors or other.actors
    taken = {one.actor for one in (*actors, *main.recipients)}
    recipients = main.recipients
    if adds or not recipients:
        recipients += tuple(one for one in other.recipients if one.actor not in taken)
    return replace(main, actors=actors, recipients=recipients, also=(*main.also, other.trigger, *other.also))


def join_retold(first: Candidate, second: Candidate) -> Candidate | None:
    """What a headline or a lead tells and a later sentence tells again: the same sides did the same."""
    if first.type != second.type or first.token.sentence >= OPENING_SENTENCES:
        return None
    if not first.actors or not first.recipients:
        return None
    if {one.actor for one in first.actors} != {one.actor for one in second.actors}:
        return None
    if not {one.actor for one in first.recipients} & {one.actor for one in second.recipients}:
        return None
    return merge(first, second, adds=True)


def list_triggers(candidate: Candidate) -> Iterator[Trigger]:
    """The trigger of an event and the further ones."""
    yield candidate.trigger
    yield from candidate.also
