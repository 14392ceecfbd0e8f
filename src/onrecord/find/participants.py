"""Who fills a slot: the actor mention at a word, or the one that the word belongs to.

rebels            the mention itself
IS targets        IS, since targets are nobody
US warplanes      the United States: instruments and troops act for their country
dozens of men     men
"""

from collections.abc import Iterator

from onrecord.find.slots import is_opposed
from onrecord.model.actors import Actor, make_actor
from onrecord.model.coded import CodedDocument
from onrecord.model.events import Participant
from onrecord.model.mentions import Mention
from onrecord.model.parse import Token
from onrecord.model.phrases import find_conjuncts

OWNERS = ("poss", "nmod", "compound", "amod")
NOMINAL_TAGS = ("NN", "NNS", "NNP", "NNPS", "CD", "DT", "JJ", "VBG")
PARTITIVES = {
    "group", "member", "dozen", "score", "hundred", "thousand", "number", "part", "some", "many", "most", "all",
    "couple", "handful", "contingent", "batch", "wave", "crowd", "band", "gang", "team", "delegation", "majority",
    "series", "lot",
}  # fmt: skip
"""Nouns that stand for those of their "of" phrase."""
ACTS = {
    "assassination", "assault", "attack", "capture", "collapse", "death", "execution", "invasion", "loss",
    "massacre", "murder", "release", "rape", "raid", "seizure", "siege", "slaughter", "strike", "arrest", "defeat",
    "rescue", "abuse", "theft", "explosion", "incursion", "aggression", "expulsion", "suppression", "repression",
}  # fmt: skip
SETTLEMENTS = {
    "capital", "camp", "city", "district", "enclave", "island", "neighbourhood", "neighborhood", "port", "province",
    "region", "suburb", "town", "village", "area", "valley", "market", "mosque", "church", "school", "target",
    "position", "base",
}  # fmt: skip
"""Nouns of a place, which may stand before its name."""
INSTRUMENTS = {
    "agent", "aircraft", "army", "artillery", "bomber", "commando", "drone", "fighter", "force", "frigate", "gunboat",
    "gunner", "helicopter", "howitzer", "jet", "marine", "missile", "navy", "plane", "rocket", "ship", "soldier",
    "submarine", "tank", "troop", "warplane", "warship", "battery", "commander", "man",
}  # fmt: skip
"""Weapons and forces that act for whom they belong to: "*its* warplanes"."""
DOING = ("bing", "cking", "ling", "ning", "ping", "ring", "ting")
"""Nouns of what is done: those of their "of" phrase are whom it is done to."""


def find_participants(doc: CodedDocument, tokens: list[Token], *, as_actors: bool = False) -> Iterator[Participant]:
    """The participants that some words name, each actor once; `as_actors` where they are those who do it."""
    seen: set[str] = set()
    for token in tokens:
        if as_actors and is_act(token):
            continue
        for mention in find_mentions(doc, token):
            actor = doc.target_of(mention, "actor")
            if actor and actor not in seen:
                seen.add(actor)
                yield Participant(actor, mention.span)


def find_mentions(doc: CodedDocument, token: Token) -> Iterator[Mention]:
    """The actor mentions that a word stands for."""
    mention = doc.mentions_by_head.get(("actor", token.index))
    members = list(find_members(doc, token)) if token.lemma in PARTITIVES or mention is None else []
    if members and token.lemma in PARTITIVES:
        yield from members
        return
    sides = list_sides(doc, token)
    if mention:
        if mention.form == "nominal" and len(sides) > 1:
            yield from sides
            return
        yield from (one for one in sides if mention.form == "name" and is_further_side(doc, one, mention))
        yield mention
        return
    if token.tag not in NOMINAL_TAGS:
        return
    yield from sides or members


def is_further_side(doc: CodedDocument, side: Mention, mention: Mention) -> bool:
    """Whether a nationality before a name is of another people: "*Greek* and Turkish Cypriots"."""
    head = doc.parsed.root_in(side.span)
    return not mention.span.contains(side.span) and head is not None and bool(doc.parsed.children_of(head, "conj"))


def is_act(token: Token) -> bool:
    """Whether a word names what is done: "the *bombing* of the embassy killed 29" has no actor in "the embassy"."""
    if token.tag not in ("NN", "NNS"):
        return False
    return token.lemma in ACTS or (token.lemma.endswith(DOING) and len(token.lemma) > len("string"))


def list_place_actors(doc: CodedDocument, tokens: list[Token]) -> Iterator[tuple[Mention, Actor]]:
    """Those who are in the places that some words name, as far as the country is known: "shelled *Juba*"."""
    seen: set[str] = set()
    for token in (one for start in tokens for one in list_place_words(doc, start)):
        mention = doc.mentions_by_head.get(("place", token.index)) or doc.mentions_by_head.get(("actor", token.index))
        place = doc.places_by_id.get(doc.target_of(mention, "place") or "") if mention else None
        if mention and place and place.country and place.id not in seen:
            seen.add(place.id)
            code = (place.country, None)
            yield mention, make_actor(doc.id, mention.span.slice(doc.text), "unnamed", code=code, key=place.id)


def list_place_words(doc: CodedDocument, token: Token) -> Iterator[Token]:
    """The words that may name the place of a noun: itself, and those of "the town *of Cizre*", "the capital *Juba*"."""
    yield token
    if token.lemma in SETTLEMENTS:
        yield from doc.parsed.children_of(token, "appos", "compound", "nmod")
        for preposition in doc.parsed.children_of(token, "prep"):
            yield from doc.parsed.children_of(preposition, "pobj") if preposition.lemma in ("of", "in") else ()


def find_members(doc: CodedDocument, token: Token) -> Iterator[Mention]:
    """Those that an "of" phrase names: "dozens of men"; of a place, also those it is for: "a camp for refugees"."""
    linking = ("of", "for") if token.lemma in SETTLEMENTS else ("of",)
    for preposition in doc.parsed.children_of(token, "prep"):
        for child in doc.parsed.children_of(preposition, "pobj") if preposition.lemma in linking else []:
            yield from find_mentions(doc, child)


def list_sides(doc: CodedDocument, token: Token) -> list[Mention]:
    """The names and nationalities that a noun belongs to: "Turkish" and "Greek" of "the Turkish and Greek sides"."""
    owners = [
        one
        for child in doc.parsed.children_of(token, *OWNERS)
        for one in find_conjuncts(doc.parsed, child)
        if not is_opposed(doc.parsed, one)
    ]
    found = (doc.mentions_by_head.get(("actor", owner.index)) for owner in owners)
    owns = token.lemma in INSTRUMENTS
    return [mention for mention in found if mention and (owns or mention.form != "pronoun")]
