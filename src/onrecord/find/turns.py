"""Statements that the layout of a page tells, without a word that reports.

    Duval: all sides must talk            a headline, or a line, with its speaker before a colon
    No talks before spring: minister      after a colon or a dash at the end of a headline
    Q: Will you run? / A: No.             the turns of an interview or a transcript, which run on over paragraphs
    @dockers: We walk out at noon.        a tweet
    "We have no water." — Jane Doe        a signed quotation
    Dear Mr Abe, … Yours, Jane Doe        a letter

Not handled: turns told apart by bold type alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.find.drafts import Draft
from onrecord.find.quotations import Quotation
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.spans import Span, trim_span

PREFIX = re.compile(r"[\"“]?(?P<name>[^\s:\"“”‘«][^:\"“”«\n]{0,58}?)\s?:\s+(?=\S)")
HANDLE = re.compile(r"@\w{2,30}")
TURN_WORDS = {
    "q", "a", "question", "answer", "reporter", "interviewer", "host", "moderator", "journalist", "anchor",
    "interviewee", "presenter", "caller", "speaker", "narrator",
}  # fmt: skip
SOURCES = {
    "poll", "polls", "survey", "study", "report", "reports", "court", "police", "officials", "official", "minister",
    "experts", "expert", "analysts", "analyst", "sources", "source", "un", "eu", "army", "military", "ministry",
    "judge", "government", "president", "pm", "researchers", "scientists", "doctors", "witnesses", "residents",
    "activists", "rebels", "union", "lawyer", "lawyers", "mayor", "governor", "spokesman", "spokeswoman",
    "spokesperson", "monitor", "monitors", "ngo", "media", "tv", "state media", "watchdog", "charity", "reuters",
    "ap", "afp", "opposition", "envoy", "general", "commander", "premier", "chancellor", "prosecutor",
    "prosecutors", "defence ministry", "foreign ministry",
}  # fmt: skip
"""What may stand before the colon of a headline though no name is in it."""
CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?: \([A-Z]{1,5}\))?")
END = re.compile(r"(?:\s*:\s+|\s+[–—-]{1,2}\s+)(?P<name>[^:–—\"“”]{2,50})$")
SIGNED = re.compile(
    r"[\"”’']?\s*(?:[―—–-]{1,2}|~)\s*(?P<name>[A-Z@][^\"“”\n]{1,60}?)"
    r"(?:\s*\(@\w+\)[^\n]{0,40}|,\s[^\n]{1,80})?\s*$"
)
GREETING = re.compile(r"(?:My )?Dear (?P<name>[^,:\n]{2,60})[,:]$")
CLOSING = re.compile(
    r"(?:Yours|Sincerely|Kind regards|Best regards|Regards|Respectfully|Best wishes|Faithfully)\b[^\n]{0,30}$", re.I
)
LONGEST_LETTER = 40
LEAST_TURNS = 3
FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")


@dataclass(frozen=True)
class Turn:
    """A paragraph with its speaker before a colon. `name` is the words, `mention` the actor mention in them, if any."""

    zone: int
    name: Span
    mention: Mention | None
    content: Span

    @property
    def speaker(self) -> Span:
        """The words that name the speaker."""
        return self.mention.span if self.mention else self.name


def find_turns(quotations: list[Quotation], doc: CodedDocument) -> Iterator[Draft]:
    """The statements that the layout tells, in no order; one inside another is a turn's, not a quotation's."""
    mentions = sorted((one for one in doc.mentions if one.kind == "actor"), key=lambda one: one.span)
    letters = list(find_letters(mentions, doc))
    yield from letters
    turns = list(find_prefixed(mentions, doc))
    talk = is_conversation(turns, doc)
    current: Turn | None = None
    by_zone = {turn.zone: turn for turn in turns}
    last = max(by_zone, default=-1)
    for number, zone in enumerate(doc.document.zones):
        turn = by_zone.get(number)
        if turn and (talk or is_said(turn, doc)):
            current = turn if talk and number else None
            yield make_turn(turn, quotations, is_talk=talk)
        elif talk and current and number < last and zone.kind == "body" and doc.text[zone.span.start] not in "([":
            yield Draft(None, (zone.span,), current.speaker, None, "turn", "direct")
        elif zone.kind == "headline":
            yield from find_at_end(zone.span, mentions, quotations, doc)


def find_prefixed(mentions: list[Mention], doc: CodedDocument) -> Iterator[Turn]:
    """Paragraphs that begin with a speaker and a colon, as far as the words before it can be one."""
    for number, zone in enumerate(doc.document.zones):
        if zone.kind in ("furniture", "byline", "caption", "dateline"):
            continue
        match = PREFIX.match(doc.text, zone.span.start, zone.span.end)
        content = trim_span(doc.text, Span(match.end(), zone.span.end)) if match else None
        if match is None or content is None:
            continue
        name = Span(match.start("name"), match.end("name"))
        mention = find_speaker(name, mentions, doc)
        if mention or can_speak(name.slice(doc.text)):
            yield Turn(number, name, mention, content)


def can_speak(words: str) -> bool:
    """Whether words that no mention has can stand for a speaker: "Q", "Poll", "WALLACE", "@dockers"."""
    folded = words.casefold().strip(" .")
    if folded in TURN_WORDS or folded in SOURCES:
        return True
    return bool(HANDLE.fullmatch(words) or CAPITALS.fullmatch(words))


def find_speaker(name: Span, mentions: list[Mention], doc: CodedDocument) -> Mention | None:
    """The mention that the words before a colon are, but for a title, an article or a role in brackets."""
    inside = [one for one in mentions if name.contains(one.span) and one.form in ("name", "nominal")]
    if not inside:
        return None
    found = max(inside, key=lambda one: (one.form == "name", one.span.end - one.span.start))
    rest = doc.parsed.tokens_in(name)
    others = [one for one in rest if not found.span.overlaps(one.span)]
    plain = all(
        one.tag in ("NN", "NNP", "NNPS", "JJ", "DT", "HYPH", ",", "POS", "-LRB-", "-RRB-", "IN", "CC", "CD")
        for one in others
    )
    return found if plain and len(others) <= 6 else None


def is_conversation(turns: list[Turn], doc: CodedDocument) -> bool:
    """Whether a page is an interview or a transcript: several turns of at least two speakers, one after another."""
    body = [turn for turn in turns if doc.document.zones[turn.zone].kind == "body"]
    names = {turn.name.slice(doc.text).casefold() for turn in body}
    return len(body) >= LEAST_TURNS and 1 < len(names) < len(body) + (len(body) < 4)


def is_said(turn: Turn, doc: CodedDocument) -> bool:
    """Whether a single line with a colon is somebody's words: quoted, or a clause after a name in a headline."""
    words = turn.content.slice(doc.text)
    name = turn.name.slice(doc.text)
    if HANDLE.fullmatch(name):
        return True
    if turn.mention is None and name.casefold() not in SOURCES:
        return name.casefold() in TURN_WORDS
    if words.startswith(('"', "“", "'", "‘", "«")):
        return True
    is_heading = doc.document.zones[turn.zone].kind in ("headline", "standfirst") or turn.zone == 0
    return is_heading and has_verb(turn.content, doc)


