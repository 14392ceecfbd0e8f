"""Echoes: what somebody says of an event that was told before, without telling it again.

    Rebels shelled the market, police said. The rebels denied it.
    The army confirmed the attack.
    The group claimed responsibility. · The government denied involvement.
    The envoy rejected the accusation. · called the report false · said it was untrue

An echo gives its speaker a view of the earlier event. Not handled: "denied that it had shelled the market" (an event of
its own), doubts, and "neither confirmed nor denied", which is no statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.silences import list_topics
from onrecord.find.triggers import TriggerIndex
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Event
from onrecord.model.parse import Parse, Token
from onrecord.model.spans import Span
from onrecord.model.statements import Statement
from onrecord.model.views import Polarity

POINTING = {"it", "this", "that", "them", "these", "those"}
DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her", "any", "such"}
TALK = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"}
"""Types of events that are talk themselves: "denied it" is of what was alleged, not of the allegation."""
VIOLENCE = {"ASSAULT", "PROTEST"}
"""Types that one noun may name: "the attack" of a riot."""
SENTENCES_BACK = {"pronoun": 1, "unnamed": 1, "noun": 8}
JOINERS = ("of", "for", "in", "to", "with", "behind")


@dataclass(frozen=True)
class Echo:
    """A statement about earlier events. `noun` is the word that names one of them again, if any."""

    statement: Statement
    events: tuple[Event, ...]
    polarity: Polarity
    noun: Span | None


@dataclass(frozen=True)
class Reference:
    """How a statement points back: by a pronoun, a noun for what was said or for an event of some types, or not at all.

    `kind` is "pronoun", "report", "event" or "unnamed"; the last is of the one who will not comment on his own deed.
    """

    kind: str
    token: Token
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class EchoFinder:
    """Finds echoes by the echo words of a lexicon and the rules' nouns."""

    lexicon: Lexicon

    @cached_property
    def triggers(self) -> TriggerIndex:
        """The rules' triggers, which tell the types of a noun such as "attack"."""
        return TriggerIndex(self.lexicon)

    def find(self, doc: CodedDocument, events: Sequence[Event]) -> Iterator[Echo]:
        """The echoes of some events, in the order of the statements."""
        for statement in doc.statements if events else ():
            cue, head = get_cue(doc, statement), get_head(doc, statement)
            if cue is None or head is None:
                continue
            polarity = self.judge(statement, head, doc.parsed)
            reference = self.refer_silence(statement, head, doc.parsed) if polarity else None
            if polarity is None or reference is None:
                continue
            inner = get_told(doc, statement, reference.token)
            if inner is None and reference.kind == "report" and doc.parsed.children_of(reference.token, "acl", "ccomp"):
                continue
            if inner:
                found = tuple(one for one in events if doc.statement_index.find_innermost(one.trigger) == inner)
            else:
                found = tuple(self.find_events(doc, events, statement, cue, reference))
            if found:
                noun = reference.token.span if reference.kind == "event" and reference.types else None
                yield Echo(statement, found, polarity, noun)

    def judge(self, statement: Statement, head: Token, parse: Parse) -> Polarity | None:
        """What a statement says of what it points to; None where it says neither that it is so nor that it is not."""
        if is_silence(statement):
            return "affirmed"
        words = statement.maker.rpartition("/")[2].partition(".")[2].split("_")
        kinds = self.lexicon.echo_words.get(" ".join(words), frozenset()) | self.lexicon.echo_words.get(
            words[0], frozenset()
        )
        about = self.kinds_of(head)
        if "claims" in kinds and "affirms" not in kinds and "responsibility" not in about:
            has_noun = any("responsibility" in self.lexicon.echo_words.get(word, ()) for word in words[1:])
            return "affirmed" if has_noun else None
        predicate = self.find_verdict(head, parse)
        if predicate:
            return "negated" if predicate == "untrue" else "affirmed"
        if head.tag.startswith(("V", "MD")) or statement.maker.rpartition("/")[2].partition(".")[0] != "verb":
            return None
        if "denies" in kinds:
            return "negated"
        return "affirmed" if kinds & {"affirms", "claims"} else None

    def kinds_of(self, token: Token) -> frozenset[str]:
        """The kinds of echo word that a token is."""
        return self.lexicon.echo_words.get(token.lemma, frozenset()) | self.lexicon.echo_words.get(
            token.words.casefold(), frozenset()
        )

    def find_verdict(self, head: Token, parse: Parse) -> str | None:
        """ "untrue" or "true", where a content is only that: "it was a lie", "the report (is) false"."""
        below = parse.children_of(head, "acomp", "attr", "oprd") if head.lemma == "be" else []
        above = parse.children_of(parse.head_of(head), "oprd") if head.label == "dobj" else []
        for one in (*below, *above):
            for kind in ("untrue", "true"):
                if kind in self.kinds_of(one):
                    negated = any(child.label == "neg" for child in parse.children_of(head)) and head.lemma == "be"
                    return {"true": "untrue", "untrue": "true"}[kind] if negated else kind
        return None

    def refer_silence(self, statement: Statement, head: Token, parse: Parse) -> Reference | None:
        """How a content points back; what is not commented on may be named or not: "declined to comment (on it)"."""
        if not is_silence(statement) or not head.tag.startswith("V"):
            return self.refer(head, parse)
        topics = list_topics(parse, head) + parse.children_of(head, "dobj")
        return self.refer(topics[0], parse) if topics else Reference("unnamed", head)

    def refer(self, head: Token, parse: Parse) -> Reference | None:
        """How a content points back; None where it does not: "denied bail", "confirmed an appointment"."""
        token = head
        if head.lemma == "be":
            token = next(iter(parse.children_of(head, "nsubj")), head)
        if token.words.casefold() in POINTING:
            return Reference("pronoun", token)
        if token.tag not in ("NN", "NNS"):
            return None
        kinds = self.kinds_of(token)
        definite = any(one.lemma in DEFINITE for one in parse.children_of(token, "det", "poss"))
        is_aside = token.label == "dobj" and token.index < parse.head_of(token).index
        definite = definite or is_aside or bool(parse.children_of(token, "relcl"))
        plural = token.tag == "NNS"
        if kinds & {"responsibility", "involvement"}:
            below = [child for one in parse.children_of(token, "prep") if one.lemma in JOINERS
                     for child in parse.children_of(one, "pobj")]  # fmt: skip
            return self.refer(below[0], parse) if below else Reference("pronoun", token)
        if "report" in kinds and (definite or plural):
            return Reference("report", token)
        types = frozenset(one.rule.event_type for one in self.triggers.find(parse, token))
        if types and definite:
            return Reference("event", token, types)
        return Reference("event", token) if "event" in kinds and definite else None

    def find_events(
        self, doc: CodedDocument, events: Sequence[Event], statement: Statement, cue: Token, reference: Reference
    ) -> Iterator[Event]:
        """The earlier events that are meant: those of the last sentence, or of the last claim, that has any."""
        back = SENTENCES_BACK.get(reference.kind, SENTENCES_BACK["noun"])
        first = doc.parsed.sentences[max(cue.sentence - back, 0)].span.start
        near = [
            one
            for one in events
            if first <= one.trigger.start < statement_start(statement)
            and not statement.covers(one.trigger)
            and one.type not in (TALK - reference.types)
            and self.is_told_by_another(doc, one, statement)
        ]
        if reference.types:
            same = [one for one in near if one.type in reference.types]
            alike = [one for one in near[-1:] if one.type in VIOLENCE and reference.types & VIOLENCE]
            near = [one for one in same or alike if tells_the_same(doc, one, reference.token)]
        if reference.kind == "unnamed":
            speaker = get_speaker(doc, statement)
            near = [one for one in near if speaker in {side.actor for side in (*one.actors, *one.recipients)}]
        if reference.kind == "report":
            near = [one for one in near if doc.statement_index.find_innermost(one.trigger)] or near
        if not near:
            return
        last = near[-1]
        holder = doc.statement_index.find_innermost(last.trigger)
        sentence = doc.parsed.tokens_in(last.trigger)[0].sentence
        together = [
            one
            for one in near
            if doc.parsed.tokens_in(one.trigger)[0].sentence == sentence
            and doc.statement_index.find_innermost(one.trigger) == holder
        ]
        yield from [last] if reference.types else together

    def is_told_by_another(self, doc: CodedDocument, event: Event, statement: Statement) -> bool:
        """Whether an event is somebody else's word: who repeats himself has one view."""
        holder = doc.statement_index.find_innermost(event.trigger)
        if holder is None:
            return True
        return holder.speaker_span is None or get_speaker(doc, holder) != get_speaker(doc, statement)


