"""Mentions of places: known names, unknown ones that stand after "in", "near" and the like, and nouns ("the village").

Runs before find.actors. Countries, and capitals that act ("Washington said"), are left to it: such a name has one
mention, an actor's, which resolve.places gives a place too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.actors import is_acting, is_placed
from onrecord.find.names import ADJECTIVES, Name, NameReader, name_thing
from onrecord.find.toponyms import ToponymFinder
from onrecord.gazetteer.lookup import Gazetteer
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.mentions import MentionForm, make_mention
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase, find_preposition
from onrecord.model.spans import Span, SpanMask

FORMS: dict[str, MentionForm] = {"nominal": "nominal", "adjective": "adjective"}
IDLE = {"be", "have", "become", "remain", "see", "suffer", "lie", "experience", "record", "seem", "witness", "need"}
"""Verbs that make no actor of a state or province: "Ohio has two cases"."""
POINTERS = [["the"], ["this"], ["that"]]


@dataclass(frozen=True, eq=False)
class PlaceFinder:
    """The stage that finds mentions of places that are not actors."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    names: NameReader
    name: ClassVar[str] = "find.places"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("mentions",)

    @cached_property
    def toponyms(self) -> ToponymFinder:
        """What tells the names of places from others."""
        return ToponymFinder(self.lexicon, self.gazetteer)

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """Mentions in the order of the text."""
        names = self.names.read(doc)
        surnames = self.names.read_surnames(doc)
        left = [name for name in names if is_left_to_actors(name, doc.parsed)]
        taken = SpanMask(len(doc.text), (one.span for one in doc.mentions if one.kind == "time"))
        acting = {name.span for name in left}
        nationalities = [name.span for name in left if name.has(*ADJECTIVES)]
        spans: dict[Span, str] = {}
        for toponym in self.toponyms.find(doc, names, surnames):
            is_left = toponym.kind == "adjective" and any(span.contains(toponym.span) for span in nationalities)
            is_left = is_left or toponym.span in acting or self.acts(toponym.span, doc)
            if not is_left and not taken.touches(toponym.span):
                spans[toponym.span] = toponym.kind
        take_all(taken, spans)
        for name in names:
            if name.senses or taken.touches(name.span) or name_thing(name, self.lexicon) == "thing":
                continue
            is_place = name_thing(name, self.lexicon) == "place" or is_unknown_place(doc.parsed, name, self.lexicon)
            if is_place and name.tokens[-1].words not in surnames and not self.is_plain_word(name):
                spans[name.span] = "placed"
        take_all(taken, [*spans, *acting])
        first = min((span.start for span in [*spans, *acting]), default=len(doc.text))
        back = self.lexicon.toponym_words["back"]
        for token in doc.parsed.tokens:
            phrase = self.find_nominal(doc.parsed, token) if token.tag == "NN" and token.lemma in back else None
            if phrase and phrase.start > first and not taken.touches(phrase):
                spans[phrase] = "nominal"
        for span in sorted(spans):
            form: MentionForm = FORMS.get(spans[span], "name")
            yield make_mention(doc.id, span, "place", form, maker=f"{self.name}/{spans[span]}")

    def acts(self, span: Span, doc: CodedDocument) -> bool:
        """Whether a state or province does something, so that it stands for its government: "Oklahoma executed"."""
        head = doc.parsed.root_in(span)
        if head is None or head.label != "nsubj" or not self.gazetteer.is_region(span.slice(doc.text)):
            return False
        verb = doc.parsed.head_of(head)
        return verb.tag.startswith("V") and verb.lemma not in IDLE

    def is_plain_word(self, name: Name) -> bool:
        """Whether a name is one word for a kind of thing: "Hospital", "Chamber"."""
        word = name.tokens[0].words
        if len(name.tokens) > 1:
            return False
        never = self.lexicon.toponym_words["never"]
        return word.casefold() in never or word.casefold() in self.lexicon.organization_words or word.isupper()

    def find_nominal(self, parse: Parse, token: Token) -> Span | None:
        """The phrase of a noun that points back to a place named before: "in the city", not "the city refused"."""
        if token.lemma in self.lexicon.agents:
            return None
        preposition = find_preposition(parse, token)
        above = parse.head_of(token)
        is_taken = token.label in ("dobj", "nsubjpass") and above.lemma in self.lexicon.toponym_words["taking"]
        words = self.lexicon.place_prepositions | self.lexicon.toponym_words["pointing"]
        if not is_taken and (preposition is None or preposition.lemma not in words):
            return None
        if not has_pointer(parse, token):
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


def is_left_to_actors(name: Name, parse: Parse) -> bool:
    """Whether a name is an actor's here: a country's always, a capital's where it acts ("Washington said")."""
    if name.has("country", "person", "actor", "building", *ADJECTIVES):
        return True
    head = parse.root_in(name.span)
    return name.has("capital") and head is not None and is_acting(parse, head)


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
