"""Contents of statements brought together with the quotation marks around them.

A quotation may be longer than the clause that the grammar gives its cue, may lie on both sides of the cue, or may have
no cue of its own and go on with the speaker before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.find.contents import trim_edges
from onrecord.find.drafts import Draft
from onrecord.find.quotations import Quotation
from onrecord.find.turns import find_introduced, find_signer
from onrecord.model.coded import CodedDocument
from onrecord.model.documents import Zone
from onrecord.model.parse import Token, span_of
from onrecord.model.spans import Span, SpanMask, join_spans

SHORTEST_QUOTATION = 4
"""Words of a quotation that stands as a statement without a cue; shorter ones are scare quotes or titles."""
SHORTEST_SENTENCE = 2
"""Words of one that is a whole paragraph and ends as a sentence does."""
SENTENCE_ENDS = (".", "!", "?", "…")
LONGEST_HEADING = 9
MOSTLY = 0.6
"""The share of a paragraph that such a quotation fills."""
ADVERBIAL = 12
"""Tokens that may stand between a cue and the comma after it: "on Wednesday", "in an interview with Radio Minho"."""
TOLD = {"as", "while", "when", "after", "before", "although", "though", "since"}
"""Words that begin what the report tells after a cue."""
GAP = re.compile(r"[\"“”’',\s]*(?:(?:and|or|but|as|a|an|the)\s+){0,3}[\"“‘'`«]*")
"""What may stand between an object and the quotation that says what it is, and between two such quotations."""
NEAR = 8
"""Characters looked at before a cue or a quotation."""
PAUSES = tuple(",.!?…—–-;")
LAYOUT = ("turn", "letter")
"""Rules of statements whose words are all told, in quotation marks or not."""
MARKS = set("\"“”‘’'`«»„ \n\t")


def widen(draft: Draft, by_zone: Mapping[int, list[Quotation]], doc: CodedDocument) -> Draft:
    """The draft with the whole of every quotation that its content has a part in, or that stands beside its cue.

    `by_zone` has the quotations of each paragraph, by the number of its zone.
    """
    if draft.cue is None:
        return draft
    cue = draft.cue.span
    sentence = doc.parsed.sentence_of(draft.cue.token)
    near = [one.span for one in by_zone.get(sentence.zone, ()) if not one.span.overlaps(cue)]
    touched = [one for one in near if any(one.overlaps(span) for span in draft.content)]
    if not touched and not draft.content:
        beside = [one for one in near if one.overlaps(sentence.span) or precedes(one, sentence.span, doc.text)]
        beside = [one for one in beside if one.end <= cue.start or continues(one, draft.cue.token, doc)]
        touched = [one for one in beside if is_speech(one, doc.text)][:1]
    if not touched and not draft.content and introduces(draft.cue.token, doc):
        return replace(draft, content=find_block(sentence.zone, by_zone, doc))
    touched += chain_quotations(draft, near, doc.text)
    rest = find_rest(draft, touched, doc) if draft.content else None
    if touched and "quote" in draft.cue.row.frames:
        is_quoted = not draft.content or starts_quoted(draft.content[0], touched)
        beside = [
            one
            for one in near
            if follows(one, sentence.span, doc.text)
            or (is_quoted and continues(one, draft.cue.token, doc) and is_speech(one, doc.text))
        ]
        touched += [one for one in beside if one not in touched]
    return replace(draft, content=tuple(merge([*draft.content, *([rest] if rest else []), *touched], cue)))


def introduces(token: Token, doc: CodedDocument) -> bool:
    """Whether a cue stands in a sentence that ends its paragraph with a colon: what follows is what was said."""
    sentence = doc.parsed.sentence_of(token)
    zones = doc.document.zones
    ends = (
        doc.text[: zones[sentence.zone].span.end].endswith(":") and sentence.span.end == zones[sentence.zone].span.end
    )
    return ends and sentence.zone + 1 < len(zones) and zones[sentence.zone + 1].kind == "body"


def find_block(zone: int, by_zone: Mapping[int, list[Quotation]], doc: CodedDocument) -> tuple[Span, ...]:
    """The paragraph after a colon: its quotation, where it begins with one, else all of it."""
    span = doc.document.zones[zone + 1].span
    quoted = [one.span for one in by_zone.get(zone + 1, ())]
    return (quoted[0],) if quoted and quoted[0].start <= span.start + 2 else (span,)


def chain_quotations(draft: Draft, near: list[Span], text: str) -> list[Span]:
    """Quotations that say of a noun what it is called: 'called him "a liar," a "cheat" and "a crook"'."""
    if draft.cue is None or not draft.content or "noun" not in draft.cue.row.frames:
        return []
    end, found = draft.content[-1].end, []
    for quotation in near:
        if end <= quotation.start and GAP.fullmatch(text[end : quotation.start]):
            found.append(Span(end, quotation.end))
            end = quotation.end
    return [Span(draft.content[-1].start, end)] if found else []


def find_rest(draft: Draft, quoted: list[Span], doc: CodedDocument) -> Span | None:
    """The rest of a sentence after a cue between commas: "It was, he said, the worst day of all".

    None where what stands before the cue is a quotation, and where the rest is told by the report: ", adding that …".
    """
    if draft.cue is None or draft.rule != "verb" or starts_quoted(draft.content[0], quoted):
        return None
    verb, before = draft.cue.token, draft.content[-1].end
    if any(one.index > verb.index for one in doc.parsed.children_of(verb, "nsubj")):
        return None
    sentence = doc.parsed.tokens_of(doc.parsed.sentence_of(verb))
    if verb.start < before or next((one.words for one in sentence if one.start >= before), "") != ",":
        return None
    after = [one for one in sentence if one.index > verb.index]
    comma = next((number for number, one in enumerate(after[:ADVERBIAL]) if one.words == ","), None)
    if comma is None or any(one.tag.startswith("V") for one in after[:comma]):
        return None
    rest = trim_edges(after[comma:])
    if not rest or rest[0].tag in ("VBG", "WP", "WDT", "WRB") or rest[0].lemma in TOLD:
        return None
    is_quoted = any(one.words in MARKS for one in rest)
    return span_of(rest) if rest[0].tag != "CC" or is_quoted else None


def is_speech(quotation: Span, text: str) -> bool:
    """Whether a quotation is set off as speech: 'said, "No"', '"No," he said'; not 'Operation "Iron Dawn" began'."""
    before = text[max(quotation.start - NEAR, 0) : quotation.start].rstrip("\"“”‘’'`«„ \n\xa0")[-1:]
    ends = quotation.slice(text)[-1:] in PAUSES or text[quotation.end :].lstrip("\"”’'»")[:1] in (",", ";")
    return ends or before in (",", ":") or len(quotation.slice(text).split()) >= SHORTEST_QUOTATION


def starts_quoted(span: Span, quotations: list[Span]) -> bool:
    """Whether a content begins inside one of its quotations."""
    return any(one.start <= span.start < one.end for one in quotations)


def follows(quotation: Span, sentence: Span, text: str) -> bool:
    """Whether nothing but marks stands between a sentence and the quotation after it."""
    return sentence.end <= quotation.start and set(text[sentence.end : quotation.start]) <= MARKS


def precedes(quotation: Span, sentence: Span, text: str) -> bool:
    """Whether nothing but marks stands between a quotation and the sentence after it: '"Where is he?" she asked.'"""
    return quotation.end <= sentence.start and set(text[quotation.end : sentence.start]) <= MARKS | set("?!.,")


def continues(quotation: Span, verb: Token, doc: CodedDocument) -> bool:
    """Whether a quotation stands after its cue in the same sentence, with no verb between: '"…," he said, "and …."'"""
    if not (verb.end <= quotation.start and doc.parsed.sentence_of(verb).span.contains(quotation)):
        return False
    between = doc.parsed.tokens_in(Span(verb.end, quotation.start)) if verb.end < quotation.start else ()
    return not any(one.tag.startswith("V") and one.index != verb.index for one in between)


def merge(spans: list[Span], cue: Span) -> Iterator[Span]:
    """The spans in order, those that overlap as one, but never across the cue."""
    merged: list[Span] = []
    for span in sorted(spans):
        joined = join_spans(merged[-1], span) if merged and merged[-1].overlaps(span) else None
        if joined and not joined.overlaps(cue):
            merged[-1] = joined
        elif joined is None:
            merged.append(span)
    yield from merged


@dataclass
class Claims:
    """What is claimed so far: the words of all statements, and for each paragraph its statements' ends and speakers."""

    zones: Sequence[Zone]
    words: SpanMask
    speakers: dict[int, list[tuple[int, Span | None]]] = field(default_factory=dict)

    def add(self, content: tuple[Span, ...], speaker: Span | None) -> None:
        """Claim the words of a statement."""
        for span in content:
            self.words.add(span)
        self.speakers.setdefault(self.place(content[0]), []).append((content[-1].end, speaker))

    def place(self, span: Span) -> int:
        """The number of the paragraph in which a span begins."""
        return bisect_right(self.zones, span.start, key=lambda one: one.span.start) - 1

    def find_last(self, number: int, before: int) -> Span | None:
        """The speaker of the last statement of the paragraph before, or of this one up to a position."""
        near = [one for place in (number - 1, number) for one in self.speakers.get(place, ()) if one[0] <= before]
        return max(near, key=lambda pair: pair[0])[1] if near else None


