"""Which names of a report are places', by the gazetteer and by where they stand.

A name that a town shares with people ("Jackson", "Florence") is a place only where the text shows it: "in Jackson",
"Jackson, Mississippi", "Jackson police". What is shown once holds for the same name elsewhere in the report.

    embedded      Houston Police Department · University of Cairo · U.S. Army: the place inside another name
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.codebook.lexicon import Lexicon
from onrecord.find.names import JOINERS, PARTICLES, Name
from onrecord.gazetteer.keys import make_key
from onrecord.gazetteer.lookup import Gazetteer
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Token, span_of
from onrecord.model.phrases import NAME_TAGS, NOUN_TAGS, find_preposition
from onrecord.model.spans import Span

LONGEST = 7
"""Tokens of the longest name that is looked up."""
LIKELY, SEEN = 1.0, 2.5
"""The least evidence for one mention, and for a name so that its other mentions are places too."""
SITES = {"crossing", "camp", "base", "dam", "airbase", "checkpoint", "barrage"}
"""Nouns in lower case that end the names of places: "the Rafah crossing"."""
UNSURE = -0.5
"""The evidence of what is a place only where the report shows it elsewhere."""
HUGE, LARGE, MIDDLING = 6.0, 5.0, 4.0
"""Priors of a city of a million, of one of 100,000, and of a town of 10,000."""
SHORTEST_CAPITALS = 3
LONGEST_CODE = 5
"""Letters of the longest word in capitals that may be a code."""
LIST_JOINTS = (", ", " and ", ", and ", " or ", ", or ", " & ", "; ", "/")

Kind = Literal["name", "adjective", "embedded"]


@dataclass(frozen=True)
class Toponym:
    """A name of a place in the text."""

    span: Span
    kind: Kind


@dataclass(frozen=True)
class Match:
    """Tokens whose words the gazetteer has, with the name they are a part of, if any."""

    span: Span
    tokens: tuple[Token, ...]
    words: str
    key: str
    name: Name | None

    @property
    def is_whole(self) -> bool:
        """Whether the match is all of its name."""
        return self.name is None or self.span.contains(self.name.span)


@dataclass(frozen=True, eq=False)
class ToponymFinder:
    """Finds the names of places in a document."""

    lexicon: Lexicon
    gazetteer: Gazetteer

    @property
    def words(self) -> dict[str, frozenset[str]]:
        """Words that tell names of places from others, by what they do."""
        return self.lexicon.toponym_words

    def find(self, doc: CodedDocument, names: list[Name], surnames: frozenset[str]) -> list[Toponym]:
        """The toponyms in the order of the text, none overlapping. `surnames` are of the people of this report."""
        matches = list(self.match(doc, names))
        rated = self.spread(doc.text, [(match, self.rate(doc, match, surnames)) for match in matches])
        best: dict[str, float] = {}
        for match, evidence in rated:
            best[match.key] = max(best.get(match.key, evidence), evidence)
        return [
            Toponym(match.span, self.tell_kind(match))
            for match, evidence in rated
            if evidence >= LIKELY or (evidence > -LIKELY and best[match.key] >= SEEN)
        ]

    def spread(self, text: str, rated: list[tuple[Match, float]]) -> list[tuple[Match, float]]:
        """Names in a list with places are places: "Rongo" of "Migori, Rongo and Homa Bay"."""
        for order in (range(1, len(rated)), range(len(rated) - 2, -1, -1)):
            for index in order:
                match, evidence = rated[index]
                other, known = rated[index - 1 if order.step > 0 else index + 1]
                first, last = (other, match) if order.step > 0 else (match, other)
                is_listed = text[first.span.end : last.span.start] in LIST_JOINTS
                if is_listed and known >= SEEN - LIKELY and -LIKELY < evidence < SEEN - LIKELY:
                    rated[index] = (match, SEEN - LIKELY)
        return rated

    def tell_kind(self, match: Match) -> Kind:
        """Whether a match is a name, an adjective, or inside another name."""
        if match.tokens[-1].tag == "JJ" or self.gazetteer.is_adjective(match.words):
            return "adjective"
        return "name" if match.is_whole else "embedded"

    def match(self, doc: CodedDocument, names: list[Name]) -> Iterator[Match]:
        """What the gazetteer knows, from left to right, the longest first."""
        by_token = {token.index: name for name in names for token in name.tokens}
        times = frozenset(
            token.index for one in doc.mentions if one.kind == "time" for token in doc.parsed.tokens_in(one.span)
        )
        openings = frozenset(zone.span.start for zone in doc.document.zones if zone.kind == "dateline")
        for sentence in doc.parsed.sentences:
            tokens = doc.parsed.tokens_of(sentence)
            end = 0
            for position, token in enumerate(tokens):
                if position < end or not token.words[0].isupper():
                    continue
                length = self.measure(doc.text, tokens, position, times, openings)
                if length:
                    end = position + length
                    found = tokens[position:end]
                    span = span_of(found)
                    words = span.slice(doc.text)
                    name = by_token.get(found[0].index) or by_token.get(found[-1].index)
                    yield Match(span, found, words, make_key(words), name)

    def measure(
        self, text: str, tokens: tuple[Token, ...], position: int, times: frozenset[int], openings: frozenset[int]
    ) -> int:
        """How many tokens from a position on are the longest name that the gazetteer knows; 0 for none."""
        first = tokens[position]
        if first.index in times or not can_open(first, is_first=position == 0):
            return 0
        if first.tag == "JJ" and (first.words in self.gazetteer.words or self.gazetteer.is_listed(first.words)):
            return 1
        least = 1 if first.tag == "JJ" or first.words == "The" else 0
        for length in range(measure_reach(tokens, position, times, self.words["inner"]), least, -1):
            last = tokens[position + length - 1]
            if not can_close(last, is_alone=length == 1, is_first=position == 0):
                continue
            words = text[first.start : last.end]
            if length == 1 and not (self.can_stand_alone(words) or first.start in openings):
                continue
            if self.gazetteer.knows(words):
                return length
        return 0

    def can_stand_alone(self, word: str) -> bool:
        """Whether one word can be a place's name: no code such as "HIV", no word that never is."""
        if word.isupper() and len(word) <= LONGEST_CODE:
            return self.gazetteer.is_listed(word)
        return len(word) > 2 and word.casefold().rstrip(".") not in self.words["never"]

    def rate(self, doc: CodedDocument, match: Match, surnames: frozenset[str]) -> float:
        """How much speaks for a match being a place here; below zero where it is not."""
        parse, name = doc.parsed, match.name
        if match.tokens[-1].tag == "JJ":
            return -SEEN if name and name.has("person") else SEEN
        if has_title(parse, match.tokens[0], self.lexicon) or match.tokens[-1].words in surnames:
            return -SEEN
        if name and not match.is_whole:
            return self.rate_inner(match, name)
        if name and name.has("person", "actor", "building", "people"):
            return -SEEN
        head = parse.root_in(match.span) or match.tokens[-1]
        return self.rate_name(match) + self.rate_setting(doc, match, head)

    def rate_name(self, match: Match) -> float:
        """What the name itself tells."""
        candidates = self.gazetteer.look_up(match.words)
        prior = max((one.prior for one in candidates), default=0.0)
        rating = 2.5 if prior >= HUGE else 1.5 if prior >= LARGE else 0.5 if prior >= MIDDLING else 0.0
        words = match.tokens[0].words
        is_given = words in self.lexicon.given_names
        if len(match.tokens) > 1:
            is_person = is_given and match.tokens[-1].words in self.lexicon.surnames
            return rating + (-3.0 if is_person else 0.5 if is_given else 1.5)
        if all(one.is_other_name for one in candidates):
            rating -= 1.0
        if is_given:
            rating -= 0.5 if prior >= LARGE else 1.5
        if words in self.lexicon.surnames:
            rating -= 1.0
        return rating

    def rate_setting(self, doc: CodedDocument, match: Match, head: Token) -> float:
        """What the words around a name tell."""
        parse = doc.parsed
        rating = 0.0
        preposition = find_preposition(parse, head)
        if preposition is not None:
            word = preposition.lemma
            rating += 3.0 if word in self.words["locating"] else 1.0 if word in self.words["pointing"] else 0.0
        following = parse.tokens[match.tokens[-1].index + 1 : match.tokens[-1].index + 3]
        if len(following) == 2 and following[0].words == "," and following[1].tag in NAME_TAGS:
            rating += 2.0 if self.gazetteer.is_region(following[1].words) else 0.0
        if any(zone.kind == "dateline" and zone.span.contains(match.span) for zone in doc.document.zones):
            rating += 3.0
        after = parse.tokens[match.tokens[-1].index + 1 : match.tokens[-1].index + 2]
        if after and after[0].lemma.casefold() in self.words["namesake"]:
            return -SEEN
        is_modifying = head.label in ("compound", "nmod", "amod")
        if is_modifying and parse.head_of(head).tag in ("NN", "NNS"):
            is_leader = parse.head_of(head).lemma in ("administration", "campaign", "family", "era", "camp", "doctrine")
            rating += -1.0 if is_leader and match.tokens[-1].words in self.lexicon.surnames else 1.0
        if after and after[0].words.casefold() in self.lexicon.titles and after[0].sentence == head.sentence:
            rating += 1.5
        if head.label == "poss":
            rating += 0.5
        above = parse.head_of(head)
        if head.label in ("dobj", "nsubjpass") and above.lemma in self.words["taking"]:
            rating += 2.5
        if above.lemma == "of" and parse.head_of(above).lemma in self.lexicon.place_nouns:
            rating += 2.0
        if head.label == "nsubj" and parse.head_of(head).lemma in self.lexicon.reporting_verbs:
            rating -= 1.5
        if match.tokens[0].index == parse.sentence_of(head).first:
            rating -= 0.5
        return rating

    def rate_inner(self, match: Match, name: Name) -> float:
        """Whether a match inside a longer name is a place there: "Houston" of "Houston Police Department"."""
        before = [token for token in name.tokens if token.end <= match.span.start]
        after = [token for token in name.tokens if token.start >= match.span.end]
        known = self.gazetteer.look_up(match.words)
        prior = max((one.prior for one in known), default=0.0)
        is_given = match.tokens[0].words in self.lexicon.given_names and len(match.tokens) == 1
        if (
            before
            and all(token.words.casefold() in self.words["direction"] or token.words in JOINERS for token in before)
            and not after
        ):
            return LIKELY
        if name.has("person") or (name.tokens[0].words in self.lexicon.given_names and not self.has_organization(name)):
            return -SEEN
        if before and before[-1].words.casefold() in ("of", "for", "in", "at"):
            return LIKELY if prior >= MIDDLING else UNSURE
        if before and before[-1].words == "the" and len(before) > 1:
            return LIKELY if prior >= LARGE else UNSURE
        if before:
            is_branch = all(token.words.isupper() for token in before) or self.has_organization(name)
            return LIKELY if is_branch and prior >= HUGE and not after and not is_given else -SEEN
        last = after[-1].words.casefold()
        if self.is_outlet(name):
            return -SEEN
        if last in self.words["whole"] or (is_given and not self.has_organization(name)):
            return -SEEN
        if after[0].words in JOINERS:
            return LIKELY if prior >= LARGE else UNSURE
        if match.tokens[0].words in self.lexicon.surnames and not self.has_organization(name):
            return -LIKELY
        if last == "administration" or (is_given and len(after) == 1):
            return -SEEN
        is_firm = len(after) > 1 and prior >= LARGE and not is_given
        if is_firm and all(token.words not in self.lexicon.surnames for token in after):
            return LIKELY
        is_known = len(match.tokens) > 1 or prior >= MIDDLING
        return LIKELY if is_known and (self.has_organization(name) or name.has("actor")) else UNSURE

    def is_outlet(self, name: Name) -> bool:
        """Whether a name is a newspaper's or a broadcaster's: "New York Times"."""
        if any(sense.kind == "actor" and self.lexicon.actors[sense.key].sector == "JRN" for sense in name.senses):
            return True
        return self.lexicon.organization_words.get(name.tokens[-1].words.casefold(), ("", ""))[1] == "JRN"

    def has_organization(self, name: Name) -> bool:
        """Whether a word of an organisation's or a building's name is in a name."""
        words = self.lexicon.organization_words
        things = self.lexicon.thing_words
        return any(token.words.casefold() in words or (token.words, "last") in things for token in name.tokens)


