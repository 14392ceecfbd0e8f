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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.find.drafts import Draft
from onrecord.find.quotations import Quotation
from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.spans import Span, list_within, trim_span

PREFIX = re.compile(r"[\"“]?(?P<name>[^\s:\"“”‘«][^:\"“”«\n]{0,58}?)\s?:\s+(?=\S)")
HANDLE = re.compile(r"@\w{2,30}")
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
NEAR = 80
"""Characters looked at before a quotation for a name and its colon."""
LEAST_WORDS = 3
VERBAL = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG")
BESIDE = ("NN", "NNP", "NNPS", "JJ", "DT", "HYPH", ",", "POS", "-LRB-", "-RRB-", "IN", "CC", "CD", "``", "''")
"""Tags of words that may stand beside the name of a speaker before a colon."""
MOST_BESIDE = 6
LONGEST_SOURCE = 5
OPENING = ('"', "“", "'", "‘", "«")


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


@dataclass(frozen=True)
class Layout:
    """A page as turns are found on it: its actor mentions and quotations in order, and the words of the lexicon."""

    doc: CodedDocument
    mentions: list[Mention]
    quotations: list[Quotation]
    words: Mapping[str, str]

    def name(self, span: Span) -> str:
        """The words of a span as they are looked up."""
        return span.slice(self.doc.text).casefold().strip(" .")

    def is_quoted(self, span: Span) -> bool:
        """Whether some of a span stands in quotation marks."""
        return next(list_within(span, self.quotations), None) is not None

    def unquote(self, span: Span) -> Span:
        """The quotation that a span is, without its marks; any other span itself."""
        first = next(list_within(span, self.quotations), None)
        quoted = first.span if first else None
        return quoted if quoted and span.end - span.start - (quoted.end - quoted.start) <= 3 else span

    def is_place(self, mention: Mention) -> bool:
        """Whether an actor is also a place: "Syria: rebels seize a town" has a topic before its colon, no speaker."""
        return any(one.kind == "place" and one.span == mention.span for one in self.doc.mentions) or (
            (actor := self.doc.actor_of(mention)) is not None and actor.type == "state"
        )


def find_turns(quotations: list[Quotation], doc: CodedDocument, words: Mapping[str, str]) -> Iterator[Draft]:
    """The statements that the layout tells, in no order. `words` are the lexicon's turn words with their kind."""
    mentions = list(doc.actor_mentions.values())
    layout = Layout(doc, mentions, quotations, words)
    yield from find_letters(mentions, doc)
    turns = {turn.zone: turn for turn in find_prefixed(layout)}
    talk = is_conversation(list(turns.values()), layout)
    current: Turn | None = None
    last = max(turns, default=-1)
    for number, zone in enumerate(doc.document.zones):
        turn = turns.get(number)
        if turn and (talk or is_said(turn, layout)):
            current = turn if talk and number else None
            yield make_turn(turn, layout, is_talk=talk)
        elif talk and current and number < last and zone.kind == "body" and doc.text[zone.span.start] not in "([":
            yield Draft(None, (zone.span,), current.speaker, None, "turn", "direct")
        elif zone.kind == "headline":
            yield from find_at_end(zone.span, layout)


def find_prefixed(layout: Layout) -> Iterator[Turn]:
    """Paragraphs that begin with a speaker and a colon, as far as the words before it can be one."""
    text = layout.doc.text
    for number, zone in enumerate(layout.doc.document.zones):
        if zone.kind in ("furniture", "byline", "caption", "dateline"):
            continue
        match = PREFIX.match(text, zone.span.start, zone.span.end)
        content = trim_span(text, Span(match.end(), zone.span.end)) if match else None
        if match is None or content is None:
            continue
        name = Span(match.start("name"), match.end("name"))
        mention = find_speaker(name, layout)
        if mention or can_speak(name, layout):
            yield Turn(number, name, mention, content)


def can_speak(name: Span, layout: Layout) -> bool:
    """Whether words that no mention has can stand for a speaker: "Q", "Poll", "WALLACE", "@dockers"."""
    words = name.slice(layout.doc.text)
    return bool(layout.name(name) in layout.words or HANDLE.fullmatch(words) or CAPITALS.fullmatch(words))


def find_speaker(name: Span, layout: Layout) -> Mention | None:
    """The mention that the words before a colon are, but for a title, an article or a role in brackets."""
    inside = [one for one in list_within(name, layout.mentions) if one.form in ("name", "nominal")]
    if not inside:
        return None
    found = max(inside, key=lambda one: (one.form == "name", one.span.end - one.span.start))
    others = [one for one in layout.doc.parsed.tokens_in(name) if not found.span.overlaps(one.span)]
    return found if len(others) <= MOST_BESIDE and all(one.tag in BESIDE for one in others) else None