def find_uncued(drafts: list[Draft], quotations: list[Quotation], doc: CodedDocument) -> Iterator[Draft]:
    """Paragraphs in quotation marks that no cue claims, with the speaker of the paragraph before."""
    zones = doc.document.zones
    mentions = list(doc.actor_mentions.values())
    quoted = SpanMask(len(doc.text), (one.span for one in quotations))
    told = SpanMask(len(doc.text), (span for one in drafts if one.rule in LAYOUT for span in one.content))
    claims = Claims(zones, SpanMask(len(doc.text)))
    for draft in drafts:
        if draft.content and not (draft.cue and quoted.covers(draft.cue.span)):
            claims.add(draft.content, draft.speaker)
    for quotation in (one.span for one in quotations if not told.touches(one.span)):
        number = claims.place(quotation)
        if not stands_alone(quotation, zones[number], doc.text) or claims.words.covers(quotation):
            continue
        speaker = find_signer(quotation, zones[number].span, mentions, doc.text)
        speaker = speaker or find_introduced(quotation, mentions, doc)
        speaker = speaker or claims.find_last(number, quotation.start) or find_narrated(number, quotation, doc)
        if speaker:
            claims.add((quotation,), speaker)
            yield Draft(None, (quotation,), speaker, None, "continued")


def stands_alone(quotation: Span, zone: Zone, text: str) -> bool:
    """Whether a quotation can be a statement without a cue: long enough, and no heading."""
    is_within = zone.span.contains(quotation) and zone.kind != "headline"
    return is_within and is_statement(quotation, zone.span, text) and not is_heading(quotation, zone.span, text)


