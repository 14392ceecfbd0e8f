"""What the words around a name say of it: title, office, nationality, "former".

Iranian Deputy Foreign Minister Hossein Amiri      role, IRN, GOV
Ana Ruiz, a former deputy director of the agency   role, ELI
the foreign minister, Jean Blanc                   role, GOV
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.names import Sense
from onrecord.model.parse import Parse, Token
from onrecord.model.phrases import find_phrase
from onrecord.model.spans import Span

FORMER_WORDS = {"former", "ex", "ex-", "late", "ousted", "deposed", "retired", "onetime", "erstwhile", "then"}
NATIONALITY_LABELS = ("amod", "nmod", "poss", "compound", "det")


@dataclass(frozen=True)
class Description:
    """What the text says of an actor. `country` is a code; empty where nothing is said."""

    role: str | None
    country: str | None
    sector: str | None
    is_former: bool
    has_title: bool


NOTHING = Description(None, None, None, False, False)


def describe_name(parse: Parse, span: Span, lexicon: Lexicon) -> Description:
    """What stands before a name, and in apposition to it."""
    head = parse.root_in(span)
    if head is None:
        return NOTHING
    before = [token for token in parse.tokens_in(find_phrase(parse, head)) if token.end <= span.start]
    found = describe_tokens(before, lexicon)
    if found.has_title:
        return found
    for other in list_appositions(parse, head):
        phrase = parse.tokens_in(find_phrase(parse, other))
        described = describe_tokens([token for token in phrase if not span.overlaps(token.span)], lexicon)
        if described.has_title:
            return described if described.country else add_country_after(parse, other, described, lexicon)
    return found


def list_appositions(parse: Parse, head: Token) -> list[Token]:
    """Common nouns that stand in apposition to a name, on either side."""
    found = [child for child in parse.children_of(head, "appos") if child.tag in ("NN", "NNS", "NNP")]
    if head.label == "appos":
        found.append(parse.head_of(head))
    return found


def describe_tokens(tokens: list[Token], lexicon: Lexicon) -> Description:
    """What some words before or beside a name say: the nationality first, then the title."""
    country = None
    last_country = -1
    for number, token in enumerate(tokens):
        code = find_country(token, lexicon)
        if code:
            country, last_country = code, number
    rest = [token for token in tokens[last_country + 1 :] if token.words not in ("'s", "’s", "'", "’")]
    is_former = any(token.words.casefold() in FORMER_WORDS for token in tokens)
    sector = find_title_sector(rest, lexicon)
    words = [token.words for token in rest if token.tag not in ("DT", "PRP$", ",", "``", "''", "CD")]
    role = " ".join(words).replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s") if sector is not None else None
    return Description(role or None, country, sector or None, is_former, sector is not None)


def find_country(token: Token, lexicon: Lexicon) -> str | None:
    """The country that a word names, whose nationality it is, or whose capital ("the Khartoum government")."""
    return choose_country(lexicon.names.look_up(token.words), lexicon)


def choose_country(senses: Sequence[Sense], lexicon: Lexicon) -> str | None:
    """The country that a name stands for, or belongs to as its capital or its organisation."""
    for sense in senses:
        if sense.kind in ("country", "adjective", "demonym"):
            return sense.key
    for sense in senses:
        if sense.kind == "capital" and lexicon.metonyms[sense.key].country in lexicon.countries:
            return lexicon.metonyms[sense.key].country
        if sense.kind == "actor":
            return lexicon.actors[sense.key].country or None
    return None


def find_title_sector(tokens: list[Token], lexicon: Lexicon) -> str | None:
    """The sector of the longest title or agent noun that ends the words; "" for one that tells none; None for none."""
    for first in range(len(tokens)):
        words = " ".join(token.words for token in tokens[first:]).replace(" - ", "-").casefold().rstrip(".")
        lemmas = " ".join([*(token.words for token in tokens[first:-1]), tokens[-1].lemma]).casefold()
        for known in (words, lemmas):
            if known in lexicon.titles:
                return lexicon.titles[known]
            if known in lexicon.agents:
                return lexicon.agents[known].sector
    return None


def add_country_after(parse: Parse, noun: Token, described: Description, lexicon: Lexicon) -> Description:
    """The description with the country of an "of" phrase: "the foreign minister of France"."""
    for preposition in parse.children_of(noun, "prep"):
        for child in parse.children_of(preposition, "pobj") if preposition.lemma == "of" else []:
            code = find_country(child, lexicon)
            if code:
                return Description(described.role, code, described.sector, described.is_former, described.has_title)
    return described
