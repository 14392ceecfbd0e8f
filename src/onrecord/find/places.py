"""Mentions of places: known names, unknown ones that stand after "in", "near" and the like, and nouns ("the village").

Runs after find.actors: a name that is an actor here ("Washington said") keeps its one mention, which resolve.places
gives a place too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.actors import is_placed
from onrecord.find.names import Name, find_names, name_thing
from onrecord.gazetteer.lookup import Gazetteer
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.mentions import MentionForm, make_mention
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import NAME_TAGS, find_phrase
from onrecord.model.spans import Span, SpanMask

MODIFYING = ("compound", "nmod", "amod", "npadvmod")
POINTERS = [["the"], ["this"], ["that"]]


@dataclass(frozen=True)
class PlaceFinder:
    """The stage that finds mentions of places that are not actors."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    name: ClassVar[str] = "find.places"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("mentions",)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Mentions in the order of the text."""
        taken = SpanMask(len(doc.text), (mention.span for mention in doc.mentions))
        spans: dict[Span, str] = {}
        for sentence in doc.parsed.sentences:
            for match in self.gazetteer.names.find(sentence.span.slice(doc.text)):
                span = Span(match.span.start + sentence.span.start, match.span.end + sentence.span.start)
                if is_place_name(doc.parsed, span) and not taken.touches(span):
                    spans[span] = "known"
        take_all(taken, spans)
        times = [mention.span for mention in doc.mentions if mention.kind == "time"]
        for name in find_names(doc.text, doc.parsed, self.lexicon, times):
            if taken.touches(name.span) or name_thing(name, self.lexicon) == "thing":
                continue
            if name_thing(name, self.lexicon) == "place" or is_unknown_place(doc.parsed, name, self.lexicon):
                spans[name.span] = "placed"
        take_all(taken, spans)
        first = min((span.start for span in spans), default=len(doc.text))
        for token in doc.parsed.tokens:
            phrase = self.find_nominal(doc.parsed, token)
            if phrase and phrase.start > first and not taken.touches(phrase):
                spans[phrase] = "nominal"
        for span in sorted(spans):
            form: MentionForm = "nominal" if spans[span] == "nominal" else "name"
            yield make_mention(doc.id, span, "place", form, maker=f"{self.name}/{spans[span]}")

    def find_nominal(self, parse: Parse, token: Token) -> Span | None:
        """The phrase of a noun that points back to a place named before: "the city", "this province"."""
        if token.lemma not in self.lexicon.place_nouns or token.tag != "NN":
            return None
        if token.label in MODIFYING or not has_pointer(parse, token):
            return None
        return find_phrase(parse, token)


def take_all(taken: SpanMask, spans: Iterable[Span]) -> None:
    """Take the words of all spans."""
    for span in spans:
        taken.add(span)


def has_pointer(parse: Parse, token: Token) -> bool:
    """Whether a noun stands with "the", "this" or "that" alone, so that it points back: not "the city of Bern"."""
    below = parse.children_of(token)
    return [one.lemma for one in below if one.label not in ("punct", "relcl", "appos", "conj", "cc")] in POINTERS


def is_place_name(parse: Parse, span: Span) -> bool:
    """Whether the words of a span are tagged as a name and are not a part of a longer one ("Victoria Nuland")."""
    tokens = parse.tokens_in(span)
    if not tokens or tokens[0].start != span.start or tokens[-1].end != span.end:
        return False
    if any(token.tag not in NAME_TAGS for token in (tokens[0], tokens[-1])):
        return False
    first, last = tokens[0].index, tokens[-1].index
    before = parse.tokens[first - 1] if first else None
    if before and before.sentence == tokens[0].sentence and before.tag in NAME_TAGS and before.head == last:
        return False
    after = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    is_modifier = after is not None and tokens[-1].head == after.index and tokens[-1].label == "compound"
    return not (is_modifier and after is not None and after.tag in NAME_TAGS)


def is_unknown_place(parse: Parse, name: Name, lexicon: Lexicon) -> bool:
    """Whether a name that nobody knows is a place by where it stands.

    "in Ubara"; "the town of Ubara"; "Ubara province".
    """
    head = parse.root_in(name.span)
    if head is None or name.has("person", "actor", "people", "adjective", "demonym"):
        return False
    above = parse.head_of(head)
    noun = parse.head_of(above) if above.lemma == "of" else above
    is_called = head.label in ("pobj", "compound", "appos", "nmod") and noun.lemma in lexicon.place_nouns
    return is_placed(parse, head) or (is_called and noun.tag in ("NN", "NNS"))
