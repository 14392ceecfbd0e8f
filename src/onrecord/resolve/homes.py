"""Whose country an unnamed actor has by the place where it is told of.

Demonstrators in Baghdad      Iraq
Darfur rebels                 Sudan
Police in Nairobi arrested    Kenya
Only those who are of a place rather than sent there (police, students, residents, rebels; not soldiers, not gunmen, not
ministers), and only where all places of the sentence are in one country.
"""

from onrecord.model.coded import CodedDocument
from onrecord.model.mentions import Mention
from onrecord.model.parse import Sentence, Token
from onrecord.model.phrases import find_preposition

AT_HOME = {"CVL", "EDU", "LAB", "COP", "JUD", "PTY", "OPP", "REB", "AGR", "MED", "REL", "LEG", "SOC"}
"""Sectors of those who act at home."""
THOSE_THERE = {
    "boy", "child", "civilian", "crowd", "demonstrator", "farmer", "girl", "inhabitant", "inmate", "local", "man",
    "mourner", "passer-by", "pedestrian", "people", "person", "prisoner", "protester", "protestor", "resident",
    "shopper", "villager", "woman", "worker", "worshipper", "youth", "youngster",
}  # fmt: skip
"""Nouns for those who are where something happens."""
LOCATING = {"of", "in", "at", "near", "outside", "around", "across", "throughout", "inside"}


def find_home(doc: CodedDocument, head: Token) -> str | None:
    """The only country in which the places of a word's sentence are; None where there are none, or several."""
    sentence = doc.parsed.sentence_of(head).span
    countries = {
        place.country
        for mention in doc.mentions
        if sentence.contains(mention.span) and is_location(doc, mention)
        for place in [doc.places_by_id.get(doc.target_of(mention, "place") or "")]
        if place and place.country
    }
    return next(iter(countries)) if len(countries) == 1 else None


def list_countries(doc: CodedDocument, sentence: Sentence) -> set[str]:
    """The countries of the places that a sentence names."""
    targets = (doc.target_of(one, "place") for one in doc.mentions if sentence.span.contains(one.span))
    places = (doc.places_by_id.get(target or "") for target in targets)
    return {place.country for place in places if place and place.country}


def is_location(doc: CodedDocument, mention: Mention) -> bool:
    """Whether a mention is of a place, or of a country where something is: "in Kenya"."""
    if mention.kind == "place":
        return mention.form != "adjective" and not mention.maker.endswith("/embedded")
    head = doc.parsed.root_in(mention.span) if mention.kind == "actor" and mention.form == "name" else None
    preposition = find_preposition(doc.parsed, head) if head else None
    return preposition is not None and preposition.lemma in LOCATING
