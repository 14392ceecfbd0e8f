"""Runs of words that are written as names, cut into titles, known names and unknown ones.

US President Barack Obama            -> US | (President) | Barack Obama
Iranian Foreign Minister Zarif       -> Iranian | (Foreign Minister) | Zarif
the Iraqi Army                       -> Iraqi Army
Ministry of Foreign Affairs          -> Ministry of Foreign Affairs
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.names import Sense
from onrecord.model.coded import CodedDocument
from onrecord.model.parse import Parse, Sentence, Token, span_of
from onrecord.model.phrases import NAME_TAGS
from onrecord.model.spans import Span

PARTICLES = {"al", "el", "ul", "ur", "de", "del", "da", "di", "dos", "bin", "ibn", "bint", "van", "von", "der", "den",
             "la", "le", "du", "abu", "ben", "y", "e", "ou"}  # fmt: skip
JOINERS = {"-", "–", "&", "'", "’", "‑", "."}
SENTENCE_OPENERS = {
    "meanwhile", "however", "earlier", "later", "separately", "elsewhere", "yesterday", "today", "tonight",
    "tomorrow", "still", "but", "and", "then", "now", "also", "instead", "moreover", "nevertheless", "nonetheless",
    "despite", "although", "while", "when", "whereas", "because", "once", "though", "thus", "additionally",
    "furthermore", "finally", "recently", "previously", "reportedly", "allegedly", "currently", "formerly",
    "afterwards", "similarly", "likewise", "otherwise", "unlike", "like",
}  # fmt: skip
"""Words that open a sentence right before a name, and belong to none."""
LONGEST_LABEL = 3
"""Letters of "Q", "A" and agencies, which are no names of people in a conversation."""
IsPlace = Callable[[str], bool]
"""Whether some words can be the name of a place."""
ADJECTIVES = ("adjective", "demonym", "people")


@dataclass(frozen=True)
class Name:
    """A name in the text. `senses` is empty for a name that no lexicon knows."""

    span: Span
    senses: tuple[Sense, ...]
    tokens: tuple[Token, ...]

    def has(self, *kinds: str) -> bool:
        """Whether it can be one of these kinds of thing."""
        return any(sense.kind in kinds for sense in self.senses)


class NameReader:
    """Reads the names of a document once for all stages that want them."""

    def __init__(self, lexicon: Lexicon, is_place: IsPlace) -> None:
        self.lexicon = lexicon
        self.is_place = is_place
        self.last: tuple[Parse, list[Name], frozenset[str]] | None = None

    def read(self, doc: CodedDocument) -> list[Name]:
        """The names of a document whose times were found, in the order of the text."""
        return self.read_all(doc)[1]

    def read_surnames(self, doc: CodedDocument) -> frozenset[str]:
        """First and last words of the names of people in a document, which may stand alone later."""
        return self.read_all(doc)[2]

    def read_all(self, doc: CodedDocument) -> tuple[Parse, list[Name], frozenset[str]]:
        """The parse, names and surnames of a document; those of the last document are kept."""
        if self.last is None or self.last[0] is not doc.parsed:
            times = [mention.span for mention in doc.mentions if mention.kind == "time"]
            names = list(find_names(doc.text, doc.parsed, self.lexicon, times, self.is_place))
            self.last = (doc.parsed, names, collect_surnames(names, self.lexicon))
        return self.last


def collect_surnames(names: list[Name], lexicon: Lexicon) -> frozenset[str]:
    """First and last words of the names of people in this text, which may stand alone later."""
    return frozenset(
        form
        for name in names
        for word in (name.tokens[-1].words, name.tokens[0].words)
        for form in (word, *([word.upper()] if len(word) > LONGEST_LABEL else []))
        if name.has("person") or (not name.senses and len(name.tokens) > 1 and is_person_name(name, lexicon))
    )


def is_person_name(name: Name, lexicon: Lexicon) -> bool:
    """Whether an unknown name of several words reads like a person's."""
    if name_thing(name, lexicon) or any(token.words.casefold() in lexicon.organization_words for token in name.tokens):
        return False
    return name.tokens[0].words in lexicon.given_names


def name_thing(name: Name, lexicon: Lexicon) -> str | None:
    """The kind of thing that an unknown name of several words is by its first or last one: "thing", "place"."""
    if name.senses or len(name.tokens) < 2:
        return None
    ends = ((name.tokens[-1].words, "last"), (name.tokens[0].words, "first"))
    return next((lexicon.thing_words[end] for end in ends if end in lexicon.thing_words), None)


def find_names(
    text: str, parse: Parse, lexicon: Lexicon, times: Iterable[Span] = (), is_place: IsPlace = lambda _: False
) -> Iterator[Name]:
    """Known and unknown names of the parsed text, in its order, none overlapping each other or a time."""
    taken = frozenset(token.index for span in times for token in parse.tokens_in(span))
    for sentence in parse.sentences:
        yield from find_in_sentence(text, parse, sentence, lexicon, taken, is_place)