def tells_the_same(doc: CodedDocument, event: Event, noun: Token) -> bool:
    """Whether what hangs on a noun stands in the sentence of an event too: "the attack on the *market*"."""
    parse = doc.parsed
    sentence = parse.sentence_of(parse.tokens_in(event.trigger)[0])
    there = {one.lemma for one in parse.tokens_of(sentence)}
    actors = {one.actor for one in (*event.actors, *event.recipients)}
    for preposition in parse.children_of(noun, "prep"):
        for one in parse.children_of(preposition, "pobj"):
            mention = doc.mentions_by_head.get(("actor", one.index))
            is_known = mention is not None and doc.target_of(mention, "actor") in actors
            if one.lemma not in there and not is_known and ("time", one.index) not in doc.mentions_by_head:
                return False
    return True


def get_told(doc: CodedDocument, statement: Statement, noun: Token) -> Statement | None:
    """The statement that a noun in another's content makes: "the claim by police that …" in "rejected the claim …"."""
    inside = (one for one in doc.statements if one.inside == statement.id and one.cue == noun.span)
    return next(inside, None)


def is_silence(statement: Statement) -> bool:
    """Whether a statement says neither yes nor no: "declined to comment on it"."""
    return statement.maker.rpartition("/")[2].startswith("silence.")


def statement_start(statement: Statement) -> int:
    """Where a statement begins: its speaker, cue or content, whatever comes first."""
    spans = [span for span in (statement.speaker_span, statement.cue, *statement.content) if span]
    return min(span.start for span in spans)


def get_cue(doc: CodedDocument, statement: Statement) -> Token | None:
    """The verb of a statement's cue."""
    tokens = doc.parsed.tokens_in(statement.cue) if statement.cue else ()
    return next((one for one in tokens if one.tag.startswith("V")), None)


def get_head(doc: CodedDocument, statement: Statement) -> Token | None:
    """The word that heads a content of one piece, "report" of "the report false"; None for others."""
    head = doc.parsed.root_in(statement.content[0]) if len(statement.content) == 1 else None
    if head is None or head.label != "oprd":
        return head
    return next(iter(doc.parsed.children_of(doc.parsed.head_of(head), "dobj")), head)


def get_speaker(doc: CodedDocument, statement: Statement) -> str | None:
    """The actor who makes a statement, as far as it is resolved; else its words."""
    span = statement.speaker_span
    if span is None:
        return None
    mention = doc.actor_mentions.get(span)
    return (doc.target_of(mention, "actor") if mention else None) or span.slice(doc.text)