def is_conversation(turns: list[Turn], layout: Layout) -> bool:
    """Whether a page is an interview or a transcript: question and answer, or speakers who come again."""
    names = [layout.name(turn.name) for turn in turns if turn.zone]
    if len(names) > 1 and all(layout.words.get(name) == "turn" for name in names):
        return True
    return len(names) >= LEAST_TURNS and 1 < len(set(names)) < len(names)


def is_said(turn: Turn, layout: Layout) -> bool:
    """Whether a single line with a colon is somebody's words: quoted, or a clause after a name in a headline."""
    if HANDLE.fullmatch(turn.name.slice(layout.doc.text)):
        return True
    kind = layout.words.get(layout.name(turn.name))
    if kind == "turn" or (turn.mention is None and kind is None):
        return False
    if turn.content.slice(layout.doc.text).startswith(OPENING):
        return True
    if layout.doc.document.zones[turn.zone].kind not in ("headline", "standfirst") and turn.zone:
        return False
    actor = layout.doc.actor_of(turn.mention) if turn.mention else None
    if actor is not None and actor.type == "person":
        return len(turn.content.slice(layout.doc.text).split()) >= LEAST_WORDS
    if turn.mention and layout.is_place(turn.mention):
        return any(one.tag == "MD" for one in layout.doc.parsed.tokens_in(turn.content))
    return has_verb(turn.content, layout.doc) or layout.name(turn.content).startswith("no ")


def has_verb(span: Span, doc: CodedDocument) -> bool:
    """Whether a verb stands in a span: a list of names or things has none."""
    return any(one.tag in VERBAL for one in doc.parsed.tokens_in(span))


def make_turn(turn: Turn, layout: Layout, *, is_talk: bool) -> Draft:
    """The statement of a turn; without its quotation marks where these are all of it."""
    content = layout.unquote(turn.content)
    return Draft(None, (content,), turn.speaker, None, "turn", "direct" if is_talk else None)


def find_at_end(zone: Span, layout: Layout) -> Iterator[Draft]:
    """ "No talks before spring: minister"; "'No talks' – minister". Not "Kenya v Mali: match report"."""
    text = layout.doc.text
    match = END.search(zone.slice(text))
    if match is None:
        return
    name = Span(zone.start + match.start("name"), zone.start + match.end("name"))
    content = trim_span(text, Span(zone.start, zone.start + match.start()))
    if content is None or len(name.slice(text).split()) > LONGEST_SOURCE:
        return
    mention = find_speaker(name, layout)
    can_be = mention is not None or layout.words.get(layout.name(name)) == "source"
    is_clause = has_verb(content, layout.doc) or content.slice(text).startswith("No ")
    if can_be and (is_clause or layout.is_quoted(content)):
        yield Draft(None, (layout.unquote(content),), mention.span if mention else name, None, "turn")


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
        addressee = next((one.span for one in list_within(to, mentions)), None)
        if signer:
            for part in zones[first + 1 : closing]:
                yield Draft(None, (part.span,), signer, addressee, "letter", "direct")


def find_introduced(quotation: Span, mentions: list[Mention], doc: CodedDocument) -> Span | None:
    """The name right before a quotation and its colon: 'Pollsters agree - Carl Bialik: "One of the lessons …"'."""
    start = max(quotation.start - NEAR, 0)
    before = doc.text[start : quotation.start].rstrip("\"“‘'«> \xa0")
    if not before.endswith(":"):
        return None
    end = start + len(before.rstrip(": \xa0"))
    found = next((one for one in list_within(Span(start, end), mentions) if one.span.end == end), None)
    tokens = doc.parsed.tokens_in(found.span) if found else ()
    if found is None or not tokens:
        return None
    first = tokens[0]
    previous = doc.parsed.tokens[first.index - 1] if first.index else None
    starts = previous is None or previous.sentence != first.sentence or previous.tag in (":", ".", "HYPH", ",")
    return found.span if starts or (previous is not None and previous.words in ("-", "–", "—", "from")) else None


def find_signer(quotation: Span, paragraph: Span, mentions: list[Mention], text: str) -> Span | None:
    """The name that signs a quotation: "…." — Jane Doe, nurse"; only where the dash and the name end the paragraph."""
    match = SIGNED.fullmatch(text[quotation.end : paragraph.end])
    if match is None:
        return None
    name = Span(quotation.end + match.start("name"), quotation.end + match.end("name"))
    found = next(list_within(name, mentions), None)
    return found.span if found else name