def has_verb(span: Span, doc: CodedDocument) -> bool:
    """Whether a verb stands in a span: a list of names or things has none."""
    return any(one.tag in FINITE for one in doc.parsed.tokens_in(span))


def make_turn(turn: Turn, quotations: list[Quotation], *, is_talk: bool) -> Draft:
    """The statement of a turn; without its quotation marks where these are all of it."""
    quoted = next((one.span for one in quotations if turn.content.contains(one.span)), None)
    whole = quoted is not None and turn.content.end - turn.content.start - (quoted.end - quoted.start) <= 3
    content = quoted if quoted and whole else turn.content
    return Draft(None, (content,), turn.speaker, None, "turn", "direct" if is_talk else None)


def find_at_end(
    zone: Span, mentions: list[Mention], quotations: list[Quotation], doc: CodedDocument
) -> Iterator[Draft]:
    """ "No talks before spring: minister"; "'No talks' – minister". Not "Kenya v Mali: match report"."""
    match = END.search(zone.slice(doc.text))
    if match is None:
        return
    name = Span(zone.start + match.start("name"), zone.start + match.end("name"))
    content = trim_span(doc.text, Span(zone.start, zone.start + match.start()))
    if content is None or len(name.slice(doc.text).split()) > 5:
        return
    quoted = [one.span for one in quotations if content.contains(one.span)]
    mention = find_speaker(name, mentions, doc)
    can_be = mention is not None or name.slice(doc.text).casefold() in SOURCES
    if can_be and (quoted or has_verb(content, doc) or doc.text[content.start : content.start + 3] == "No "):
        yield Draft(None, (content,), mention.span if mention else name, None, "turn")


def find_letters(mentions: list[Mention], doc: CodedDocument) -> Iterator[Draft]:
    """The paragraphs of a letter, each a statement of the one who signs it, to the one it greets."""
    zones = doc.document.zones
    for first, zone in enumerate(zones):
        greeting = GREETING.match(zone.span.slice(doc.text))
        if greeting is None:
            continue
        closing = next((n for n in range(first + 1, min(first + LONGEST_LETTER, len(zones)))
                        if CLOSING.match(zones[n].span.slice(doc.text))), None)  # fmt: skip
        if closing is None:
            continue
        lines = [zones[n].span for n in (closing, closing + 1) if n < len(zones)]
        signer = next(
            (one.span for one in mentions if one.form == "name" and any(s.contains(one.span) for s in lines)), None
        )
        to = Span(zone.span.start + greeting.start("name"), zone.span.start + greeting.end("name"))
        addressee = next((one.span for one in mentions if to.contains(one.span)), None)
        if signer:
            for part in zones[first + 1 : closing]:
                yield Draft(None, (part.span,), signer, addressee, "letter", "direct")


def find_signer(quotation: Span, paragraph: Span, mentions: list[Mention], text: str) -> Span | None:
    """The name that signs a quotation: "…." — Jane Doe, nurse"; only where the dash and the name end the paragraph."""
    match = SIGNED.fullmatch(text[quotation.end : paragraph.end])
    if match is None:
        return None
    name = Span(quotation.end + match.start("name"), quotation.end + match.end("name"))
    found = next((one.span for one in mentions if one.kind == "actor" and name.contains(one.span)), None)
    return found or name