def is_statement(quotation: Span, paragraph: Span, text: str) -> bool:
    """Whether a quotation is long enough, and enough of its paragraph, to be a statement by itself."""
    alone = paragraph.end - paragraph.start - (quotation.end - quotation.start) <= 3
    least = SHORTEST_SENTENCE if alone and quotation.slice(text)[-1:] in SENTENCE_ENDS else SHORTEST_QUOTATION
    return len(quotation.slice(text).split()) >= least and quotation.end - quotation.start >= MOSTLY * (
        paragraph.end - paragraph.start
    )


def is_heading(quotation: Span, paragraph: Span, text: str) -> bool:
    """Whether a quotation is a heading of its own: short, all of its paragraph, its words capitalised."""
    words = [word.strip("\"“”‘’'.,!?") for word in quotation.slice(text).split()]
    alone = paragraph.end - paragraph.start - (quotation.end - quotation.start) <= 3
    capital = sum(word[:1].isupper() for word in words)
    return alone and len(words) <= LONGEST_HEADING and capital >= 0.6 * len(words)


def find_narrated(paragraph: int, quotation: Span, doc: CodedDocument) -> Span | None:
    """The one whom the paragraph before a quotation tells of: the subject of its last sentence, if a person."""
    zones = doc.document.zones
    if not paragraph or zones[paragraph].kind != "body" or zones[paragraph - 1].kind != "body":
        return None
    if zones[paragraph].span.start + 2 < quotation.start:
        return None
    last = bisect_right(doc.parsed.sentences, paragraph - 1, key=lambda one: one.zone) - 1
    sentence = doc.parsed.sentences[last] if last >= 0 else None
    for token in doc.parsed.tokens_of(sentence) if sentence and sentence.zone == paragraph - 1 else ():
        mention = doc.mentions_by_head.get(("actor", token.index)) if token.label == "nsubj" else None
        above = doc.parsed.head_of(token)
        if mention and above.head == above.index:
            actor = doc.actor_of(mention)
            is_person = (actor and actor.type == "person") or token.lemma in ("he", "she")
            return mention.span if is_person else None
    return None


def is_beside_quotation(token: Token, doc: CodedDocument) -> bool:
    """Whether quotation marks stand in a cue's sentence, or end right before it."""
    tokens = doc.parsed.tokens_of(doc.parsed.sentence_of(token))
    if any(one.tag in ("``", "''") or one.words in ('"', "“", "”", "‘") for one in tokens):
        return True
    before = doc.text[max(tokens[0].start - NEAR, 0) : tokens[0].start].rstrip(" ")
    return before.endswith(('"', "”", "’", "'"))