def can_open(token: Token, *, is_first: bool) -> bool:
    """Whether a token can be the first of a place's name; a noun with a capital within a sentence may be one too."""
    if (
        token.tag in NAME_TAGS
        or token.tag == "JJ"
        or token.words == "The"
        or (token.words.isupper() and len(token.words) > SHORTEST_CAPITALS)
    ):
        return True
    return token.tag in NOUN_TAGS and not is_first


def can_close(token: Token, *, is_alone: bool, is_first: bool) -> bool:
    """Whether a token can be the last of a place's name."""
    if token.tag in NAME_TAGS or (is_alone and token.words.isupper()) or (not is_alone and token.words in SITES):
        return True
    return token.tag in NOUN_TAGS and token.words[0].isupper() and not (is_alone and is_first)


def measure_reach(tokens: tuple[Token, ...], position: int, times: frozenset[int], inner: frozenset[str]) -> int:
    """How many tokens from a position on could be one name: names, and small words between them."""
    reach = 1
    for offset in range(1, min(LONGEST, len(tokens) - position)):
        token = tokens[position + offset]
        if token.index in times:
            break
        if token.words in SITES:
            return offset + 1
        if token.tag in NAME_TAGS or token.words.isdigit() or (token.tag in NOUN_TAGS and token.words[0].isupper()):
            reach = offset + 1
        elif (
            token.words not in JOINERS
            and token.words.casefold() not in PARTICLES
            and token.words.casefold() not in inner
            and token.tag != "POS"
        ):
            break
    return reach


def has_title(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether a person's title stands right before a name: "Gov. Sanford"."""
    if token.index == 0:
        return False
    before = parse.tokens[token.index - 1]
    if before.sentence != token.sentence:
        return False
    return before.words.casefold().rstrip(".") in lexicon.titles and before.head in (
        token.index,
        *range(token.index, token.index + 4),
    )