def find_in_sentence(
    text: str, parse: Parse, sentence: Sentence, lexicon: Lexicon, taken: frozenset[int], is_place: IsPlace
) -> Iterator[Name]:
    """The names of a sentence: known ones wherever they stand, unknown ones in the rest of the runs."""
    tokens = parse.tokens_of(sentence)
    offset = sentence.span.start
    starts = {token.start: token.index for token in tokens}
    ends = {token.end: token.index for token in tokens}
    known: dict[int, Name] = {}
    for match in lexicon.names.find(sentence.span.slice(text)):
        span = Span(match.span.start + offset, match.span.end + offset)
        first, last = starts.get(span.start), ends.get(span.end)
        if first is not None and last is not None:
            name = Name(span, match.senses, parse.tokens[first : last + 1])
            free = taken.isdisjoint(range(first, last + 1)) and not goes_on(tokens, last - tokens[0].index)
            if shares_noun(parse, name):
                name = keep_first(name, lexicon)
            if free and name.senses and is_written_as_name(name):
                known[first] = name
    for stretch in split_at(tokens, taken):
        yield from cut_sentence(stretch, known, lexicon, is_place)


def goes_on(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a hyphen ties another name to a listed one: "Joyce Banda-Phiri" is not Joyce Banda."""
    if last + 2 >= len(tokens) or tokens[last + 2].tag not in NAME_TAGS:
        return False
    hyphen, after = tokens[last + 1], tokens[last + 2]
    return hyphen.words == "-" and tokens[last].end == hyphen.start and hyphen.end == after.start


def split_at(tokens: tuple[Token, ...], taken: frozenset[int]) -> Iterator[tuple[Token, ...]]:
    """The stretches between the tokens that are taken."""
    for is_taken, group in groupby(tokens, key=lambda token: token.index in taken):
        if not is_taken:
            yield tuple(group)


def shares_noun(parse: Parse, name: Name) -> bool:
    """Whether a listed name ends in a noun that others share: "Iraqi forces" of "Kurdish and Iraqi forces"."""
    head = name.tokens[-1]
    if len(name.tokens) < 2 or head.tag not in ("NN", "NNS"):
        return False
    before = parse.children_of(head, "amod", "nmod", "compound")
    return any(parse.children_of(one, "cc", "conj") for one in before)


def keep_first(name: Name, lexicon: Lexicon) -> Name:
    """The first word of a name alone: "Iraqi" of "Iraqi forces", which share their noun."""
    first = name.tokens[0]
    return Name(first.span, lexicon.names.look_up(first.words), name.tokens[:1])


COMMON_NOUNS = {"turkey", "china", "chad", "jordan", "guinea", "georgia", "mali", "man", "jersey", "niger", "holland"}
"""Names of countries that are, or look like, other words where the parser takes them for common nouns."""


def is_written_as_name(name: Name) -> bool:
    """Whether the tags allow a match to be a name: not "Polish the floor", not "march", not "turkey"."""
    tags = {token.tag for token in name.tokens}
    if len(name.tokens) > 1 or tags & set(NAME_TAGS):
        return True
    if name.has(*ADJECTIVES):
        return bool(tags & {"JJ", "NNS", "NN", "NNPS"})
    word = name.tokens[0].words
    if name.has("country") and word[0].isupper() and tags <= {"NN", "NNS"}:
        return word.casefold() not in COMMON_NOUNS
    return name.span.end - name.span.start > 1 and word.isupper()


def cut_sentence(
    tokens: tuple[Token, ...], known: dict[int, Name], lexicon: Lexicon, is_place: IsPlace
) -> Iterator[Name]:
    """Names from left to right: a known one where it stands on its own, else the unknown run around it."""
    position = 0
    while position < len(tokens):
        token = tokens[position]
        name = known.get(token.index)
        run = measure_run(tokens, position)
        if name and stands_alone(name, tokens, position, run, known, lexicon):
            yield name
            position += len(name.tokens)
            continue
        if not run:
            position += 1
            continue
        if opens_phrase(tokens, position, run, lexicon):
            position += 1
            continue
        if is_plain_title(tokens[position : position + run], lexicon):
            position += run
            continue
        place = measure_place(tokens[position : position + run], lexicon, is_place)
        if place:
            yield Name(span_of(tokens[position : position + place]), (), tokens[position : position + place])
            position += place
            continue
        title = measure_title(tokens[position : position + run], lexicon)
        if title and not is_organization(tokens[position + title : position + run], lexicon):
            position += title
            continue
        length = measure_unknown(tokens, position, run, known, lexicon)
        members = tokens[position : position + length]
        yield Name(span_of(members), name.senses if name and name.tokens == members else (), members)
        position += length


def measure_place(run: tuple[Token, ...], lexicon: Lexicon, is_place: IsPlace) -> int:
    """How many tokens of a run are a place with a title after it, or all of it: "Mansfield" of "Mansfield Mayor Bell".

    0 where there is none.
    """
    first = next((one for one in range(1, len(run) - 1) if measure_title(run[one:], lexicon)), len(run))
    is_whole = first == len(run)
    if is_whole and (len(run) == 1 or not measure_title(run, lexicon)):
        return 0
    words = " ".join(token.words for token in run[:first]).replace(" - ", "-").replace(" '", "'")
    return first if is_place(words) else 0


def measure_run(tokens: tuple[Token, ...], position: int) -> int:
    """How many tokens from a position on are written as one name; 0 where it starts none."""
    if tokens[position].tag not in NAME_TAGS and not opens_turn(tokens, position):
        return 0
    end = position + 1
    while end < len(tokens):
        token = tokens[end]
        if token.tag in NAME_TAGS:
            end += 1
        elif is_joint(tokens, end):
            end += 2
        else:
            break
    return end - position


def opens_turn(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a word in capitals opens its paragraph before a colon: "REYES: We have the emails."."""
    token = tokens[position]
    if position or len(tokens) < 2 or tokens[1].words != ":":
        return False
    return len(token.words) > LONGEST_LABEL and token.words.isalpha() and token.words.isupper()


def is_joint(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a mark or a particle ties the name before it to the name after it."""
    if position + 1 >= len(tokens) or tokens[position + 1].tag not in NAME_TAGS:
        return False
    token, after, before = tokens[position], tokens[position + 1], tokens[position - 1]
    if token.words in JOINERS:
        return before.end == token.start and token.end == after.start
    return token.words.casefold() in PARTICLES


def stands_alone(
    name: Name, tokens: tuple[Token, ...], position: int, run: int, known: dict[int, Name], lexicon: Lexicon
) -> bool:
    """Whether a known name is not the beginning of a longer one that nobody listed ("Iraq Body Count")."""
    after = position + len(name.tokens)
    end = position + run
    if after >= end or name.has("person") or after >= len(tokens):
        return True
    if tokens[after].index in known:
        return True
    return bool(measure_title(tokens[after:end], lexicon)) or not is_part_of_longer(name, tokens[after], lexicon)


def is_part_of_longer(name: Name, following: Token, lexicon: Lexicon) -> bool:
    """Whether the word after a known name belongs to it: an organisation's word, or the name it modifies."""
    if following.words.casefold() in lexicon.organization_words:
        return True
    return not name.has(*ADJECTIVES) and name.tokens[-1].label in ("compound", "nmod")


def measure_title(tokens: tuple[Token, ...], lexicon: Lexicon) -> int:
    """How many tokens at the head of a run are a title with a name after it ("Prime Minister" of a longer run)."""
    for length in range(min(lexicon.longest_title + 1, len(tokens) - 1), 0, -1):
        words = " ".join(token.words for token in tokens[:length]).replace(" - ", "-").casefold().rstrip(" .")
        if words in lexicon.titles and tokens[length].words not in JOINERS:
            return length
    return 0


def opens_phrase(tokens: tuple[Token, ...], position: int, run: int, lexicon: Lexicon) -> bool:
    """Whether a run begins with a word that is only tagged as a part of it: "Near Ar Raqqah", "Meanwhile Turkey"."""
    is_first = position == 0 or not tokens[position - 1].words[0].isalnum()
    word = tokens[position].words.casefold()
    return is_first and run > 1 and (word in lexicon.place_prepositions or word in SENTENCE_OPENERS)


def is_plain_title(tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a run is a title in lower case that is tagged as a name: "the prime minister"."""
    words = " ".join(token.words for token in tokens)
    return words.islower() and words in lexicon.titles


def is_organization(tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a word of an organisation's name is among some tokens: "General Confederation" is no general."""
    return any(token.words.casefold() in lexicon.organization_words for token in tokens)


def measure_unknown(
    tokens: tuple[Token, ...], position: int, run: int, known: dict[int, Name], lexicon: Lexicon
) -> int:
    """How long the name at a position is: "Ministry of Foreign Affairs" goes on after "of"."""
    end = position + run
    opening = tokens[position:end]
    if any(token.words.casefold() in lexicon.organization_words for token in opening):
        end = extend_over_of(tokens, end)
    later = [index for index in range(position + 1, end) if tokens[index].index in known]
    for index in later:
        name = known[tokens[index].index]
        if name.has("person") and len(name.tokens) > 1:
            return index - position
    return end - position


def extend_over_of(tokens: tuple[Token, ...], end: int) -> int:
    """The end of a name that goes on with "of" and another run."""
    position = end
    while position + 1 < len(tokens) and tokens[position].words in ("of", "for"):
        following = position + 1
        if tokens[following].words == "the":
            following += 1
        run = measure_run(tokens, following) if following < len(tokens) else 0
        if not run:
            break
        end = position = following + run
    return end
